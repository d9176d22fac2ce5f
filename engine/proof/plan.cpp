#include "proof/plan.hpp"

#include <algorithm>

namespace anamnesis::proof {
namespace {

class Planner {
public:
    Planner(const Dialog& dialog, const SymbolicMap& map, const Position& at, Gates& gates)
        : d_(dialog), map_(map), at_(at), gates_(gates), ways_(dialog.findings.size()) {}

    Plan run() {
        Plan out;
        out.by_taps = gates_.fresh();
        walk_states();
        walk_checks();
        for (const Question& q : d_.questions)
            if (q.asks.size() > 1 && is_only_way(q)) answer_as_list(q, out.by_taps);
        for (std::size_t f = 0; f < d_.findings.size(); ++f) {
            const Lit unasked = map_.said[f][value::kNotAsked];
            if (d_.findings[f].type != FindingType::score)
                gates_.require({-out.by_taps, unasked, gates_.any(ways_[f])});
            answered_.push_back(-map_.checked[f][value::kNotAsked]);
            said_.push_back(-gates_.any({unasked, map_.said[f][value::kNo]}));
        }
        out.turns = gates_.count(answered_, static_cast<int>(answered_.size()));
        out.said = gates_.count(said_, static_cast<int>(said_.size()));
        return out;
    }

private:
    // A question of a state is answered where its turn came: none before it is still open.
    void walk_states() {
        Lit stopped = gates_.constant(false);
        for (const State& s : d_.states) {
            const Lit here = anamnesis::proof::holds(s.when, at_.effective, gates_);
            for (QuestionIndex q : s.questions) {
                const Lit when = anamnesis::proof::holds(d_.questions[q].when, at_.effective, gates_);
                add_way(q, gates_.all({here, when, -stopped}));
                stopped = gates_.any({stopped, gates_.all({here, at_.open[q]})});
            }
        }
    }

    void walk_checks() {
        for (std::size_t r = 0; r < d_.rules.size(); ++r) {
            const Lit condition = anamnesis::proof::holds(d_.rules[r].condition, at_.effective, gates_);
            if (d_.rules[r].ask_first) add_way(*d_.rules[r].ask_first, condition);
            for (QuestionIndex q : d_.rules[r].ask_then) add_way(q, condition);
        }
    }

    // All of its items are asked nowhere else.
    bool is_only_way(const Question& q) const {
        return std::all_of(q.asks.begin(), q.asks.end(), [&](FindingIndex f) { return ways_[f].size() == 1; });
    }

    // By buttons "not sure" goes for all that is not chosen; and of some lists exactly one is.
    void answer_as_list(const Question& q, Lit by_taps) {
        Lits yes, no, unsure;
        for (FindingIndex f : q.asks) {
            yes.push_back(map_.said[f][value::kYes]);
            no.push_back(map_.said[f][value::kNo]);
            unsure.push_back(map_.said[f][value::kUnsure]);
        }
        gates_.require({-by_taps, -gates_.any(no), -gates_.any(unsure)});
        if (q.style != Style::one_of) return;
        gates_.require({-by_taps, -gates_.any(yes), -gates_.any(unsure)});
        gates_.require({-by_taps, -gates_.any(no), gates_.any(yes)});
        gates_.require({-by_taps, -gates_.at_least(2, yes)});
    }

    void add_way(QuestionIndex q, Lit way) {
        Lits said;
        for (FindingIndex f : d_.questions[q].asks) {
            ways_[f].push_back(way);
            said.push_back(-map_.said[f][value::kNotAsked]);
        }
        const bool is_new = std::find(seen_.begin(), seen_.end(), q) == seen_.end();
        if (is_new) answered_.push_back(gates_.any(said));
        seen_.push_back(q);
    }

    const Dialog& d_;
    const SymbolicMap& map_;
    const Position& at_;
    Gates& gates_;
    std::vector<Lits> ways_;  // by finding: how it may have come to be asked
    std::vector<QuestionIndex> seen_;
    Lits answered_, said_;
};

// Assumes the lowest count that is possible; a count that the budget leaves open is not tried below.
void assume_lowest(const Lits& counts, Lits& assumptions, const Solve& solve) {
    std::size_t low = 0, high = counts.size();
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        assumptions.push_back(-counts[middle]);
        if (solve(assumptions) == Satisfiable::yes)
            high = middle;
        else
            low = middle + 1;
        assumptions.pop_back();
    }
    if (low < counts.size()) assumptions.push_back(-counts[low]);
}

}  // namespace

Plan plan(const Dialog& dialog, const SymbolicMap& map, const Position& at, Gates& gates) {
    return Planner(dialog, map, at, gates).run();
}

bool solve_shortest(const Plan& plan, Lits assumptions, const Solve& solve) {
    assumptions.push_back(plan.by_taps);
    if (solve(assumptions) != Satisfiable::yes) assumptions.pop_back();
    assume_lowest(plan.turns, assumptions, solve);
    assume_lowest(plan.said, assumptions, solve);
    return solve(assumptions) == Satisfiable::yes;
}

}  // namespace anamnesis::proof
