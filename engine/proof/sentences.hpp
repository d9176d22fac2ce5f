#pragma once
// Sentences that a phrase matches, made from the phrase itself.

#include <string>
#include <string_view>
#include <vector>

namespace anamnesis::proof {

// Some of them, at most `most`: every alternative, without what is optional and without gaps. None of a pattern that
// is a regular expression of its own ("re2:").
std::vector<std::string> sentences_of(std::string_view phrase, std::size_t most);

// What stands between its spaces.
std::vector<std::string> words_of(std::string_view sentence);

}  // namespace anamnesis::proof
