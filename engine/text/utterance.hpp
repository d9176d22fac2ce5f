#pragma once
// A message as tokens; all further places are ranges of them.

#include "text/matcher.hpp"
#include "text/normalise.hpp"

namespace anamnesis {

class Lexicon;
class PhraseIndex;

// Tokens first..last (end exclusive).
struct TokenRange {
    int first = 0;
    int last = 0;

    bool operator==(const TokenRange&) const = default;
    bool holds(const TokenRange& other) const { return first <= other.first && other.last <= last; }
    bool meets(const TokenRange& other) const { return first < other.last && other.first < last; }
    int size() const { return last - first; }
    TokenRange head() const { return {first, first + 1}; }
};

// A place where a phrase was heard; gaps: the words it leapt over.
struct PhraseHit {
    TokenRange at;
    std::vector<TokenRange> gaps;

    bool operator==(const PhraseHit&) const = default;
};

// The same, of one of the phrases of an index.
struct FoundPhrase {
    int phrase = 0;  // its place among those of the index
    PhraseHit hit;

    bool operator==(const FoundPhrase&) const = default;
};

struct Utterance {
    Normalised normalised;
    std::vector<PatternHit::Range> tokens;  // bytes of normalised.text
    const PhraseIndex* heard_by = nullptr;  // whose phrases `found` are; none were looked for yet
    std::vector<FoundPhrase> found;         // by phrase, then by place

    explicit Utterance(std::string_view message) : Utterance(normalise(message)) {}
    explicit Utterance(Normalised message);

    // As a language hears it: spelling mended, all its phrases found. The lexicon must outlive it.
    Utterance(const Lexicon& lexicon, std::string_view message);

    int size() const { return static_cast<int>(tokens.size()); }
    std::string_view token(int i) const {
        const PatternHit::Range& at = tokens[static_cast<std::size_t>(i)];
        return {normalised.text.data() + at.begin, static_cast<std::size_t>(at.end - at.begin)};
    }
    bool is_mark(int i) const { return anamnesis::is_mark(token(i)[0]); }
    bool is_sentence_end(int i) const;  // . ? ! ; or newline
    bool has_words() const;
    std::string_view text(const TokenRange& at) const;
    Span span(const TokenRange& at) const;  // in the message

    TokenRange range(const PatternHit::Range& bytes) const;
    std::vector<PhraseHit> find(const Matcher& matcher) const;
};

}  // namespace anamnesis
