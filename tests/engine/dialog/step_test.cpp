// The turn: a few by hand, then properties on random conversations of every dialog at hand.

#include <catch2/catch.hpp>

#include <algorithm>

#include "engine/conversation.hpp"
#include "engine/random_acts.hpp"
#include "engine/tiny_dialog.hpp"

using namespace anamnesis;
using tests::Conversation;
using tests::knee_dialog;
using tests::RandomActs;

namespace {

constexpr int kConversations = 150;
constexpr int kTurns = 40;

const Dialog& shipped_dialog() {
    static const Dialog dialog = [] {
        Compiled c = compile(tests::source_of(tests::source_path("dialogs/lip-twitching")));
        if (!c.dialog) throw std::runtime_error(tests::in_words(c.diagnostics));
        return std::move(*c.dialog);
    }();
    return dialog;
}

std::vector<const Dialog*> all_dialogs() { return {&tests::tiny_dialog(), &knee_dialog(), &shipped_dialog()}; }

/// Calls `look(before, acts, after)` on every turn of random conversations.
template <class Look>
void on_random_turns(const Look& look) {
    for (const Dialog* dialog : all_dialogs())
        for (unsigned seed = 0; seed < kConversations; ++seed) {
            RandomActs random(*dialog, seed);
            Conversation c(*dialog);
            for (int turn = 0; turn < kTurns; ++turn) {
                const Conversation before = c;
                const Acts acts = random.any(before.session);
                c.take(acts);
                INFO(dialog->id << ", seed " << seed << ", turn " << turn);
                look(before, acts, c);
            }
        }
}

std::optional<Level> level_shown(const Conversation& c) {
    if (!c.reply.ending) return std::nullopt;
    return c.dialog.outcomes[c.reply.ending->verdict.outcome].level;
}

template <class Wanted>
const Wanted* first_of(const Acts& acts) {
    for (const Act& act : acts)
        if (const auto* found = std::get_if<Wanted>(&act)) return found;
    return nullptr;
}

bool starts_over(const Acts& acts) {
    const auto* command = first_of<Command>(acts);
    return command && command->name == "start_over";
}

/// The person said yes to "was that wrong?".
bool confirms(const Conversation& before, const Acts& acts) {
    const auto* answer = first_of<Answer>(acts);
    return answer && before.reply.prompt && before.reply.prompt->confirms &&
           answer->question == before.reply.prompt->id && answer->choices == std::vector<std::string>{"yes"};
}

/// The outcome on the page has this finding in its own ask_first or ask_then.
bool own_check_asks(const Conversation& before, const std::vector<FindingIndex>& findings) {
    if (!before.reply.ending || !before.reply.ending->verdict.rule) return false;
    const Rule& rule = before.dialog.rules[*before.reply.ending->verdict.rule];
    std::vector<QuestionIndex> checks = rule.ask_then;
    if (rule.ask_first) checks.push_back(*rule.ask_first);
    for (QuestionIndex q : checks)
        for (FindingIndex f : before.dialog.questions[q].asks)
            if (std::find(findings.begin(), findings.end(), f) != findings.end()) return true;
    return false;
}

std::vector<FindingIndex> changed(const Conversation& before, const Conversation& after) {
    std::vector<FindingIndex> out;
    for (FindingIndex f = 0; f < before.session.findings.said.size(); ++f)
        if (before.session.findings.said[f] != after.session.findings.said[f] ||
            before.session.findings.checked[f] != after.session.findings.checked[f])
            out.push_back(f);
    return out;
}

bool emergency_now_or_next(const Conversation& c) {
    const Decision now = decide(c.dialog, c.session.findings);
    const bool pending = now.pending && c.dialog.outcomes[now.verdict->outcome].level == Level::emergency;
    return pending || level_shown(c) == Level::emergency;
}

}  // namespace

TEST_CASE("Equal arguments give equal results") {
    Conversation a(knee_dialog()), b(knee_dialog());
    RandomActs random(knee_dialog(), 5);
    for (int i = 0; i < 200; ++i) {
        const Acts acts = random.any(a.session);
        a.take(acts);
        b.take(acts);
        REQUIRE(a.session == b.session);
        REQUIRE(a.keys() == b.keys());
        REQUIRE(a.reply.prompt == b.reply.prompt);
    }
}

TEST_CASE("Every turn counts, whatever was meant") {
    Conversation c(knee_dialog());
    c.take({});
    c.command("dance");
    c.tap("nowhere", {"x"});
    CHECK(c.session.turn == 3);
}

