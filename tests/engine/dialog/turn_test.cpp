// The one gate of the map: an alarm falls only by the person's confirmed word.

#include <catch2/catch.hpp>

#include "engine/conversation.hpp"
#include "engine/tiny_dialog.hpp"

using namespace anamnesis;
using tests::Conversation;
using tests::knee_dialog;
using Ids = std::vector<std::string>;

namespace {

Conversation with_cold_leg() {
    Conversation c(knee_dialog());
    c.tap("who", {"myself"});
    c.tap("cold", {"yes"});
    return c;
}

}  // namespace

TEST_CASE("A yes to an alarm acts in the same reply") {
    const Conversation c = with_cold_leg();
    CHECK(c.outcome() == "call_now");
    CHECK(c.rule() == "E01");
}

TEST_CASE("A no after the yes waits for the person to confirm it") {
    Conversation c = with_cold_leg();
    c.tap("cold", {"no"});
    CHECK(c.question() == "leg_cold.confirm");
    CHECK(c.reply.prompt->style == Style::yes_no);
    CHECK(c.says("engine.confirm"));
    CHECK(c.value("leg_cold") == "yes");
    CHECK(c.outcome() == "call_now");

    SECTION("yes, it was wrong") {
        c.tap("leg_cold.confirm", {"yes"});
        CHECK(c.value("leg_cold") == "no");
        CHECK(c.says("engine.confirm_changed"));
        CHECK(c.outcome() == "-");
        CHECK(c.question() == "weak");
    }
    SECTION("no, it was right") {
        c.tap("leg_cold.confirm", {"no"});
        CHECK(c.value("leg_cold") == "yes");
        CHECK(c.says("engine.confirm_kept"));
        CHECK(c.outcome() == "call_now");
    }
    SECTION("not sure: it stays") {
        c.tap("leg_cold.confirm", {"unsure"});
        CHECK(c.value("leg_cold") == "yes");
    }
}

TEST_CASE("Not sure after the yes waits as well") {
    Conversation c = with_cold_leg();
    c.tap("cold", {"unsure"});
    CHECK(c.question() == "leg_cold.confirm");
    CHECK(c.value("leg_cold") == "yes");
}

TEST_CASE("A change that waits is named with every alarm that it would take back") {
    Conversation c(knee_dialog());
    c.tap("who", {"myself"});
    c.tap("cold", {"no"});
    c.tap("weak", {"no"});
    c.tap("signs", {"wound", "fever"});
    c.command("change", "signs");
    c.tap("signs", {});
    REQUIRE(c.question() == "wound.confirm");
    const TextRef& asked = c.reply.messages.back().text;
    REQUIRE(asked.key == "engine.confirm");
    REQUIRE(asked.list.size() == 2);
    CHECK(asked.list[0].key == "findings.wound.name");
    CHECK(asked.list[1].key == "findings.fever.name");
}

TEST_CASE("An answer that takes one alarm back and raises another raises at once") {
    Conversation c(knee_dialog());
    c.tap("who", {"myself"});
    c.tap("cold", {"no"});
    c.tap("weak", {"no"});
    c.tap("signs", {"fever"});
    c.command("change", "signs");
    c.tap("signs", {"wound"});
    CHECK(c.value("wound") == "yes");
    CHECK(c.outcome() == "call_now");
    CHECK(c.value("fever") == "yes");
    REQUIRE(c.question() == "fever.confirm");
    c.tap("fever.confirm", {"yes"});
    CHECK(c.value("fever") == "no");
    CHECK(c.value("wound") == "yes");
}

TEST_CASE("While a change waits, other facts count and the change is dropped") {
    Conversation c = with_cold_leg();
    c.tap("cold", {"no"});
    c.mention("leg_weak");
    CHECK(c.value("leg_weak") == "yes");
    CHECK_FALSE(c.session.talk.pending.has_value());
    c.tap("leg_cold.confirm", {"yes"});  // no longer asked
    CHECK(c.value("leg_cold") == "yes");
}

TEST_CASE("A word is taken for the change that it was asked about, never for another of the same turn") {
    Conversation c = with_cold_leg();
    c.mention("fever");
    c.tap("cold", {"no"});
    REQUIRE(c.question() == "leg_cold.confirm");
    c.take({Mention{"fever", Status::absent, {}, {}, {}, {}}, Answer{"leg_cold.confirm", {"yes"}, {}, false, false}});
    CHECK(c.value("fever") == "yes");
}

