// What goes out: what matters most first.

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
    return c;
}

/// Harmless answers to the end; `stress` and `running` are yes.
Conversation at_self_care() {
    Conversation c = at_signs();
    c.tap("signs", {});
    c.tap("pregnant", {"no"});
    c.tap_number("duration", 3);
    c.tap("side", {"left"});
    c.tap("habits", {"stress", "running"});
    c.tap("worry_1", {"some"});
    c.tap("worry_2", {"never"});
    REQUIRE(c.outcome() == "self_care");
    return c;
}

}  // namespace

TEST_CASE("The greeting says what this is, what it is not, and asks") {
    const Conversation c(knee_dialog());
    CHECK(c.keys() ==
          Ids{"engine.greeting", "engine.not_reviewed", "states.opening.say", "questions.who.text"});
    CHECK(c.reply.state == "opening");
    CHECK(c.session.turn == 0);
}

TEST_CASE("A state is introduced once") {
    Conversation c(knee_dialog());
    c.command("repeat");
    CHECK_FALSE(c.says("states.opening.say"));
}

TEST_CASE("An emergency comes first, before anything else that there is to say") {
    Conversation c = at_signs();
    c.take({Mention{"leg_weak", Status::present, {}, {}, {}, {}}, TopicAsked{"cancer"}});
    CHECK(c.keys().front() == "outcomes.call_now.say");
    CHECK(c.says("engine.noted"));
    CHECK(c.says("topics.cancer.text.denied"));
    CHECK(c.keys().back() == "questions.since.text");
}

TEST_CASE("An alarm stays on every later page; its reasons are given once") {
    Conversation c = at_signs();
    c.mention("leg_cold");
    CHECK(c.says("rules.E01.why"));
    c.command("help");
    CHECK(c.keys() == Ids{"outcomes.call_now.say", "engine.help"});
    c.ask_topic("cancer");
    CHECK(c.keys().front() == "outcomes.call_now.say");
    CHECK(c.says("topics.cancer.text.plain"));
}

TEST_CASE("An alarm stays on the page while it waits for its first check of another") {
    Conversation c = at_signs();
    c.tap("signs", {"fever"});
    REQUIRE(c.outcome() == "same_day");
    c.mention("chest_pain");
    CHECK(c.outcome() == "call_now");
    CHECK(c.question() == "pain_when");
}

TEST_CASE("What is to be kept is said on every page, beside a higher outcome too") {
    Conversation c = at_signs();
    c.mention("suicidal_thoughts");
    CHECK(c.outcome() == "crisis_support");
    c.tap("crisis_plan", {"no"});
    c.tap("crisis_go_on", {"yes"});
    CHECK(c.question() == "signs");
    CHECK(c.outcome() == "crisis_support");
    c.mention("leg_cold");
    CHECK(c.outcome() == "call_now");
    CHECK(c.says("outcomes.crisis_support.say"));
    CHECK(c.keys().front() == "outcomes.call_now.say");
}

TEST_CASE("A lesser outcome comes after what there is to say, and is no diagnosis") {
    Conversation c = at_self_care();
    CHECK(c.says("outcomes.self_care.say"));
    CHECK(c.keys().back() == "engine.not_reviewed");
    CHECK(c.reply.state.empty());
    CHECK_FALSE(c.reply.prompt.has_value());
}

TEST_CASE("No reply is silent: a lesser outcome is said again where nothing else is") {
    Conversation c = at_self_care();
    c.tap("worry_2", {"never"});
    CHECK(c.says("outcomes.self_care.say"));
    c.command("help");
    CHECK(c.keys() == Ids{"engine.help"});
}

TEST_CASE("An outcome that was left and is reached again is told in full") {
    Conversation c = at_self_care();
    c.command("back");
    CHECK(c.outcome() == "self_care");
    c.mention("pregnant");  // now there is more to ask
    c.command("back");
    c.tap(c.question(), {"never"});
    REQUIRE(c.question() == "pregnancy");
    CHECK(c.outcome() == "-");
    c.tap("pregnancy", {"no"});
    CHECK(c.outcome() == "self_care");
    CHECK(c.says("rules.C01.why"));
}

TEST_CASE("Progress grows and ends at its end") {
    Conversation c(knee_dialog());
    CHECK(c.reply.progress == Progress{0, 8});
    c.tap("who", {"myself"});
    CHECK(c.reply.progress.done == 1);
    CHECK(c.reply.progress.of > 1);
    const Progress end = at_self_care().reply.progress;
    CHECK(end.done == end.of);
}

TEST_CASE("The reply names the state of its question; a check belongs to no state, a probe to its finding's") {
    Conversation c = at_signs();
    CHECK(c.reply.state == "danger");
    c.tap("signs", {"unsure"});
    REQUIRE(c.question() == "chest_pain.check");
    CHECK(c.reply.state == "danger");
    c.mention("leg_weak");
    REQUIRE(c.question() == "since");
    CHECK(c.reply.state.empty());
}

TEST_CASE("Topics are answered by what is known, beside the question") {
    Conversation c(knee_dialog());
    c.ask_topic("cancer");
    CHECK(c.says("topics.cancer.text.plain"));
    CHECK(c.question() == "who");
    c.tap("who", {"myself"});
    c.tap("cold", {"no"});
    c.ask_topic("cancer");
    CHECK(c.says("topics.cancer.text.denied"));
    CHECK(c.reply.messages.front().cites == Ids{"S2"});
}

TEST_CASE("A topic is answered below an alarm, never instead of it") {
    Conversation c(knee_dialog());
    c.mention("leg_weak");
    REQUIRE(c.outcome() == "call_now");
    c.ask_topic("cancer");
    CHECK(c.keys() == Ids{"outcomes.call_now.say", "topics.cancer.text.plain", "questions.since.text"});
}

TEST_CASE("A topic that has nothing to say now, or that nobody knows, is not understood") {
    Conversation c(knee_dialog());
    c.ask_topic("sport");
    CHECK(c.says("engine.repair.unknown"));
    c.ask_topic("weather");
    CHECK(c.question() == "who");
}

TEST_CASE("A new alarm comes before an earlier question that was put again") {
    Conversation c = at_signs();
    c.command("back");
    REQUIRE(c.question() == "weak");
    c.mention("leg_cold");
    CHECK(c.outcome() == "call_now");
    CHECK(c.question() == "-");
}
