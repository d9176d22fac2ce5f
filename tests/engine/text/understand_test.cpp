// A message at a point of a conversation: command, answer, facts, topics.

#include <catch2/catch.hpp>

#include "engine/conversation.hpp"
#include "engine/text/shipped.hpp"

using namespace anamnesis;
using tests::Conversation;
using tests::shipped_dialog;

namespace {

Acts meant(const Conversation& c, const std::string& text) { return understand(c.dialog, c.session, text); }

Conversation at_face() {
    Conversation c(shipped_dialog());
    c.tap("who", {"self_adult"});
    REQUIRE(c.question() == "face");
    return c;
}

template <class Kind>
const Kind* find(const Acts& acts) {
    for (const Act& act : acts)
        if (const auto* found = std::get_if<Kind>(&act)) return found;
    return nullptr;
}

std::string reason(const Acts& acts) {
    const auto* nothing = find<NotUnderstood>(acts);
    if (!nothing || acts.size() != 1) return "understood";
    return nothing->reason == NotUnderstood::Reason::empty ? "empty" : "unknown";
}

}  // namespace

TEST_CASE("A command is a whole message, in its own words or in others") {
    const auto [message, command] = GENERATE(table<std::string, std::string>({
        {"help", "help"},
        {"please help!", "help"},
        {"why do you ask?", "why"},
        {"why does that matter", "why"},
        {"what do you know about me", "known"},
        {"show me my answers", "known"},
        {"back", "back"},
        {"can we go back please", "back"},
        {"undo that", "back"},
        {"can you repeat that", "repeat"},
        {"sorry, what was the question?", "repeat"},
        {"change my answer", "change"},
        {"oops wrong button", "change"},
        {"can I start again?", "start_over"},
        {"just tell me what to do", "skip_all"},
        {"stop", "stop"},
        {"can we stop here", "stop"},
        {"can you delete my answers", "delete"},
        {"I want to talk to a human", "person"},
        {"is this a robot", "person"},
    }));
    CAPTURE(message);
    const Conversation c = at_face();
    const Acts acts = meant(c, message);
    REQUIRE(acts.size() == 1);
    REQUIRE(find<Command>(acts));
    CHECK(find<Command>(acts)->name == command);
}

TEST_CASE("A command's words within another message are no command") {
    const std::string message = GENERATE("it won't stop", "my back hurts", "help, my face is drooping",
                                         "stop asking me things, my arm is numb", "change of diet");
    CAPTURE(message);
    CHECK_FALSE(find<Command>(meant(at_face(), message)));
}

TEST_CASE("Change is of the last answer") {
    CHECK(find<Command>(meant(at_face(), "change my answer"))->argument == "who");
    CHECK(find<Command>(meant(Conversation(shipped_dialog()), "change my answer"))->argument.empty());
}

TEST_CASE("An answer and facts of one message are both taken") {
    const Acts acts = meant(at_face(), "no, but my arm is numb");
    REQUIRE(find<Answer>(acts));
    CHECK(find<Answer>(acts)->choices == std::vector<std::string>{"no"});
    REQUIRE(find<Mention>(acts));
    CHECK(find<Mention>(acts)->finding == "arm_leg_weakness");
}

TEST_CASE("What answers the question is not said again as a fact") {
    const Acts acts = meant(at_face(), "my face is drooping");
    REQUIRE(acts.size() == 1);
    CHECK(find<Answer>(acts)->choices == std::vector<std::string>{"yes"});
}

TEST_CASE("A message without words, or without any that are known") {
    const Conversation c = at_face();
    CHECK(reason(meant(c, "")) == "empty");
    CHECK(reason(meant(c, "?!")) == "empty");
    CHECK(reason(meant(c, "\xF0\x9F\x98\xAD\xF0\x9F\x98\xAD")) == "empty");
    CHECK(reason(meant(c, "\xFF\xFE\x80")) == "empty");
    CHECK(reason(meant(c, "pizza with extra cheese")) == "unknown");
}

TEST_CASE("Someone else's signs count where the conversation is about them") {
    Conversation about_other(shipped_dialog());
    about_other.tap("who", {"other_adult"});
    CHECK(find<Mention>(meant(about_other, "his arm is numb"))->status == Status::present);
    CHECK(find<Mention>(meant(at_face(), "his arm is numb"))->status == Status::other_person);
    Conversation fresh(shipped_dialog());
    fresh.take(meant(fresh, "my husband's face is drooping"));
    CHECK(fresh.outcome() == "stroke_now");
}

TEST_CASE("A vague time that could be two bands is not taken in passing") {
    const Conversation c = at_face();
    CHECK(find<Mention>(meant(c, "my lip has twitched for 3 weeks"))->value == "weeks");
    CHECK_FALSE(find<Mention>(meant(c, "my lip has twitched for 2-3 weeks")));
}

TEST_CASE("After the end a message is still understood") {
    Conversation c = at_face();
    c.tap("face", {"yes"});
    while (c.question() != "-") c.tap(c.question(), {"unsure"});
    CHECK(find<Mention>(meant(c, "I can't breathe"))->finding == "breathing_trouble");
    CHECK(find<TopicAsked>(meant(c, "can stress cause this?")));
}

TEST_CASE("An emergency beside a no is the answer, at its own question") {
    const Acts acts = meant(at_face(), "No. My face is drooping.");
    REQUIRE(find<Answer>(acts));
    CHECK(find<Answer>(acts)->choices == std::vector<std::string>{"yes"});
    CHECK(find<Answer>(meant(at_face(), "No. My face is not drooping."))->choices == std::vector<std::string>{"no"});
}
