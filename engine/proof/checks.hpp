#pragma once
// The parts of a check, one file each.

#include <set>

#include <anamnesis/proof.hpp>

#include "proof/prover.hpp"

namespace anamnesis::proof {

// One property over all maps. Its cases' changes stand in the prover's list from `next_change` on, which is moved on.
PropertyReport check_property(const Dialog& dialog, const Property& property, Prover& prover,
                              std::size_t& next_change, const ProofLimits& limits);

// G2, the other half: no answers take each other back for ever.
void check_termination(const Dialog& dialog, PropertyReport& never_stuck);

// Nothing in the script is dead.
PropertyReport check_uses(const Dialog& dialog, Prover& prover);

}  // namespace anamnesis::proof
