#include "proof/prover.hpp"

namespace anamnesis::proof {

Prover::Prover(const Dialog& dialog, const std::vector<Change>& changes, int conflicts_max)
    : d_(dialog),
      conflicts_max_(conflicts_max),
      gates_(solver_),
      map_(any_map(dialog, gates_)),
      keep_(keep_rules(dialog, gates_)),
      now_(position(dialog, map_, keep_, gates_)),
      changed_(changed(dialog, map_, now_.effective, changes, gates_)),
      later_(position(dialog, changed_.map, keep_, gates_)) {
    for (const Lits& said : map_.said)
        if (said[value::kNo] > 1) solver_.prefer(said[value::kNo]);
}

Lit Prover::bad(const Case& c, std::optional<std::size_t> change) {
    const Lit claim = anamnesis::proof::literal(c.bad, now_, later_, gates_);
    return change ? gates_.all({claim, changed_.picks[*change]}) : claim;
}

Lit Prover::literal(const Claim& claim) { return anamnesis::proof::literal(claim, now_, later_, gates_); }

Satisfiable Prover::solve(Lits assumptions) {
    assumptions.insert(assumptions.end(), keep_.begin(), keep_.end());
    return solver_.solve(assumptions, conflicts_max_);
}

Satisfiable Prover::ask(Lit lit) { return solve({lit}); }

Findings Prover::found() const { return map_in(d_, map_, solver_); }

std::vector<std::string> Prover::rests_on() const {
    std::vector<std::string> out;
    for (std::size_t r = 0; r < keep_.size(); ++r)
        if (solver_.is_needed(keep_[r])) out.push_back(d_.rules[r].id);
    return out;
}

// Assumes the lowest count that is possible; a count that the budget leaves open is not tried below.
void Prover::assume_lowest(const Lits& counts, Lits& assumptions) {
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

Findings Prover::shortest(Lit lit) {
    if (!plan_) plan_ = plan(d_, map_, now_, gates_);
    Lits assumptions{lit, plan_->by_taps};
    if (solve(assumptions) != Satisfiable::yes) assumptions.pop_back();
    assume_lowest(plan_->turns, assumptions);
    assume_lowest(plan_->said, assumptions);
    solve(assumptions);
    return found();
}

}  // namespace anamnesis::proof
