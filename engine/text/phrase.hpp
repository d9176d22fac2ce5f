#pragma once
// The phrases of a script, which authors can read.
//
//   phrase = item {item} | "re2:" pattern
//   item   = word | stem"*" | "(" seq {"|" seq} ")" | "[" seq {"|" seq} "]" | "~"n
//
// "(face|mouth) ~3 droop*": one of two words, up to three words between, a word that begins so.

#include <string>
#include <string_view>
#include <vector>

#include <anamnesis/result.hpp>

namespace anamnesis {

inline constexpr std::size_t kPhraseBytesMax = 500;
inline constexpr int kFillersMax = 5;  // words that ~n may leap over

// A phrase as a tree. A phrase goes across commas and newlines, never across . ? ! ;
struct PhraseNode {
    enum class Kind { word, stem, gap, sequence, alternatives, optional };
    Kind kind = Kind::sequence;
    std::string text;               // of a word or stem, normalised
    int fillers = 0;                // of a gap: the most words that it leaps over
    std::vector<PhraseNode> parts;  // of an optional: one
};

struct Phrase {
    PhraseNode root;
    std::string regex;  // what stands behind "re2:"; then there is no tree
};

// Or why it is none, as a sentence for its author.
Result<Phrase> parse_phrase(std::string_view phrase);

// The same as the source of a regular expression for normalised text. It begins at the space before the
// first word and ends with the space after the last. Captures are the words leapt over by ~n.
std::string pattern_of(const Phrase& phrase);
Result<std::string> pattern_of(std::string_view phrase);

}  // namespace anamnesis
