#pragma once
/// The dialog that is shipped and what its language hears, for tests of words.

#include <string>
#include <vector>

#include <anamnesis/script.hpp>

#include "text/lexicon_data.hpp"
#include "text/utterance.hpp"

namespace anamnesis::tests {

const Dialog& shipped_dialog();
const Lexicon& shipped_lexicon();

/// The words of each hit, as normalised.
std::vector<std::string> words_of(const Utterance& utterance, const std::vector<PhraseHit>& hits);

/// `unit` again and again, up to the size of the longest message that is read.
std::string filled_with(const std::string& unit);

}  // namespace anamnesis::tests
