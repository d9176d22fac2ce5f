#pragma once
// How long: "3 weeks", "two to three months", "a couple of days", "half a year", "10wks", "since Tuesday".

#include <cstdint>
#include <optional>
#include <vector>

#include "text/utterance.hpp"

namespace anamnesis {

class Lexicon;

// In days. A vague one ("a few weeks") is from..to; an exact one has both equal.
struct Duration {
    double from = 0;
    double to = 0;
    TokenRange at;
    bool only_if_asked = false;  // "yesterday", "all day": how long something lasts only where that is the question
};

// All that a message names, left to right. Ages ("3 years old") and frequencies ("every 3 days", "4 cups
// a day") are not among them. `now` as in Inquiry; without it no weekday, month or year is a time.
// The words are data: numbers, numbers_to, scales, fractions, days_in, calendar.*, duration.* of the lexicon.
std::vector<Duration> find_durations(const Lexicon& lexicon, const Utterance& utterance,
                                     std::optional<std::int64_t> now = std::nullopt);

}  // namespace anamnesis
