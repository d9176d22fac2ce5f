#pragma once
// Where a conversation stands at a map that is not fixed: decide() as literals (the dialog language, section 4).

#include "proof/symbolic_map.hpp"

namespace anamnesis::proof {

struct Position {
    SymbolicEffective effective;
    Lits rules;    // by rule: it holds
    Lits decides;  // by rule: it is the most urgent that holds
    Lit by_default = 0;
    Lits outcomes;    // by outcome: what it comes to, whatever the stage
    Lits levels;      // by Level: it comes to this level or a higher one
    Lits open;        // by question: its `when` holds and something of it is not asked
    Lits asks;        // by question: it is the one put next, above or below an outcome
    Lits probes;      // by finding: its check is the one put next
    Lit gives = 0;    // an outcome is given
    Lit pending = 0;  // one check before the outcome

    Lit at_least(Level level) const { return levels[static_cast<std::size_t>(level)]; }
};

// By rule: a literal to assume that keeps the rule in the script. A proof that does not need it does not
// rest on that rule.
Lits keep_rules(const Dialog& dialog, Gates& gates);

Position position(const Dialog& dialog, const SymbolicMap& map, const Lits& keep, Gates& gates);

}  // namespace anamnesis::proof
