#pragma once
// Options named by their place: "2", "the second one", "1 and 3", "the first two", "all but the last".

#include <optional>
#include <vector>

#include "text/utterance.hpp"

namespace anamnesis {

class Lexicon;

// The places from 0, in order, each below `count`; nothing where the message says anything else, names a place that
// is not there, or is in doubt ("1 or 2"). `bare`: digits alone name an option.
std::optional<std::vector<int>> option_numbers(const Lexicon& lexicon, const Utterance& utterance, int count,
                                               bool bare);

}  // namespace anamnesis
