#pragma once
// Words that were given as they are, instead of phrases of a script.

#include <string>
#include <vector>

#include "text/utterance.hpp"

namespace anamnesis {

// Every place where the words of `concept` stand in the message, whatever its case and spaces.
std::vector<PhraseHit> find_literal(const Utterance& utterance, const std::string& concept_words);

}  // namespace anamnesis
