// Which question comes next, or what it comes to: the dialog language, section 4.

#include <algorithm>

#include <anamnesis/findings.hpp>

namespace anamnesis {
namespace {

bool is_open(const Question& q, const Effective& v) {
    return holds(q.when, v) &&
           std::any_of(q.asks.begin(), q.asks.end(), [&](FindingIndex f) { return v.values[f] == value::kNotAsked; });
}

// The check that stays open below an outcome; a probe of one of its findings comes before the next.
std::optional<Ask> follow_up(const Dialog& d, const Rule& rule, const Effective& v) {
    for (QuestionIndex q : rule.ask_then) {
        for (FindingIndex f : d.questions[q].asks)
            if (v.values[f] == value::kOpen) return Ask{true, f};
        if (is_open(d.questions[q], v)) return Ask{false, q};
    }
    return std::nullopt;
}

Decision give(const Dialog& d, const Effective& v) {
    const Verdict outcome = verdict(d, v);
    if (!outcome.rule) return {std::nullopt, outcome, false};
    const Rule& rule = d.rules[*outcome.rule];
    if (rule.ask_first && is_open(d.questions[*rule.ask_first], v)) return {Ask{false, *rule.ask_first}, outcome, true};
    return {follow_up(d, rule, v), outcome, false};
}

bool any_rule_holds(const Dialog& d, const Effective& v, Stage stage, std::size_t after_state = 0) {
    return std::any_of(d.rules.begin(), d.rules.end(), [&](const Rule& r) {
        return r.stage == stage && (stage != Stage::after || r.after_state == after_state) && holds(r, v);
    });
}

std::optional<Ask> open_question(const Dialog& d, const State& state, const Effective& v) {
    if (!holds(state.when, v)) return std::nullopt;
    for (QuestionIndex q : state.questions)
        if (is_open(d.questions[q], v)) return Ask{false, q};
    return std::nullopt;
}

}  // namespace

Verdict verdict(const Dialog& d, const Effective& v) {
    for (std::size_t i : d.rules_by_urgency)
        if (holds(d.rules[i], v)) return {i, d.rules[i].outcome};
    return {std::nullopt, d.default_outcome};
}

Decision decide(const Dialog& d, const Findings& findings) {
    const Effective v = effective(d, findings);
    if (any_rule_holds(d, v, Stage::once)) return give(d, v);
    for (FindingIndex f : d.order)
        if (v.values[f] == value::kOpen) return {Ask{true, f}, std::nullopt, false};
    for (std::size_t s = 0; s < d.states.size(); ++s) {
        if (const auto ask = open_question(d, d.states[s], v)) return {ask, std::nullopt, false};
        if (any_rule_holds(d, v, Stage::after, s)) return give(d, v);
    }
    return give(d, v);
}

std::vector<FindingIndex> shown_items(const Dialog& d, const Effective& v, const Ask& ask) {
    if (ask.probe) return {static_cast<FindingIndex>(ask.index)};
    const Question& q = d.questions[ask.index];
    if (q.style == Style::one_of || q.asks.size() == 1) return q.asks;
    std::vector<FindingIndex> out;
    for (FindingIndex f : q.asks)
        if (v.values[f] == value::kNotAsked) out.push_back(f);
    return out;
}

}  // namespace anamnesis
