#pragma once
// A plain search of the positions that taps lead to, for small dialogs: each is visited, none is reasoned about. So it
// is exact where the proof has only bounds, and a second opinion on what was proved.

#include "proof/property.hpp"

namespace anamnesis::proof {

struct Explored {
    std::vector<Findings> positions;  // the empty map first; those with the fewest answers before others
    std::size_t to_outcome = 0;       // the most answers at a position with one, checks below it counted
    std::size_t to_emergency = 0;     // the same of an emergency
    std::vector<std::string> broken;  // ids of properties that do not hold at one of the positions
};

// Nothing where there are more positions than that.
std::optional<Explored> explore(const Dialog& dialog, const std::vector<Property>& properties,
                                std::size_t positions_max);

}  // namespace anamnesis::proof
