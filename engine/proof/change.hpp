#pragma once
// One step from a map to another, of which a property speaks: a finding said otherwise, or "not sure" to a question.

#include "proof/position.hpp"

namespace anamnesis::proof {

struct Change {
    enum class Kind { nothing, says, unsure };
    Kind kind = Kind::nothing;
    FindingIndex finding = 0;  // says: it
    Value said = value::kNotAsked;
    Value checked = value::kNotAsked;
    QuestionIndex question = 0;  // unsure: to all that it still shows
};

Findings changed(const Dialog& dialog, const Findings& findings, const Change& change);

// The map after one of several changes: `picks` says which.
struct ChangedMap {
    SymbolicMap map;
    Lits picks;  // by change
};

// At most one change is picked; with none the map is as it was. What "not sure" to a one_of makes forgotten may have
// any value here, so a proof holds and a counterexample has to be confirmed by the engine.
ChangedMap changed(const Dialog& dialog, const SymbolicMap& map, const SymbolicEffective& effective,
                   const std::vector<Change>& changes, Gates& gates);

}  // namespace anamnesis::proof
