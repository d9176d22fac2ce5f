#pragma once
// The phrases of a script, which authors can read, as patterns of a regular expression.
//
//   phrase = item {item} | "re2:" pattern
//   item   = word | stem"*" | "(" seq {"|" seq} ")" | "[" seq {"|" seq} "]" | "~"n
//
// "(face|mouth) ~3 droop*": one of two words, up to three words between, a word that begins so.

#include <string>
#include <string_view>

#include <anamnesis/result.hpp>

namespace anamnesis {

inline constexpr std::size_t kPhraseBytesMax = 500;
inline constexpr int kFillersMax = 5;  // words that ~n may leap over

// Source of a pattern for normalised text, or why there is none, as a sentence for its author. It begins
// at the space before the first word and ends with the space after the last. Captures are the words
// leapt over by ~n. A phrase goes across commas and newlines, never across . ? ! ;
Result<std::string> pattern_of(std::string_view phrase);

}  // namespace anamnesis
