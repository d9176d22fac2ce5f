// Rules and outcomes as they are linked.

#include <catch2/catch.hpp>

#include "engine/tiny_dialog.hpp"
#include "script/report.hpp"

using namespace anamnesis;
using tests::replaced;
using Ids = std::vector<std::string>;

namespace {

const Rule* find_rule(const Dialog& d, const std::string& id) {
    for (const Rule& rule : d.rules)
        if (rule.id == id) return &rule;
    return nullptr;
}

const Rule& rule(const std::string& id) { return *find_rule(tests::knee_dialog(), id); }

}  // namespace

TEST_CASE("A rule knows its stage, outcome and checks") {
    const Dialog& d = tests::knee_dialog();
    CHECK(rule("E01").stage == Stage::once);
    CHECK(rule("U01").stage == Stage::after);
    CHECK(d.states[rule("U01").after_state].id == "danger");
    CHECK(rule("C01").stage == Stage::end);
    CHECK(d.outcomes[rule("U01").outcome].id == "same_day");
    CHECK(d.questions[*rule("E03").ask_first].id == "pain_when");
    CHECK(d.questions[rule("E02").ask_then.at(0)].id == "since");
    CHECK(rule("E02").unless.has_value());
    CHECK(rule("E01").cites == Ids{"S1"});
}

TEST_CASE("Rules are ranked by urgency, and by their place in the file among equals") {
    const Dialog& d = tests::knee_dialog();
    Ids order;
    for (std::size_t i : d.rules_by_urgency) order.push_back(d.rules[i].id);
    CHECK(order == Ids{"E16", "E16u", "E01", "E02", "E04", "P02", "E03", "U08", "U08e", "U01", "U02", "U03", "N09",
                       "N01", "N02", "N03", "R01", "C01"});
}

TEST_CASE("An include can only raise: its rules below soon do not join") {
    ScriptSource source = tests::tiny_source();
    std::string& crisis = source.includes[0].dialog.text;
    crisis = replaced(crisis, "\"rules\": [", R"("rules": [
        { "id": "L1", "at": "end", "if": "no suicidal_thoughts", "then": "calm" },
        { "id": "L2", "at": "end", "if": "crisis_go_on", "then": "talk" },)");
    crisis = replaced(crisis, "\"outcomes\": {", R"("outcomes": {
        "calm": { "level": "self_care", "show": [] }, "talk": { "level": "soon", "show": [] },)");
    std::string& words = source.includes[0].locales[0].text;
    words = replaced(words, "\"rules\": {", R"("rules": { "L2": { "why": "x" },)");
    words = replaced(words, "\"outcomes\": {", R"("outcomes": { "calm": { "say": "x" }, "talk": { "say": "x" },)");
    const Compiled c = compile(source);
    INFO(tests::in_words(c.diagnostics));
    REQUIRE(c.dialog.has_value());
    CHECK(find_rule(*c.dialog, "L1") == nullptr);
    CHECK(find_rule(*c.dialog, "L2") != nullptr);
}

TEST_CASE("The default of an include does not join") {
    CHECK(tests::tiny_dialog().outcomes[tests::tiny_dialog().default_outcome].id == "see_someone");
}

TEST_CASE("A check that a rule asks may not be a question of a state") {
    ScriptSource source = tests::knee_source();
    source.main.dialog.text =
        replaced(source.main.dialog.text, "\"ask_then\": [\"since\"]", "\"ask_then\": [\"since\", \"side\"]");
    const Diagnostic d = tests::find_code(compile(source).diagnostics, code::kUnknownName);
    CHECK(d.pointer == "/rules/1/ask_then/1");
    CHECK(d.message == "\"side\" is a question of a state, no check");
}

TEST_CASE("Outcomes keep their level, sections and what to watch for") {
    const Dialog& d = tests::knee_dialog();
    const Outcome& same_day = d.outcomes[rule("U01").outcome];
    CHECK(same_day.level == Level::urgent);
    CHECK(same_day.show == Ids{"why", "watch_for"});
    CHECK(same_day.watch_for == Ids{"worse"});
    CHECK_FALSE(same_day.keep);
    CHECK(d.outcomes[rule("U08").outcome].keep);
}
