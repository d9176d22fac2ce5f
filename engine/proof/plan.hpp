#pragma once
// Maps that answers by tapping alone lead to, nearly: a map that no conversation leads to may be let through, so
// that a counterexample found with it is played to be sure. And how many answers it takes.

#include "proof/position.hpp"

namespace anamnesis::proof {

struct Plan {
    Lit by_taps = 0;  // to assume
    Lits turns;       // "at least 1 question was answered", "at least 2", ...
    Lits said;        // "at least 1 finding is said to be anything but no", ...
};

Plan plan(const Dialog& dialog, const SymbolicMap& map, const Position& at, Gates& gates);

}  // namespace anamnesis::proof
