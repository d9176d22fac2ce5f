// What a person may ask of the conversation itself.

#include <catch2/catch.hpp>

#include "engine/conversation.hpp"
#include "engine/tiny_dialog.hpp"

using namespace anamnesis;
using tests::Conversation;
using tests::knee_dialog;
using Ids = std::vector<std::string>;

namespace {

Conversation at_weak() {
    Conversation c(knee_dialog());
    c.tap("who", {"myself"});
    c.tap("cold", {"no"});
    return c;
}

/// Commands that only say something: the map and the open question stay.
void stays(Conversation& c, const std::string& command, const std::string& key) {
    const Findings before = c.session.findings;
    const std::string question = c.question();
    c.command(command);
    CAPTURE(command);
    CHECK(c.says(key));
    CHECK(c.session.findings == before);
    CHECK(c.question() == question);
}

}  // namespace

TEST_CASE("help, person and known answer and leave everything as it was") {
    Conversation c = at_weak();
    stays(c, "help", "engine.help");
    stays(c, "person", "engine.person");
    stays(c, "known", "engine.known");
    Conversation fresh(knee_dialog());
    stays(fresh, "known", "engine.known_nothing");
}

TEST_CASE("known tells all that is known") {
    Conversation c = at_weak();
    c.mention("side");
    c.take({Mention{"side", Status::present, "left", {}, {}, {}}});
    c.command("known");
    CHECK(c.reply.noted.size() == 4);
    for (const Message& m : c.reply.messages)
        if (m.text.key == "engine.known") CHECK(m.text.list.size() == 4);
}

TEST_CASE("why tells why a question is asked") {
    Conversation c(knee_dialog());
    stays(c, "why", "engine.why");  // this question has no reason of its own
    c.tap("who", {"myself"});
    stays(c, "why", "questions.cold.why");
}

TEST_CASE("why tells why it came to this") {
    Conversation c = at_weak();
    c.mention("leg_cold");
    REQUIRE(c.question() == "-");
    stays(c, "why", "rules.E01.why");
}

TEST_CASE("why at the default outcome does not say that there is none") {
    Conversation c(tests::tiny_dialog());
    c.tap("face", {"no"});
    c.tap("where", {});
    c.tap("coffee", {"no"});
    c.tap("mood", {"no"});
    REQUIRE(c.rule() == "default");
    c.command("why");
    CHECK_FALSE(c.says("engine.why_outcome"));
    CHECK(c.says("outcomes.see_someone.say"));
}

TEST_CASE("repeat puts the question again") {
    Conversation c = at_weak();
    c.command("repeat");
    CHECK(c.keys() == Ids{"questions.weak.text"});
    c.mention("leg_cold");
    stays(c, "repeat", "engine.repeat_nothing");
}

TEST_CASE("back puts the question before; again, the one before that") {
    Conversation c = at_weak();
    c.command("back");
    CHECK(c.question() == "cold");
    CHECK(c.says("engine.back"));
    c.command("back");
    CHECK(c.question() == "who");
    c.command("back");
    CHECK(c.says("engine.back_nothing"));
    c.tap("who", {"other_person"});
    CHECK(c.question() == "weak");
    CHECK(c.value("leg_cold") == "no");
}

TEST_CASE("back at the beginning has nowhere to go") {
    Conversation c(knee_dialog());
    c.command("back");
    CHECK(c.says("engine.back_nothing"));
    CHECK(c.question() == "who");
}

TEST_CASE("back right after an alarm said in passing asks whether it was wrong") {
    Conversation c(tests::knee_dialog());
    c.mention("leg_cold");
    c.command("back");
    CHECK(c.question() == "leg_cold.confirm");
    CHECK(c.outcome() != "-");
    c.tap("leg_cold.confirm", {"yes"});
    CHECK(c.value("leg_cold").empty());
}

TEST_CASE("back cannot take back an alarm unasked") {
    Conversation c = at_weak();
    c.tap("weak", {"yes"});
    c.command("back");
    REQUIRE(c.question() == "weak");
    CHECK(c.outcome() == "call_now");
    c.tap("weak", {"no"});
    CHECK(c.question() == "leg_weak.confirm");
    CHECK(c.value("leg_weak") == "yes");
}

TEST_CASE("change puts an answered question again") {
    Conversation c = at_weak();
    c.command("change", "who");
    CHECK(c.question() == "who");
    c.command("change", "side");
    CHECK(c.says("engine.change_unknown"));
    c.command("change", "nowhere");
    CHECK(c.says("engine.change_unknown"));
}

TEST_CASE("change puts a question whose answer was told without being asked") {
    Conversation c(knee_dialog());
    c.take({Mention{"side", Status::present, "left", {}, {}, {}}});
    REQUIRE(c.page().noted.size() == 1);
    const std::string question = c.page().noted.front().question;
    REQUIRE_FALSE(question.empty());
    c.command("change", question);
    CHECK(c.question() == question);
    c.tap(question, {"right"});
    CHECK(c.value("side") == "right");
}

