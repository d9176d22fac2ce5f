// What an answer sets, and what it makes forgotten: the dialog language, sections 5 and 6.

#include <catch2/catch.hpp>

#include "dialog/change.hpp"
#include "engine/conversation.hpp"
#include "engine/tiny_dialog.hpp"

using namespace anamnesis;
using tests::facts;
using tests::knee_dialog;
using Values = std::initializer_list<std::pair<const char*, const char*>>;

namespace {

Findings set(Values before, const char* finding, const char* value) {
    const Dialog& d = knee_dialog();
    const FindingIndex f = tests::index_of(d, finding);
    return with_value(d, facts(d, before), f, value_of(d.findings[f], value).value());
}

Findings map_of(Values values) { return facts(knee_dialog(), values); }

Findings answered_in(const Dialog& d, const Findings& before, const std::string& question, const Answer& answer) {
    const Ask ask{false, d.find_question(question).value()};
    return with_answer(d, before, ask, shown_items(d, effective(d, before), ask), answer);
}

Findings answered(Values before, const std::string& question, const Answer& answer) {
    return answered_in(knee_dialog(), facts(knee_dialog(), before), question, answer);
}

Answer tapped(std::vector<std::string> choices) { return {"", std::move(choices), {}, false, false}; }
Answer typed(std::vector<std::string> choices, bool all = false) { return {"", std::move(choices), {}, true, all}; }

}  // namespace

TEST_CASE("A value is set, and its old check forgotten") {
    CHECK(set({}, "fever", "yes") == map_of({{"fever", "yes"}}));
    CHECK(set({{"leg_cold", "unsure"}, {"leg_cold?", "no"}}, "leg_cold", "no") == map_of({{"leg_cold", "no"}}));
    CHECK(set({{"leg_cold", "unsure"}, {"leg_cold?", "no"}}, "leg_cold", "unsure") == map_of({{"leg_cold", "unsure"}}));
}

TEST_CASE("A correction forgets what depended on it") {
    CHECK(set({{"pregnant", "yes"}, {"pregnancy_danger", "yes"}, {"side", "left"}}, "pregnant", "no") ==
          map_of({{"pregnant", "no"}, {"side", "left"}}));
    CHECK(set({{"wound", "unsure"}, {"wound_deep", "unsure"}, {"wound_deep?", "no"}}, "wound", "yes") ==
          map_of({{"wound", "yes"}}));
}

TEST_CASE("The same value again forgets nothing, a first value neither") {
    CHECK(set({{"pregnant", "yes"}, {"pregnancy_danger", "yes"}}, "pregnant", "yes") ==
          map_of({{"pregnant", "yes"}, {"pregnancy_danger", "yes"}}));
    CHECK(set({{"pregnancy_danger", "yes"}}, "pregnant", "no") ==
          map_of({{"pregnancy_danger", "yes"}, {"pregnant", "no"}}));
}

TEST_CASE("A flag that is said again forgets the facts that lifted it") {
    CHECK(set({{"leg_weak", "yes"}, {"weak_since", "slow"}}, "leg_weak", "yes") == map_of({{"leg_weak", "yes"}}));
    CHECK(set({{"chest_pain", "yes"}, {"pain_when", "longer"}}, "chest_pain", "yes") ==
          map_of({{"chest_pain", "yes"}}));
    CHECK(set({{"suicidal_thoughts", "yes"}, {"crisis_go_on", "yes"}}, "suicidal_thoughts", "yes") ==
          map_of({{"suicidal_thoughts", "yes"}}));
}

TEST_CASE("The denial of another flag that lifted it is forgotten too, a yes to that flag never") {
    CHECK(set({{"wound", "yes"}, {"wound_deep", "no"}}, "wound", "yes") == map_of({{"wound", "yes"}}));
    CHECK(set({{"wound", "yes"}, {"wound_deep", "yes"}}, "wound", "yes") ==
          map_of({{"wound", "yes"}, {"wound_deep", "yes"}}));
}

TEST_CASE("Answering the check that lifts keeps the flag and the answer") {
    CHECK(set({{"leg_weak", "yes"}}, "weak_since", "slow") == map_of({{"leg_weak", "yes"}, {"weak_since", "slow"}}));
    CHECK(set({{"wound", "yes"}}, "wound_deep", "no") == map_of({{"wound", "yes"}, {"wound_deep", "no"}}));
}

