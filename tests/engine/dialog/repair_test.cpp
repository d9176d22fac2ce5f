// When words gave nothing: rephrase, then options, then a kind way on. Never the same words twice.

#include <catch2/catch.hpp>

#include <map>

#include "engine/conversation.hpp"
#include "engine/tiny_dialog.hpp"

using namespace anamnesis;
using tests::Conversation;
using tests::knee_dialog;
using Ids = std::vector<std::string>;
using Reason = NotUnderstood::Reason;

namespace {

Conversation at_cold() {
    Conversation c(knee_dialog());
    c.tap("who", {"myself"});
    return c;
}

/// Texts in words, counted, of the replies to misunderstandings until the question is another one.
std::map<std::string, int> heard_until_it_goes_on(Conversation& c) {
    std::map<std::string, int> heard;
    const std::string question = c.question();
    for (const Page::Text& text : c.page().messages) ++heard[text.text];
    for (int turns = 0; c.question() == question && turns < 10; ++turns) {
        c.puzzle();
        for (const Page::Text& text : c.page().messages) ++heard[text.text];
    }
    CHECK(c.question() != question);
    return heard;
}

}  // namespace

TEST_CASE("First the question comes in other words") {
    Conversation c = at_cold();
    c.puzzle();
    CHECK(c.keys() == Ids{"engine.repair.unknown", "questions.cold.again"});
    CHECK(c.question() == "cold");
}

TEST_CASE("Then its options are told, by name") {
    Conversation c = at_cold();
    c.puzzle();
    c.puzzle();
    CHECK(c.says("engine.repair.options"));
    CHECK(c.reply.prompt->options == Ids{"yes", "no", "unsure"});
    CHECK(c.page().messages.front().text == "You can answer with one of these: Yes, No, Not sure.");
}

TEST_CASE("Then not sure is written down, and it goes on") {
    Conversation c = at_cold();
    c.puzzle();
    c.puzzle();
    c.puzzle();
    CHECK(c.says("engine.repair.unsure"));
    CHECK(c.value("leg_cold") == "unsure");
    CHECK(c.question() == "leg_cold.check");
    CHECK(c.session.talk.attempts.empty());
}

TEST_CASE("The next question comes in its first words") {
    Conversation c(knee_dialog());
    for (int i = 0; i < 3; ++i) c.puzzle();
    CHECK(c.value("myself") == "unsure");
    CHECK(c.says("questions.cold.text"));
}

TEST_CASE("The lead-in tells what was amiss") {
    const auto first_key = [](Reason reason) {
        Conversation c = at_cold();
        c.puzzle(reason);
        return c.keys().front();
    };
    CHECK(first_key(Reason::empty) == "engine.repair.empty");
    CHECK(first_key(Reason::unknown) == "engine.repair.unknown");
    CHECK(first_key(Reason::conflict) == "engine.repair.conflict");
    CHECK(first_key(Reason::which) == "engine.repair.which");
}

TEST_CASE("No words are said twice on the way, whatever kind of question it is") {
    const auto prepare = GENERATE(0, 1, 2, 3, 4, 5, 6, 7);
    CAPTURE(prepare);
    Conversation c = at_cold();
    if (prepare == 1) c.tap("cold", {"unsure"});  // a check
    if (prepare == 2) c.mention("leg_weak");      // a choice below an outcome
    if (prepare == 3) {
        c.tap("cold", {"yes"});
        c.tap("cold", {"no"});
    }  // a change that waits
    if (prepare == 4) {
        c.tap("cold", {"no"});
        c.tap("weak", {"no"});
    }  // a list
    if (prepare == 5) {
        c.tap("cold", {"no"});
        c.tap("weak", {"no"});
        c.type("signs", {"fever"});
    }  // what is left of it
    if (prepare == 6) {
        c.tap("cold", {"no"});
        c.tap("weak", {"no"});
        c.tap("signs", {});
    }                                           // no other wording
    if (prepare == 7) c.mention("chest_pain");  // a check before an outcome
    const bool alarm = c.reply.ending.has_value();
    for (const auto& [text, count] : heard_until_it_goes_on(c)) {
        CAPTURE(text);
        const bool is_outcome = alarm && text == "Call 999 now.";  // an alarm stays on every page
        CHECK((count == 1 || is_outcome));
    }
}

TEST_CASE("A change that waits falls to no: what was said is kept") {
    Conversation c = at_cold();
    c.tap("cold", {"yes"});
    c.tap("cold", {"no"});
    for (int i = 0; i < 3 && c.session.talk.pending; ++i) c.puzzle();
    CHECK_FALSE(c.session.talk.pending.has_value());
    CHECK(c.value("leg_cold") == "yes");
    c.tap("cold", {"no"});
    c.puzzle();
    CHECK(c.question() == "leg_cold.confirm");  // the ladder begins anew
}

TEST_CASE("Digressions use up no attempts") {
    Conversation c = at_cold();
    c.puzzle();
    c.ask_topic("cancer");
    c.command("help");
    c.mention("stress");
    CHECK(c.session.talk.attempts.at("cold") == 1);
    c.puzzle();
    CHECK(c.says("engine.repair.options"));
    CHECK(c.question() == "cold");
}

TEST_CASE("An answer ends the ladder") {
    Conversation c = at_cold();
    c.puzzle();
    c.tap("cold", {"no"});
    CHECK(c.session.talk.attempts.empty());
}

TEST_CASE("With no question open the person is told how to go on") {
    Conversation c = at_cold();
    c.tap("cold", {"yes"});
    REQUIRE(c.question() == "-");
    for (int i = 0; i < 5; ++i) {
        c.puzzle();
        CHECK(c.says("engine.repair.nothing_open"));
        CHECK(c.outcome() == "call_now");
    }
}

TEST_CASE("Acts that are empty are a misunderstanding too") {
    Conversation c = at_cold();
    c.take({});
    CHECK(c.says("engine.repair.unknown"));
}
