// Typed words in every state of the shipped dialog that random answers reach.

#include <catch2/catch.hpp>

#include "engine/random_acts.hpp"
#include "engine/text/shipped.hpp"

using namespace anamnesis;
using tests::shipped_dialog;

namespace {

constexpr int kConversations = 60;
constexpr int kTurnsMax = 40;
constexpr unsigned kSeed = 20261125;

// Mostly no, so that a conversation does not end at its first alarm.
Acts mostly_no(tests::RandomActs& random, const Session& session) {
    const auto prompt = open_prompt(shipped_dialog(), session);
    if (!prompt || random.one_in(8)) return random.answer(session);
    Answer answer{prompt->id, {}, {}, false, false};
    if (prompt->style == Style::yes_no)
        answer.choices = {"no"};
    else if (prompt->style != Style::any_of)
        answer.choices = {prompt->options.front()};
    else if (random.one_in(3))
        answer.choices = {prompt->options[static_cast<std::size_t>(random.below(prompt->options.size()))]};
    return {answer};
}

// Sessions on the way of conversations that are answered at random, corrections and commands among them.
const std::vector<Session>& reached() {
    static const std::vector<Session> sessions = [] {
        std::vector<Session> out;
        tests::RandomActs acts(shipped_dialog(), kSeed);
        for (int i = 0; i < kConversations; ++i) {
            Session session = start(shipped_dialog(), "en-GB").session;
            for (int turn = 0; turn < kTurnsMax; ++turn) {
                out.push_back(session);
                const Acts next = acts.one_in(12) ? acts.any(session) : mostly_no(acts, session);
                session = step(shipped_dialog(), session, next).session;
            }
        }
        return out;
    }();
    return sessions;
}

Step typed(const Session& session, const std::string& text) {
    return step(shipped_dialog(), session, understand(shipped_dialog(), session, text));
}

std::string where(const Session& session) {
    const auto prompt = open_prompt(shipped_dialog(), session);
    return prompt ? prompt->id : "-";
}

bool is_emergency(const Reply& reply) {
    return reply.ending && shipped_dialog().outcomes[reply.ending->verdict.outcome].level == Level::emergency;
}

// What the button of this option gives. Of a list, words name one item and leave the rest unasked.
Findings by_button(const Session& session, const Prompt& prompt, const std::string& option) {
    Answer answer{prompt.id, {option}, {}, false, false};
    answer.typed = prompt.style == Style::any_of;
    answer.all = answer.typed && option == "unsure";
    return step(shipped_dialog(), session, {answer}).session.findings;
}

void check_typed(const Session& session, const Prompt& prompt, const std::string& option, const std::string& text) {
    CAPTURE(prompt.id, option, text);
    CHECK((typed(session, text).session.findings == by_button(session, prompt, option)));
}

}  // namespace

TEST_CASE("The walk reaches several hundred states, of most questions and of the end") {
    std::set<std::string> open;
    for (const Session& session : reached()) open.insert(where(session));
    CHECK(reached().size() == kConversations * kTurnsMax);
    CHECK(open.size() >= 40);
    CHECK(open.count("-") == 1);
}

TEST_CASE("An emergency in words is answered at once, wherever the conversation is") {
    const std::string text =
        GENERATE("one side of my face is drooping and my speech is slurred", "I am going to kill myself tonight");
    for (const Session& session : reached()) {
        CAPTURE(text, where(session));
        const Reply reply = typed(session, text).reply;
        CHECK(is_emergency(reply));
        CHECK_FALSE(reply.messages.empty());
    }
}

TEST_CASE("Every option can be given by typing its label") {
    const Language& language = shipped_dialog().languages.front();
    for (const Session& session : reached()) {
        const auto prompt = open_prompt(shipped_dialog(), session);
        if (!prompt) continue;
        for (const std::string& option : prompt->options) {
            const std::string* label = language.find(option_key(shipped_dialog(), *prompt, option));
            REQUIRE(label);
            check_typed(session, *prompt, option, *label);
        }
    }
}

TEST_CASE("Yes, no and not sure in words give what their buttons give") {
    for (const Session& session : reached()) {
        const auto prompt = open_prompt(shipped_dialog(), session);
        if (!prompt || prompt->style != Style::yes_no) continue;
        check_typed(session, *prompt, "yes", "yes");
        check_typed(session, *prompt, "no", "no");
        check_typed(session, *prompt, "unsure", "not sure");
    }
}
