#pragma once
// The words and stems that phrases are made of, as numbers.

#include <algorithm>

#include "text/word_map.hpp"

namespace anamnesis {

using Symbol = int;

class Vocabulary {
public:
    Symbol add_word(std::string_view word) { return words_.add(word) * 2; }
    Symbol add_stem(std::string_view stem) { return stems_.add(stem) * 2 + 1; }

    // Appends what a word of a message can be: itself, and each stem that it begins with.
    void append_symbols(std::string_view word, std::vector<Symbol>& out) const;

    // True of what a phrase could match.
    bool knows(std::string_view word) const;

    const WordMap& words() const { return words_; }
    const WordMap& stems() const { return stems_; }

    // All symbols are below this.
    int size() const { return 2 * std::max(words_.size(), stems_.size()); }

private:
    WordMap words_, stems_;
};

}  // namespace anamnesis
