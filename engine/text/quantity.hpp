#pragma once
// How old and how often.

#include <vector>

#include "text/utterance.hpp"

namespace anamnesis {

class Lexicon;

// A vague one ("a few times a week") is from..to; an exact one has both equal.
struct Quantity {
    double from = 0;
    double to = 0;
    TokenRange at;
};

// In years: "8 years old", "9 month old", "aged 70", "he is 8", "35yo". The words: age.*, numbers, days_in.
std::vector<Quantity> find_ages(const Lexicon& lexicon, const Utterance& utterance);

// In times a day: "twice a day", "4 cups a day", "every other week", "weekly". The words: frequency.*, per_day,
// numbers, days_in.
std::vector<Quantity> find_frequencies(const Lexicon& lexicon, const Utterance& utterance);

}  // namespace anamnesis
