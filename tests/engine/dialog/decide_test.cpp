// Which question comes next, or what it comes to: the dialog language, section 4.

#include <catch2/catch.hpp>

#include <vector>

#include "engine/conversation.hpp"
#include "engine/tiny_dialog.hpp"

using namespace anamnesis;
using tests::knee_dialog;
using Values = std::vector<std::pair<const char*, const char*>>;

namespace {

Findings map_of(const Values& values) {
    const Dialog& d = knee_dialog();
    Findings out = no_findings(d);
    for (const auto& [id, value] : values) {
        const Findings one = tests::facts(d, {{id, value}});
        for (std::size_t f = 0; f < out.said.size(); ++f) {
            if (one.said[f] != value::kNotAsked) out.said[f] = one.said[f];
            if (one.checked[f] != value::kNotAsked) out.checked[f] = one.checked[f];
        }
    }
    return out;
}

/// "weak" (a question), "call_now E01" (an outcome), "pain_when before call_now E03" (pending),
/// "call_now E02 above since" (a check below it).
std::string decided(const Values& values) {
    const Dialog& d = knee_dialog();
    const Decision decision = decide(d, map_of(values));
    std::string ask, outcome;
    if (decision.ask)
        ask = decision.ask->probe ? d.findings[decision.ask->index].id + "?" : d.questions[decision.ask->index].id;
    if (!decision.verdict) return ask;
    outcome = d.outcomes[decision.verdict->outcome].id + " " +
              (decision.verdict->rule ? d.rules[*decision.verdict->rule].id : "default");
    if (decision.pending) return ask + " before " + outcome;
    return ask.empty() ? outcome : outcome + " above " + ask;
}

Values harmless(const Values& but = {}) {
    Values out = {{"myself", "yes"},    {"other_person", "no"}, {"leg_cold", "no"}, {"leg_weak", "no"},
                  {"chest_pain", "no"}, {"wound", "no"},        {"fever", "no"},    {"new_medicine", "no"},
                  {"pregnant", "no"},   {"duration", "short"},  {"side", "left"},   {"stress", "no"},
                  {"running", "no"},    {"low_mood", "no"}};
    out.insert(out.end(), but.begin(), but.end());
    return out;
}

}  // namespace

TEST_CASE("Questions come in the order of the states") {
    CHECK(decided({}) == "who");
    CHECK(decided({{"myself", "yes"}}) == "who");  // one item is unasked still
    CHECK(decided({{"myself", "yes"}, {"other_person", "no"}}) == "cold");
    CHECK(decided(harmless()) == "self_care C01");
}

TEST_CASE("What is known already is not asked; what it gates is") {
    CHECK(decided({{"myself", "no"},
                   {"other_person", "no"},
                   {"leg_cold", "no"},
                   {"leg_weak", "no"},
                   {"chest_pain", "no"},
                   {"wound", "unsure"},
                   {"wound?", "unsure"},
                   {"fever", "no"},
                   {"new_medicine", "no"}}) == "deep");
    CHECK(decided(harmless({{"stress", "yes"}})) == "worry_1");
    CHECK(decided(harmless({{"low_mood", "unsure"}})) == "self_harm");  // a used state, under the host's condition
}

TEST_CASE("A rule at once stops everything") {
    CHECK(decided({{"leg_cold", "yes"}}) == "call_now E01");
    CHECK(decided(harmless({{"leg_cold", "yes"}})) == "call_now E01");
}

TEST_CASE("An open check comes before any other question") {
    CHECK(decided({{"leg_weak", "unsure"}}) == "leg_weak?");
    CHECK(decided({{"leg_weak", "unsure"}, {"leg_cold", "unsure"}}) == "leg_cold?");
    CHECK(decided({{"leg_weak", "unsure"}, {"leg_weak?", "unsure"}}) == "who");
}

