#pragma once
// A map of findings that is not fixed: for each finding and value a literal. What rules see of it is built
// from the same compiled Dialog that the engine runs on (the dialog language, section 2).

#include <anamnesis/findings.hpp>

#include "proof/gates.hpp"

namespace anamnesis::proof {

// By finding, by Value; a value that the finding cannot have is the false literal.
using ValueLits = std::vector<Lits>;

struct SymbolicMap {
    ValueLits said;
    ValueLits checked;
};

// Values that a finding can be said to have, not asked among them; none of a score.
std::vector<Value> values_of(const Finding& finding);

// Any map at all: every value of every finding, every answer to its check.
SymbolicMap any_map(const Dialog& dialog, Gates& gates);

// What the rules see of it.
struct SymbolicEffective {
    ValueLits values;
    std::vector<std::map<int, Lit>> points;  // of a score: the sums it may have, and where it has them
};

SymbolicEffective effective(const Dialog& dialog, const SymbolicMap& map, Gates& gates);

Lit holds(const Expr& expr, const SymbolicEffective& effective, Gates& gates);

Lit has_value(const SymbolicEffective& effective, FindingIndex finding, ValueSet values, Gates& gates);

// The map that a model of the solver stands for.
Findings map_in(const Dialog& dialog, const SymbolicMap& map, const Solver& solver);

}  // namespace anamnesis::proof
