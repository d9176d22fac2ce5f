#pragma once
// A phrase as a program over the words of a message, for phrases with few ways to be read.

#include <optional>
#include <vector>

#include "text/matcher.hpp"
#include "text/phrase.hpp"
#include "text/word_sequence.hpp"

namespace anamnesis {

// Words first..last (end exclusive) of a message.
struct WordRange {
    int first = 0;
    int last = 0;

    bool operator==(const WordRange&) const = default;
};

class PhraseProgram {
public:
    // False: the phrase can be read in so many ways that trying them one by one has no useful bound.
    static bool is_for(const PhraseNode& phrase);

    PhraseProgram(const PhraseNode& phrase, Vocabulary& vocabulary);

    // False: the message has none of some words of which the phrase must have one, so that it needs no reading.
    // `said`: by symbol, whether the message has it.
    bool may_be_in(const std::vector<char>& said) const;

    // The end of the reading that begins at a word, or -1. Of the first one, appends to `gaps` the words
    // leapt over, last gap first; of the longest, none. Cost: bounded by the phrase alone.
    int run(const WordSequence& words, int begin, Prefer prefer, std::vector<WordRange>& gaps) const;

private:
    struct Instruction {
        enum class Op { word, fork, jump, gap, accept };
        Op op = Op::accept;
        int first = 0;   // word: symbols_[first, second); fork: tried first; jump: to; gap: the most words
        int second = 0;  // fork: tried next
    };
    class Compiler;
    class Run;

    std::vector<Instruction> code_;
    std::vector<Symbol> symbols_;
    std::vector<Instruction> required_;  // the words that every reading has
};

}  // namespace anamnesis
