// Answers to the open question, or to an earlier one.

#include <catch2/catch.hpp>

#include "engine/conversation.hpp"
#include "engine/tiny_dialog.hpp"

using namespace anamnesis;
using tests::Conversation;
using tests::knee_dialog;
using Ids = std::vector<std::string>;

namespace {

Conversation at_signs() {
    Conversation c(knee_dialog());
    c.tap("who", {"myself"});
    c.tap("cold", {"no"});
    c.tap("weak", {"no"});
    REQUIRE(c.question() == "signs");
    return c;
}

}  // namespace

TEST_CASE("An answer leads to the next question") {
    Conversation c(knee_dialog());
    CHECK(c.question() == "who");
    c.tap("who", {"myself"});
    CHECK(c.question() == "cold");
    CHECK(c.session.talk.answered == Ids{"who"});
}

TEST_CASE("An earlier question can be answered again; a later one cannot") {
    Conversation c(knee_dialog());
    c.tap("who", {"myself"});
    c.tap("cold", {"no"});
    c.tap("who", {"other_person"});
    CHECK(c.value("other_person") == "yes");
    CHECK(c.question() == "weak");
    c.tap("side", {"left"});
    CHECK(c.value("side") == "");
    CHECK(c.question() == "weak");
}

TEST_CASE("Not sure opens the finding's own check next, once") {
    Conversation c = at_signs();
    c.tap("signs", {"fever", "unsure"});
    CHECK(c.question() == "chest_pain.check");
    c.tap("chest_pain.check", {"unsure"});
    CHECK(c.question() == "wound.check");
    c.tap("wound.check", {"no"});
    CHECK(c.question() == "-");
    CHECK(c.outcome() == "same_day");
}

TEST_CASE("A list in words comes again with what is left, then as one question") {
    Conversation c = at_signs();
    c.type("signs", {"fever"});
    CHECK(c.question() == "signs");
    CHECK(c.says("engine.list.rest"));
    CHECK(c.reply.prompt->options == Ids{"chest_pain", "wound", "new_medicine", "unsure"});
    c.type("signs", {"new_medicine"});
    c.mention("wound", Status::absent);
    CHECK(c.says("engine.list.one_left"));
    CHECK(c.reply.prompt->style == Style::yes_no);
    CHECK(c.reply.prompt->options == Ids{"yes", "no", "unsure"});
    c.type("signs", {"no"});
    CHECK(c.value("chest_pain") == "no");
    CHECK(c.value("fever") == "yes");
}

TEST_CASE("None of these in words is repeated in words where alarms are among them") {
    Conversation c = at_signs();
    c.type("signs", {}, true);
    REQUIRE(c.says("engine.list.denied"));
    for (const Message& m : c.reply.messages)
        if (m.text.key == "engine.list.denied") CHECK(m.text.list.size() == 3);  // a new medicine is no alarm
    CHECK(c.value("fever") == "no");
    Conversation by_button = at_signs();
    by_button.tap("signs", {});
    CHECK_FALSE(by_button.says("engine.list.denied"));
}

TEST_CASE("A number is kept beside its band") {
    Conversation c = at_signs();
    c.tap("signs", {});
    c.tap("pregnant", {"no"});
    REQUIRE(c.question() == "duration");
    c.tap_number("duration", 10);
    CHECK(c.value("duration") == "long");
    CHECK(c.session.evidence.at(tests::index_of(knee_dialog(), "duration")).number == 10);
}

TEST_CASE("What is no answer to the question is not understood, and sets nothing") {
    Conversation c = at_signs();
    const Findings before = c.session.findings;
    c.tap("signs", {"purple"});
    CHECK(c.session.findings == before);
    CHECK(c.question() == "signs");
    CHECK(c.says("engine.repair.unknown"));
    c.tap("signs", {"stress"});
    CHECK(c.session.findings == before);
    Conversation at_start(knee_dialog());
    at_start.tap("who", {});
    CHECK(at_start.value("myself") == "");
    at_start.tap("nowhere", {"yes"});
    CHECK(at_start.question() == "who");
}

TEST_CASE("A number outside of all bands is not understood") {
    Conversation c = at_signs();
    c.tap("signs", {});
    c.tap("pregnant", {"no"});
    c.tap_number("duration", -3);
    CHECK(c.question() == "duration");
    CHECK(c.says("engine.repair.unknown"));
    CHECK(c.session.talk.answered.back() == "pregnant");
}

TEST_CASE("A claim is settled by the answer to its question") {
    Conversation c(knee_dialog());
    c.mention("leg_cold", Status::absent);
    CHECK(c.session.talk.claims.size() == 1);
    c.tap("who", {"myself"});
    CHECK(c.says("questions.cold.text@claimed"));
    c.tap("cold", {"no"});
    CHECK(c.session.talk.claims.empty());
    CHECK(c.value("leg_cold") == "no");
}

TEST_CASE("Choices are checked before they are taken") {
    const Conversation c = at_signs();
    const auto check = [&](const std::string& question, Ids choices) {
        return check_choice(knee_dialog(), c.session, {question, std::move(choices), {}, false, false});
    };
    CHECK(check("signs", {}) == ChoiceCheck::ok);
    CHECK(check("signs", {"fever", "unsure"}) == ChoiceCheck::ok);
    CHECK(check("signs", {"yes"}) == ChoiceCheck::unknown_choice);
    CHECK(check("signs", {"leg_cold"}) == ChoiceCheck::unknown_choice);
    CHECK(check("cold", {"unsure"}) == ChoiceCheck::ok);
    CHECK(check("cold", {}) == ChoiceCheck::unknown_choice);
    CHECK(check("cold", {"yes", "no"}) == ChoiceCheck::unknown_choice);
    CHECK(check("who", {"other_person"}) == ChoiceCheck::ok);
    CHECK(check("side", {"left"}) == ChoiceCheck::unknown_question);
    CHECK(check("nowhere", {"yes"}) == ChoiceCheck::unknown_question);
    CHECK(check("leg_cold.confirm", {"yes"}) == ChoiceCheck::unknown_question);
}
