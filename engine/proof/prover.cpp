#include "proof/prover.hpp"

#include <algorithm>

namespace anamnesis::proof {
namespace {

// So many queries may use up their budget; the others are then not tried, which bounds the whole.
constexpr int kGivenUpMax = 10;
constexpr int kConflictsToShrink = 1000;  // a reason that is longer than it need be is no harm

}  // namespace

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
    if (given_up_ == kGivenUpMax) return Satisfiable::undecided;
    assumptions.insert(assumptions.end(), keep_.begin(), keep_.end());
    const Satisfiable answer = solver_.solve(assumptions, conflicts_max_);
    if (answer == Satisfiable::undecided) ++given_up_;
    return answer;
}

Satisfiable Prover::ask(Lit lit) { return solve({lit}); }

Satisfiable Prover::ask_by_taps(Lit lit) { return solve({lit, way().by_taps}); }

std::string Prover::dimacs(Lit lit) const {
    Lits assumptions = keep_;
    assumptions.push_back(lit);
    return solver_.dimacs(assumptions);
}

Findings Prover::found() const { return map_in(d_, map_, solver_); }

std::vector<std::string> Prover::rests_on(Lit lit) {
    Lits core = keep_;
    shrink(core, lit);
    for (Lit rule : Lits(core)) {
        Lits fewer = core;
        fewer.erase(std::remove(fewer.begin(), fewer.end(), rule), fewer.end());
        if (fewer.size() < core.size() && shrink(fewer, lit)) core = std::move(fewer);
    }
    std::vector<std::string> out;
    for (std::size_t r = 0; r < keep_.size(); ++r)
        if (std::find(core.begin(), core.end(), keep_[r]) != core.end()) out.push_back(d_.rules[r].id);
    return out;
}

// Leaves what the solver's reason names; false where these rules do not do.
bool Prover::shrink(Lits& rules, Lit lit) {
    Lits assumptions = rules;
    assumptions.push_back(lit);
    if (solver_.solve(assumptions, kConflictsToShrink) != Satisfiable::no) return false;
    rules.erase(std::remove_if(rules.begin(), rules.end(), [&](Lit l) { return !solver_.is_needed(l); }), rules.end());
    return true;
}

const Plan& Prover::way() {
    if (!plan_) plan_ = plan(d_, map_, now_, gates_);
    return *plan_;
}

std::size_t Prover::most_answers(Lit lit) {
    const Lits& turns = way().turns;
    std::size_t low = 0, high = turns.size();
    while (low < high) {
        const std::size_t middle = (low + high + 1) / 2;
        if (solve({lit, way().by_taps, turns[middle - 1]}) == Satisfiable::no)
            high = middle - 1;
        else
            low = middle;
    }
    return low;
}

std::optional<Findings> Prover::shortest(Lit lit) {
    const bool found_one = solve_shortest(way(), {lit}, [&](const Lits& assumptions) { return solve(assumptions); });
    return found_one ? std::optional(found()) : std::nullopt;
}

}  // namespace anamnesis::proof