TEST_CASE("yes_no, choice and number: the value that was chosen") {
    CHECK(answered({}, "cold", tapped({"unsure"})) == map_of({{"leg_cold", "unsure"}}));
    CHECK(answered({}, "side", tapped({"left"})) == map_of({{"side", "left"}}));
    CHECK(answered({}, "duration", tapped({"long"})) == map_of({{"duration", "long"}}));
    CHECK(answered({}, "duration", {"", {}, 6.5, false, false}) == map_of({{"duration", "short"}}));
    CHECK(answered({}, "duration", {"", {}, 7.0, false, false}) == map_of({{"duration", "long"}}));
    CHECK(answered({}, "duration", {"", {}, -1.0, false, false}) == map_of({}));
}

TEST_CASE("A check sets the check") {
    const Dialog& d = knee_dialog();
    const Findings before = map_of({{"leg_cold", "unsure"}});
    const Ask probe{true, tests::index_of(d, "leg_cold")};
    CHECK(with_answer(d, before, probe, {}, tapped({"no"})) == map_of({{"leg_cold", "unsure"}, {"leg_cold?", "no"}}));
    CHECK(with_answer(d, before, probe, {}, tapped({})) == before);
}

TEST_CASE("A list by buttons: what was not chosen is no, of what was shown") {
    CHECK(answered({}, "habits", tapped({"stress"})) ==
          map_of({{"stress", "yes"}, {"running", "no"}, {"low_mood", "no"}}));
    CHECK(answered({}, "habits", tapped({})) == map_of({{"stress", "no"}, {"running", "no"}, {"low_mood", "no"}}));
    CHECK(answered({{"running", "yes"}}, "habits", tapped({})) ==
          map_of({{"stress", "no"}, {"running", "yes"}, {"low_mood", "no"}}));
    CHECK(answered({}, "habits", tapped({"stress", "unsure"})) ==
          map_of({{"stress", "yes"}, {"running", "unsure"}, {"low_mood", "unsure"}}));
}

TEST_CASE("A list in words: what was not named stays unasked") {
    CHECK(answered({}, "habits", typed({"stress"})) == map_of({{"stress", "yes"}}));
    CHECK(answered({}, "habits", typed({}, true)) == map_of({{"stress", "no"}, {"running", "no"}, {"low_mood", "no"}}));
    CHECK(answered({}, "habits", typed({"unsure"}, true)) ==
          map_of({{"stress", "unsure"}, {"running", "unsure"}, {"low_mood", "unsure"}}));
}

TEST_CASE("The last item of a list is answered like any question") {
    const Values before = {{"stress", "no"}, {"running", "no"}};
    const auto now = [](const char* v) { return map_of({{"stress", "no"}, {"running", "no"}, {"low_mood", v}}); };
    CHECK(answered(before, "habits", tapped({"yes"})) == now("yes"));
    CHECK(answered(before, "habits", tapped({"no"})) == now("no"));
    CHECK(answered(before, "habits", typed({"no"})) == now("no"));
    CHECK(answered(before, "habits", tapped({"unsure"})) == now("unsure"));
}

TEST_CASE("An item that is chosen counts, even when the list no longer shows it") {
    CHECK(answered({{"fever", "no"}}, "signs", tapped({"fever"})) ==
          map_of({{"chest_pain", "no"}, {"wound", "no"}, {"fever", "yes"}, {"new_medicine", "no"}}));
}

TEST_CASE("One of a list: the others are no, whatever they were") {
    CHECK(answered({{"myself", "yes"}, {"other_person", "no"}}, "who", tapped({"other_person"})) ==
          map_of({{"myself", "no"}, {"other_person", "yes"}}));
    CHECK(answered({}, "who", tapped({"unsure"})) == map_of({{"myself", "unsure"}, {"other_person", "unsure"}}));
}

TEST_CASE("A list may name a child before its parent: nothing of one answer is forgotten") {
    ScriptSource source = tests::knee_source();
    std::string& script = source.main.dialog.text;
    script = tests::replaced(
        script, "{ \"id\": \"pregnant\", \"asks\": \"pregnant\" }",
        "{ \"id\": \"pregnant\", \"asks\": [\"pregnancy_danger\", \"pregnant\"], \"style\": \"any_of\" }");
    const Compiled c = compile(source);
    INFO(tests::in_words(c.diagnostics));
    REQUIRE(c.dialog.has_value());
    const Dialog& d = *c.dialog;
    const Findings before = facts(d, {{"pregnant", "no"}, {"pregnancy_danger", "no"}});
    const Ask ask{false, d.find_question("pregnant").value()};
    CHECK(with_answer(d, before, ask, d.questions[ask.index].asks, tapped({"pregnancy_danger", "pregnant"})) ==
          facts(d, {{"pregnant", "yes"}, {"pregnancy_danger", "yes"}}));
}
