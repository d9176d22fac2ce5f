// States, questions and checks as they are linked.

#include <catch2/catch.hpp>

#include "engine/conversation.hpp"
#include "engine/tiny_dialog.hpp"
#include "script/report.hpp"

using namespace anamnesis;
using tests::replaced;
using Ids = std::vector<std::string>;

namespace {

Ids state_ids(const Dialog& d) {
    Ids out;
    for (const State& s : d.states) out.push_back(s.id);
    return out;
}

const Question& question(const std::string& id) {
    const Dialog& d = tests::knee_dialog();
    return d.questions[d.find_question(id).value()];
}

}  // namespace

TEST_CASE("States stand in the order of the file; a state of an include stands where it is used") {
    CHECK(state_ids(tests::knee_dialog()) == Ids{"opening", "danger", "context", "self_harm"});
    CHECK(tests::knee_dialog().states[0].has_say);
    CHECK_FALSE(tests::knee_dialog().states[1].has_say);
}

TEST_CASE("Of a used state both conditions must hold") {
    ScriptSource source = tests::tiny_source();
    std::string& crisis = source.includes[0].dialog.text;
    crisis = replaced(crisis, "{\"id\": \"self_harm\", \"questions\"",
                      "{\"id\": \"self_harm\", \"when\": \"no crisis_go_on\", \"questions\"");
    const Compiled c = compile(source);
    REQUIRE(c.dialog.has_value());
    const Expr& when = c.dialog->states.back().when;
    const auto holds_with = [&](std::initializer_list<std::pair<const char*, const char*>> values) {
        return holds(when, effective(*c.dialog, tests::facts(*c.dialog, values)));
    };
    CHECK(holds_with({{"low_mood", "yes"}, {"crisis_go_on", "no"}}));
    CHECK_FALSE(holds_with({{"low_mood", "yes"}}));
    CHECK_FALSE(holds_with({{"crisis_go_on", "no"}}));
}

TEST_CASE("The style comes from the type of the finding, unless it is given") {
    CHECK(question("cold").style == Style::yes_no);
    CHECK(question("side").style == Style::one_of);
    CHECK(question("duration").style == Style::number);
    CHECK(question("signs").style == Style::any_of);
    CHECK(question("who").style == Style::one_of);
}

TEST_CASE("Checks stand behind the questions of the states") {
    const Dialog& d = tests::knee_dialog();
    for (const char* check : {"since", "pain_when", "last_check", "crisis_plan"})
        for (const State& s : d.states)
            for (QuestionIndex q : s.questions) CHECK(q < d.find_question(check).value());
}

TEST_CASE("Where an included script places states itself counts only when it starts alone") {
    ScriptSource source = tests::knee_source();
    std::string& crisis = source.includes[0].dialog.text;
    crisis = replaced(crisis, "\"states\": [", "\"states\": [{ \"use\": \"of_another_script\" }, ");
    const Compiled c = compile(source);
    REQUIRE(c.dialog.has_value());
    CHECK(c.dialog->states.size() == tests::knee_dialog().states.size());
}

TEST_CASE("A state can be used once") {
    ScriptSource source = tests::tiny_source();
    source.main.dialog.text = replaced(source.main.dialog.text, "{ \"use\": \"self_harm\"",
                                       "{ \"use\": \"self_harm\" }, { \"use\": \"self_harm\"");
    const Diagnostic d = tests::find_code(compile(source).diagnostics, code::kUnknownName);
    CHECK(d.pointer == "/states/3/use");
}

TEST_CASE("Two includes with a state of one name are told") {
    ScriptSource source = tests::tiny_source();
    ScriptFolder other = source.includes[0];
    other.dialog.text = replaced(other.dialog.text, "\"id\": \"crisis\"", "\"id\": \"other\"");
    source.includes.push_back(other);
    std::string& script = source.main.dialog.text;
    script =
        replaced(script, "[{ \"id\": \"crisis\"", "[{ \"id\": \"other\", \"version\": \"0.1\" }, { \"id\": \"crisis\"");
    const Diagnostics told = compile(source).diagnostics;
    bool state_told = false;
    for (const Diagnostic& d : told)
        state_told = state_told || (d.code == code::kDuplicateId && d.pointer == "/states/0/id");
    CHECK(state_told);
}

TEST_CASE("An include with a name of its own keeps its names apart") {
    ScriptSource source = tests::tiny_source();
    ScriptFolder second = source.includes[0];
    second.dialog.text = replaced(second.dialog.text, "\"id\": \"crisis\"", "\"id\": \"second\"");
    source.includes.push_back(second);
    std::string& script = source.main.dialog.text;
    script = replaced(script, "[{ \"id\": \"crisis\"",
                      "[{ \"id\": \"second\", \"version\": \"0.1\", \"as\": \"two\" }, { \"id\": \"crisis\"");
    script = replaced(script, "\"when\": \"maybe low_mood\" }",
                      "\"when\": \"maybe low_mood\" }, { \"use\": \"two.self_harm\", \"when\": \"low_mood\" }");
    const Compiled c = compile(source);
    INFO(tests::in_words(c.diagnostics));
    REQUIRE(c.dialog.has_value());
    CHECK(state_ids(*c.dialog) == Ids{"danger", "habits", "self_harm", "two.self_harm"});
    CHECK(c.dialog->find_finding("two.suicidal_thoughts").has_value());
    CHECK(c.dialog->find_question("two.crisis_plan").has_value());
    CHECK(c.dialog->languages[0].find("questions.two.crisis_plan.text") != nullptr);
}