TEST_CASE("The check of an alarm that turned out a yes is an alarm too") {
    Conversation c(knee_dialog());
    c.tap("who", {"myself"});
    c.tap("cold", {"unsure"});
    REQUIRE(c.question() == "leg_cold.check");
    c.tap("leg_cold.check", {"yes"});
    CHECK(c.outcome() == "call_now");
    c.tap("leg_cold.check", {"no"});
    CHECK(c.question() == "leg_cold.confirm");
    CHECK(c.outcome() == "call_now");
}

TEST_CASE("An outcome falls by the answer to its own check") {
    Conversation c(knee_dialog());
    c.tap("who", {"myself"});
    c.tap("cold", {"no"});
    c.tap("weak", {"yes"});
    CHECK(c.rule() == "E02");
    CHECK(c.question() == "since");
    c.tap("since", {"slow"});
    CHECK(c.outcome() == "-");
    CHECK(c.question() == "signs");
    CHECK(c.value("leg_weak") == "yes");
}

TEST_CASE("An outcome at urgent does not fall by what is no alarm, but waits") {
    Conversation c(knee_dialog());
    c.tap("who", {"myself"});
    c.tap("cold", {"unsure"});
    c.tap("leg_cold.check", {"unsure"});
    c.tap("weak", {"no"});
    c.tap("signs", {});
    REQUIRE(c.rule() == "U02");
    c.tap("cold", {"no"});
    CHECK(c.question() == "leg_cold.confirm");
    CHECK(c.outcome() == "same_day");
    c.tap("leg_cold.confirm", {"yes"});
    CHECK(c.outcome() == "-");
    CHECK(c.question() == "pregnant");
}

TEST_CASE("An outcome below urgent may fall freely") {
    Conversation c(knee_dialog());
    c.session.findings = tests::facts(knee_dialog(), {{"myself", "yes"},
                                                      {"other_person", "no"},
                                                      {"leg_cold", "no"},
                                                      {"leg_weak", "no"},
                                                      {"chest_pain", "no"},
                                                      {"wound", "no"},
                                                      {"fever", "no"},
                                                      {"new_medicine", "yes"},
                                                      {"pregnant", "no"},
                                                      {"duration", "short"},
                                                      {"side", "left"},
                                                      {"running", "no"},
                                                      {"low_mood", "no"}});
    c.tap("habits", {});
    REQUIRE(c.rule() == "N02");
    c.session.talk.answered.push_back("signs");
    c.mention("new_medicine", Status::absent);
    CHECK(c.rule() == "C01");
}

TEST_CASE("A higher outcome takes the place of a lower one at any time") {
    Conversation c(knee_dialog());
    c.tap("who", {"myself"});
    c.tap("cold", {"no"});
    c.tap("weak", {"no"});
    c.tap("signs", {"fever"});
    REQUIRE(c.outcome() == "same_day");
    c.mention("leg_cold");
    CHECK(c.outcome() == "call_now");
}

TEST_CASE("A flag that is said again is an alarm again") {
    Conversation c(knee_dialog());
    c.tap("who", {"myself"});
    c.tap("cold", {"no"});
    c.tap("weak", {"yes"});
    c.tap("since", {"slow"});
    c.mention("leg_weak");
    CHECK(c.rule() == "E02");
    CHECK(c.question() == "since");
}

TEST_CASE("What came of a turn is written down with how it came") {
    Conversation c(knee_dialog());
    c.tap("who", {"myself"});
    const Evidence tapped = c.session.evidence.at(tests::index_of(knee_dialog(), "myself"));
    CHECK(tapped.how == Evidence::How::button);
    CHECK(tapped.question == "who");
    CHECK(tapped.turn == 1);
    c.mention("fever");
    const Evidence said = c.session.evidence.at(tests::index_of(knee_dialog(), "fever"));
    CHECK(said.how == Evidence::How::in_passing);
    CHECK(said.phrase == "findings.fever.phrases/0");
    CHECK(said.turn == 2);
    c.type("cold", {"no"});
    CHECK(c.session.evidence.at(tests::index_of(knee_dialog(), "leg_cold")).how == Evidence::How::typed);
}
