#pragma once
// Numbers in digits and words: "3", "1,200", "1.5", "twenty one", "two hundred and five", "a couple", "1/2".

#include <optional>
#include <string_view>

#include "text/utterance.hpp"

namespace anamnesis {

class Lexicon;

// A vague one ("a few") is from..to; an exact one has both equal.
struct Number {
    double from = 0;
    double to = 0;
    int last = 0;             // the token after it
    bool is_article = false;  // "a": one thing, where the words around it say that things are counted
    std::string_view glued;   // what follows within the same word: "wks" of "10wks"
};

// The longest number that begins at this token, if any. The words are data: numbers, numbers_to, scales.
std::optional<Number> number_at(const Lexicon& lexicon, const Utterance& utterance, int first);

// "half", "a quarter", "three quarters": the part of one.
std::optional<Number> fraction_at(const Lexicon& lexicon, const Utterance& utterance, int first);

}  // namespace anamnesis
