#pragma once
// What a message must have if a phrase is to be heard in it: one of a few words, not far from where the
// phrase begins. The prefilter of the phrase index.

#include <vector>

#include "text/phrase.hpp"
#include "text/vocabulary.hpp"

namespace anamnesis {

struct Anchors {
    std::vector<Symbol> symbols;  // one of these is in every reading of the phrase,
    int before_min = 0;           // behind so many words of it at least
    int before_max = 0;           // and at most
};

// Of all that would do, those that the fewest phrases use: `uses` counts by symbol.
Anchors find_anchors(const PhraseNode& phrase, Vocabulary& vocabulary, const std::vector<int>& uses);

// Adds one to the uses of each symbol of the phrase, where `uses` grows as needed.
void count_uses(const PhraseNode& phrase, Vocabulary& vocabulary, std::vector<int>& uses);

}  // namespace anamnesis
