#include "engine/proof/mutants.hpp"

#include <algorithm>
#include <numeric>

namespace anamnesis::tests {
namespace {

constexpr ValueSet kNotSure = value_bit(value::kUnsure) | value_bit(value::kOpen);

bool is_maybe(const Expr& e) {
    return e.kind == Expr::Kind::value_in && (e.values & value_bit(value::kYes)) != 0 && (e.values & kNotSure) != 0;
}

std::size_t maybes_in(const Expr& e) {
    std::size_t out = 0;
    for_each_atom(e, [&](const Expr& atom) { out += is_maybe(atom); });
    return out;
}

// The n-th `maybe x` below becomes `x`; `left` counts down.
void make_plain(Expr& e, std::size_t& left) {
    if (is_maybe(e) && left-- == 0) e.values = static_cast<ValueSet>(e.values & ~kNotSure);
    for (Expr& child : e.children) make_plain(child, left);
}

bool names(const Expr& e, FindingIndex f) {
    bool out = false;
    for_each_atom(e, [&](const Expr& atom) { out = out || atom.finding == f; });
    return out;
}

// Only where another thing, which the condition says nothing of, is so too.
Expr with_another(const Dialog& d, const Expr& condition) {
    Expr other;
    other.kind = Expr::Kind::value_in;
    other.values = value_bit(value::kYes);
    while (d.findings[other.finding].type != FindingType::yes_no || !d.findings[other.finding].set_by.empty() ||
           names(condition, other.finding))
        ++other.finding;
    if (condition.kind == Expr::Kind::always) return other;
    Expr both;
    both.kind = Expr::Kind::all_of;
    both.children = {condition, other};
    return both;
}

std::optional<std::size_t> one_level_lower(const Dialog& d, std::size_t outcome) {
    for (std::size_t o = 0; o < d.outcomes.size(); ++o)
        if (static_cast<int>(d.outcomes[o].level) + 1 == static_cast<int>(d.outcomes[outcome].level)) return o;
    return std::nullopt;
}

void sort_by_urgency(Dialog& d) {
    d.rules_by_urgency.resize(d.rules.size());
    std::iota(d.rules_by_urgency.begin(), d.rules_by_urgency.end(), std::size_t(0));
    std::stable_sort(d.rules_by_urgency.begin(), d.rules_by_urgency.end(), [&](std::size_t a, std::size_t b) {
        return d.outcomes[d.rules[a].outcome].level > d.outcomes[d.rules[b].outcome].level;
    });
}

void add_of_rule(const Dialog& d, std::size_t r, std::vector<Mutation>& out) {
    const Rule& rule = d.rules[r];
    out.push_back({"rule dropped", rule.id, r});
    out.push_back({"condition added", rule.id, r});
    if (one_level_lower(d, rule.outcome)) out.push_back({"level lowered", rule.id, r});
    if (rule.stage == Stage::once) out.push_back({"rule delayed", rule.id, r});
    if (rule.unless) out.push_back({"not taken back", rule.id, r});
    if (r + 1 < d.rules.size()) out.push_back({"rules swapped", rule.id, r});
    for (std::size_t a = 0; a < maybes_in(rule.condition); ++a) out.push_back({"maybe made plain", rule.id, r, a});
}

void change_rule(Dialog& d, const Mutation& m) {
    Rule& rule = d.rules[m.index];
    std::size_t left = m.atom;
    if (m.kind == "condition added") rule.condition = with_another(d, rule.condition);
    if (m.kind == "level lowered") rule.outcome = *one_level_lower(d, rule.outcome);
    if (m.kind == "rule delayed") rule.stage = Stage::end;
    if (m.kind == "not taken back") rule.unless.reset();
    if (m.kind == "maybe made plain") make_plain(rule.condition, left);
    if (m.kind == "rules swapped") std::swap(d.rules[m.index], d.rules[m.index + 1]);
    if (m.kind == "rule dropped") d.rules.erase(d.rules.begin() + static_cast<std::ptrdiff_t>(m.index));
}

}  // namespace

std::vector<Mutation> mutations_of(const Dialog& d) {
    std::vector<Mutation> out;
    for (std::size_t r = 0; r < d.rules.size(); ++r) add_of_rule(d, r, out);
    for (QuestionIndex q = 0; q < d.questions.size(); ++q) {
        out.push_back({"question gated", d.questions[q].id, q});
        for (std::size_t a = 0; a < maybes_in(d.questions[q].when); ++a)
            out.push_back({"gate narrowed", d.questions[q].id, q, a});
    }
    return out;
}

Mutant make(const Dialog& dialog, const Mutation& m) {
    Mutant out{m.kind, m.place, dialog};
    std::size_t left = m.atom;
    if (m.kind == "question gated") {
        Expr& when = out.dialog.questions[m.index].when;
        when = with_another(dialog, when);
    } else if (m.kind == "gate narrowed") {
        make_plain(out.dialog.questions[m.index].when, left);
    } else {
        change_rule(out.dialog, m);
    }
    sort_by_urgency(out.dialog);
    return out;
}

}  // namespace anamnesis::tests
