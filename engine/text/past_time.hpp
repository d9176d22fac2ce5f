#pragma once
// When in the past: "yesterday", "last Tuesday", "early last week", "in March", "the 5th of May", "2019".

#include <cstdint>
#include <optional>

#include "text/utterance.hpp"

namespace anamnesis {

class Lexicon;

struct PastTime {
    double days = 0;  // from its beginning to now; of today half a day
    TokenRange at;
};

// The time that begins at this token. Weeks begin on Monday. `now`: seconds of the person's wall clock since
// 1970-01-01T00:00; without it only today and the days before it are known.
std::optional<PastTime> past_time_at(const Lexicon& lexicon, const Utterance& utterance,
                                     std::optional<std::int64_t> now, int first);

// "since last week", "it started in March": said of something that goes on.
bool is_said_as_a_start(const Lexicon& lexicon, const Utterance& utterance, const TokenRange& at);

}  // namespace anamnesis
