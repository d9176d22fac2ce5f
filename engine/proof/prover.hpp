#pragma once
// The one solver of a check: the map, where the conversation stands there, and after each change.

#include <optional>

#include "proof/plan.hpp"
#include "proof/property.hpp"

namespace anamnesis::proof {

class Prover {
public:
    // `changes`: all that will be asked about.
    Prover(const Dialog& dialog, const std::vector<Change>& changes, int conflicts_max);

    // The case as a literal; `change` is its place in `changes`, absent for a case without one.
    Lit bad(const Case& c, std::optional<std::size_t> change);
    Lit literal(const Claim& claim);
    Lit any(const Lits& lits) { return gates_.any(lits); }
    Lit both(Lit a, Lit b) { return gates_.all({a, b}); }

    Satisfiable ask(Lit lit);
    Satisfiable ask_by_taps(Lit lit);
    std::string dimacs(Lit lit) const;           // what ask() asks, for another solver
    Findings found() const;                      // after yes
    std::vector<std::string> rests_on(Lit lit);  // of what cannot be: ids of the rules that the proof needs

    // The map with the fewest answers of which the literal is true, by taps if there is one. Nothing: over budget.
    std::optional<Findings> shortest(Lit lit);

    // The most answers by taps to a map of which the literal is true; counts a question once for each list it is in.
    std::size_t most_answers(Lit lit);

    const Solver& solver() const { return solver_; }

private:
    const Plan& way();
    Satisfiable solve(Lits assumptions);
    bool shrink(Lits& rules, Lit lit);

    const Dialog& d_;
    const int conflicts_max_;
    Solver solver_;
    Gates gates_;
    SymbolicMap map_;
    Lits keep_;
    Position now_;
    ChangedMap changed_;
    Position later_;
    std::optional<Plan> plan_;
    int given_up_ = 0;
};

}  // namespace anamnesis::proof
