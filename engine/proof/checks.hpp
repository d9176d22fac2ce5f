#pragma once
// The parts of a check, one file each.

#include <set>

#include <anamnesis/proof.hpp>

#include "proof/prover.hpp"

namespace anamnesis::proof {

// One property over all maps. Its cases' changes stand in the prover's list from `next_change` on, which is moved on.
PropertyReport check_property(const Dialog& dialog, const Property& property, Prover& prover, std::size_t& next_change,
                              const ProofLimits& limits);

// G2, the other half: no answers take each other back for ever.
void check_termination(const Dialog& dialog, PropertyReport& never_stuck);

// Nothing in the script is dead. What taps alone never lead to is a note.
PropertyReport check_uses(const Dialog& dialog, Prover& prover, std::vector<std::string>& notes);

// Not over-cautious: each outcome below soon is given to somebody who taps.
PropertyReport check_low_outcomes(const Dialog& dialog, Prover& prover);

// No sentence that was tried is heard as two things of which only one can be so.
PropertyReport check_texts(const Dialog& dialog, std::vector<std::string>& notes);

// Rules of one level that hold together, the default where all is known, shares of random conversations.
void note_overlaps(const Dialog& dialog, Prover& prover, std::vector<std::string>& notes);
void note_default(const Dialog& dialog, Prover& prover, std::vector<std::string>& notes);
// Emergency rules that could be dropped, put off or narrowed without a guarantee telling.
void note_unguarded(const Dialog& dialog, Prover& prover, std::vector<std::string>& notes);
void note_lengths(Prover& prover, std::vector<std::string>& notes);
void note_shares(const Dialog& dialog, std::vector<std::string>& notes);

// Of a small dialog every position that taps lead to is visited: one that breaks what was proved takes the proof back.
void note_positions(const Dialog& dialog, std::vector<PropertyReport>& properties, std::vector<std::string>& notes);

// The script's reasons for what it lets stand.
void waive(const Dialog& dialog, std::vector<PropertyReport>& properties);

}  // namespace anamnesis::proof
