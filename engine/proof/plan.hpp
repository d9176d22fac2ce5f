#pragma once
// Maps that answers by tapping alone lead to, nearly: a map that no conversation leads to may be let through, so
// that a counterexample found with it is played to be sure. And how many answers it takes.

#include <functional>

#include "proof/position.hpp"

namespace anamnesis::proof {

struct Plan {
    Lit by_taps = 0;  // to assume
    Lits turns;       // "at least 1 question was answered", "at least 2", ...
    Lits said;        // "at least 1 finding is said to be anything but no", ...
};

Plan plan(const Dialog& dialog, const SymbolicMap& map, const Position& at, Gates& gates);

using Solve = std::function<Satisfiable(const Lits& assumptions)>;

// Solves for the model with the fewest answers, then the fewest that are not plain no; by taps if there is one.
// False: the budget was used up at the last step, so that there is no model.
bool solve_shortest(const Plan& plan, Lits assumptions, const Solve& solve);

}  // namespace anamnesis::proof