TEST_CASE("Two alarms that stay not sure are an emergency, but only after their checks") {
    CHECK(decided({{"leg_weak", "unsure"}, {"leg_cold", "unsure"}, {"leg_cold?", "unsure"}}) == "leg_weak?");
    CHECK(decided({{"leg_weak", "unsure"}, {"leg_cold", "unsure"}, {"leg_cold?", "unsure"}, {"leg_weak?", "unsure"}}) ==
          "call_now P02");
}

TEST_CASE("A check that is asked first delays an outcome by one question") {
    CHECK(decided({{"chest_pain", "yes"}}) == "pain_when before call_now E03");
    CHECK(decided({{"chest_pain", "yes"}, {"pain_when", "today"}}) == "call_now E03");
    CHECK(decided({{"chest_pain", "yes"}, {"pain_when", "unsure"}}) == "call_now E03");
    CHECK(decided({{"chest_pain", "yes"}, {"pain_when", "longer"}}) == "who");  // taken back
}

TEST_CASE("A check that is asked then stays open below its outcome") {
    CHECK(decided({{"leg_weak", "yes"}}) == "call_now E02 above since");
    CHECK(decided({{"leg_weak", "yes"}, {"weak_since", "unsure"}}) == "call_now E02");
    CHECK(decided({{"suicidal_thoughts", "yes"}}) == "crisis_support U08 above crisis_plan");
    CHECK(decided({{"suicidal_thoughts", "yes"}, {"suicide_plan_or_attempt", "unsure"}}) ==
          "crisis_support U08 above suicide_plan_or_attempt?");
    CHECK(decided({{"suicidal_thoughts", "yes"}, {"suicide_plan_or_attempt", "no"}}) ==
          "crisis_support U08 above crisis_go_on");
}

TEST_CASE("A rule after a state waits for the questions up to it, and for no more") {
    CHECK(decided({{"fever", "yes"}}) == "who");
    const Values danger = {{"myself", "yes"},    {"other_person", "no"}, {"leg_cold", "no"}, {"leg_weak", "no"},
                           {"chest_pain", "no"}, {"wound", "no"},        {"fever", "yes"},   {"new_medicine", "no"}};
    CHECK(decided(danger) == "same_day U01");
}

TEST_CASE("The stage says when to stop, never what it comes to") {
    CHECK(decided({{"refused", "yes"}, {"leg_cold", "no"}, {"leg_weak", "no"}, {"pregnancy_danger", "yes"}}) ==
          "same_day U03");
    CHECK(decided({{"refused", "yes"}, {"leg_cold", "no"}, {"leg_weak", "no"}}) == "this_week N09");
    CHECK(decided({{"leg_cold", "yes"}, {"chest_pain", "yes"}}) == "call_now E01");  // the first among equals
}

TEST_CASE("The default counts where nothing else does") {
    CHECK(decided(harmless({{"duration", "unsure"}, {"new_medicine", "unsure"}})) == "this_week N03");
    CHECK(decided(harmless({{"side", "unsure"}})) == "self_care C01");
    CHECK(decided(harmless({{"duration", "unsure"}})) == "see_someone R01");
    Values none = harmless({{"leg_weak", "unsure"}, {"leg_weak?", "yes"}, {"weak_since", "slow"}});
    CHECK(decided(none) == "this_week N01");
}

TEST_CASE("A list shows what is unasked; a choice of one shows all") {
    const Dialog& d = knee_dialog();
    const auto shown = [&](const std::string& question, const Values& values) {
        const Ask ask{false, d.find_question(question).value()};
        std::vector<std::string> out;
        for (FindingIndex f : shown_items(d, effective(d, map_of(values)), ask)) out.push_back(d.findings[f].id);
        return out;
    };
    using Ids = std::vector<std::string>;
    CHECK(shown("signs", {{"fever", "no"}, {"wound", "unsure"}}) == Ids{"chest_pain", "new_medicine"});
    CHECK(shown("who", {{"myself", "no"}}) == Ids{"myself", "other_person"});
}
