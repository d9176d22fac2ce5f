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

}  // namespace

Plan plan(const Dialog& dialog, const SymbolicMap& map, const Position& at, Gates& gates) {
    return Planner(dialog, map, at, gates).run();
}

}  // namespace anamnesis::proof