TEST_CASE("An alarm that was told in passing falls by change only after a confirmed no") {
    Conversation c(knee_dialog());
    c.mention("leg_cold");
    const std::string question = c.page().noted.front().question;
    c.command("change", question);
    c.tap(question, {"no"});
    CHECK(c.value("leg_cold") == "yes");
    CHECK(c.question() == "leg_cold.confirm");
}

TEST_CASE("A list that is put again is whole, and replaces what was said") {
    Conversation c = at_weak();
    c.tap("weak", {"no"});
    c.tap("signs", {"new_medicine"});
    c.command("back");
    REQUIRE(c.question() == "signs");
    CHECK(c.reply.prompt->options == Ids{"chest_pain", "wound", "fever", "new_medicine", "unsure"});
    c.tap("signs", {});
    CHECK(c.value("new_medicine") == "no");
}

TEST_CASE("A list that was answered in part is put again whole, too") {
    Conversation c = at_weak();
    c.tap("weak", {"no"});
    c.type("signs", {"new_medicine"});
    c.command("change", "signs");
    CHECK(c.reply.prompt->options == Ids{"chest_pain", "wound", "fever", "new_medicine", "unsure"});
}

TEST_CASE("start_over begins a new map; turns go on counting") {
    Conversation c = at_weak();
    c.mention("leg_cold");
    c.command("start_over");
    CHECK(c.session.findings == no_findings(knee_dialog()));
    CHECK(c.session.talk.answered.empty());
    CHECK(c.session.turn == 4);
    CHECK(c.question() == "who");
    CHECK(c.outcome() == "-");
    CHECK(c.says("engine.start_over"));
    CHECK(c.says("states.opening.say"));
}

TEST_CASE("skip_all leads to one last check, then to the floor") {
    Conversation c(knee_dialog());
    c.command("skip_all");
    CHECK(c.value("refused") == "yes");
    CHECK(c.question() == "last_check");
    CHECK(c.outcome() == "-");
    c.tap("last_check", {});
    CHECK(c.rule() == "N09");
    CHECK(c.question() == "-");
}

TEST_CASE("skip_all in the last check leaves it not sure") {
    Conversation c(knee_dialog());
    c.command("skip_all");
    c.command("skip_all");
    CHECK(c.value("leg_cold") == "unsure");
    CHECK(c.value("leg_weak") == "unsure");
    CHECK(c.question() != "last_check");
}

TEST_CASE("skip_all takes no alarm back") {
    Conversation c = at_weak();
    c.tap("weak", {"yes"});
    c.command("skip_all");
    CHECK(c.outcome() == "call_now");
}

TEST_CASE("stop asks nothing more until the person writes again") {
    Conversation c = at_weak();
    c.command("stop");
    CHECK(c.says("engine.stop"));
    CHECK(c.question() == "-");
    CHECK_FALSE(open_prompt(knee_dialog(), c.session).has_value());
    c.command("help");
    CHECK(c.question() == "weak");
}

TEST_CASE("delete says so and asks nothing") {
    Conversation c = at_weak();
    c.command("delete");
    CHECK(c.says("engine.delete"));
    CHECK(c.question() == "-");
}

TEST_CASE("language: the dialog's own languages, and the region stays") {
    Conversation c(knee_dialog(), "en-US");
    c.command("language", "en-GB");
    CHECK(c.session.locale == "en-US");
    CHECK(c.says("engine.language"));
    c.command("language", "EN");
    CHECK(c.says("engine.language"));
    for (const char* unknown : {"de", "de-DE", "e", "", "-", "eng"}) {
        c.command("language", unknown);
        CAPTURE(unknown);
        CHECK(c.says("engine.language_unknown"));
        CHECK(region_for(knee_dialog(), c.session.locale).id == "US");
    }
}

TEST_CASE("A command that nobody knows is not understood") {
    Conversation c = at_weak();
    c.command("dance");
    CHECK(c.says("engine.repair.unknown"));
    CHECK(c.question() == "weak");
}

TEST_CASE("Commands use up no attempts, and a waiting change is dropped by going back") {
    Conversation c = at_weak();
    c.mention("leg_cold");
    c.tap("cold", {"no"});
    REQUIRE(c.session.talk.pending.has_value());
    c.command("help");
    CHECK(c.question() == "leg_cold.confirm");
    c.command("back");
    CHECK_FALSE(c.session.talk.pending.has_value());
    CHECK(c.session.talk.attempts.empty());
}

TEST_CASE("A command sets the findings that say so, and no others") {
    Conversation c(tests::elbow_dialog());
    c.command("help");
    CHECK(c.value("wants_a_person").empty());
    c.command("person");
    CHECK(c.value("wants_a_person") == "yes");
    CHECK(c.value("refused").empty());
    CHECK(c.says("engine.person"));
}
