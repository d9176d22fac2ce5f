#pragma once
/// The slips of hurried typing, one at a time.

#include <random>
#include <string>
#include <vector>

namespace anamnesis::tests {

/// The word with two letters swapped, one left out, one doubled, one of a neighbouring key, one too many.
std::vector<std::string> slips_in(const std::string& word, std::mt19937& random);

/// Where the words of a text stand that carry its meaning: of three letters or more, and none of the commonest.
std::vector<std::pair<std::size_t, std::size_t>> content_words(const std::string& text);

}  // namespace anamnesis::tests