TEST_CASE("Every turn has an answer in words, and the next question is the one it puts") {
    on_random_turns([](const Conversation&, const Acts&, const Conversation& after) {
        REQUIRE_FALSE(after.reply.messages.empty());
        REQUIRE(after.reply.prompt == open_prompt(after.dialog, after.session));
        const Page page = after.page();
        for (std::size_t i = 0; i < page.messages.size(); ++i)
            REQUIRE(page.messages[i].text != after.reply.messages[i].text.key);  // a key without words
        REQUIRE((!after.reply.prompt || !after.reply.prompt->options.empty()));
    });
}

TEST_CASE("What is known stays within what can be said") {
    on_random_turns([](const Conversation&, const Acts&, const Conversation& after) {
        const Findings& f = after.session.findings;
        for (std::size_t i = 0; i < f.said.size(); ++i) {
            REQUIRE((f.said[i] == value::kNotAsked || !value_id(after.dialog.findings[i], f.said[i]).empty()));
            REQUIRE(f.said[i] != value::kOpen);
            REQUIRE((f.checked[i] == value::kNotAsked || after.dialog.findings[i].has_probe));
        }
    });
}

TEST_CASE("The level shown never falls from urgent or above, but by its own check or a confirmed word") {
    int falls = 0, high = 0;
    on_random_turns([&](const Conversation& before, const Acts& acts, const Conversation& after) {
        const auto was = level_shown(before);
        if (!was || *was < Level::urgent) return;
        ++high;
        if (level_shown(after) && *level_shown(after) >= *was) return;
        ++falls;
        REQUIRE((starts_over(acts) || confirms(before, acts) || own_check_asks(before, changed(before, after))));
    });
    CHECK(high > 1000);
    CHECK(falls > 10);  // the property is about something
}

TEST_CASE("An alarm that is on goes off by a confirmed word alone") {
    int falls = 0;
    on_random_turns([&](const Conversation& before, const Acts& acts, const Conversation& after) {
        const Effective was = effective(before.dialog, before.session.findings);
        const Effective now = effective(after.dialog, after.session.findings);
        for (std::size_t f = 0; f < was.values.size(); ++f) {
            const Finding& finding = before.dialog.findings[f];
            if (!finding.flag || *finding.flag < Level::urgent) continue;
            if (was.values[f] != value::kYes || now.values[f] == value::kYes) continue;
            ++falls;
            REQUIRE((starts_over(acts) || confirms(before, acts)));
        }
    });
    CHECK(falls > 10);
}

TEST_CASE("An emergency flag said in passing acts in that very reply, in any state") {
    int said = 0;
    on_random_turns([&](const Conversation&, const Acts&, const Conversation& after) {
        if (after.session.turn % 7 != 0) return;  // every so often is enough
        for (const Finding& f : after.dialog.findings) {
            if (f.flag != Level::emergency) continue;
            Conversation c = after;
            c.mention(f.id);
            INFO(f.id);
            REQUIRE(emergency_now_or_next(c));
            ++said;
        }
    });
    CHECK(said > 1000);
}

TEST_CASE("An emergency flag answered with yes acts in that very reply, in any state") {
    int answered = 0;
    on_random_turns([&](const Conversation&, const Acts&, const Conversation& after) {
        const auto prompt = open_prompt(after.dialog, after.session);
        if (!prompt || prompt->confirms) return;
        for (FindingIndex f : prompt->findings) {
            if (after.dialog.findings[f].flag != Level::emergency) continue;
            Conversation c = after;
            c.tap(prompt->id, {prompt->style == Style::yes_no ? "yes" : after.dialog.findings[f].id});
            INFO(prompt->id);
            REQUIRE(emergency_now_or_next(c));
            ++answered;
        }
    });
    CHECK(answered > 100);
}

TEST_CASE("A conversation of answers comes to an outcome") {
    for (const Dialog* dialog : all_dialogs())
        for (unsigned seed = 0; seed < kConversations; ++seed) {
            RandomActs random(*dialog, seed);
            Conversation c(*dialog);
            int turns = 0;
            while (c.reply.prompt && ++turns < 300) c.take(random.answer(c.session));
            INFO(dialog->id << ", seed " << seed);
            REQUIRE_FALSE(c.reply.prompt.has_value());
            REQUIRE(c.reply.ending.has_value());
        }
}

TEST_CASE("A person who is never understood comes to an outcome too") {
    for (const Dialog* dialog : all_dialogs()) {
        Conversation c(*dialog);
        int turns = 0;
        while (c.reply.prompt && ++turns < 500) c.puzzle();
        INFO(dialog->id);
        REQUIRE(c.reply.ending.has_value());
        CHECK(level_shown(c) >= Level::soon);
    }
}
