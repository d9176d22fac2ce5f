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

/// The words of a phrase, stems too, without its brackets and gaps.
std::vector<std::string> words_in(const std::string& phrase);

/// Of each the longest message is made, to see that none takes long.
inline constexpr const char* kHostileUnits[] = {"no ",
                                                "drooping ",
                                                "numb ",
                                                "3 weeks lip ",
                                                "face ",
                                                "my face, ",
                                                "not ",
                                                "maybe my mum ",
                                                "a ",
                                                "i dont ",
                                                "one side of my face is drooping and ",
                                                "is it my face. ",
                                                "\xF0\x9F\x98\xAD",
                                                "e\xCC\x81\xCC\x82\xCC\x83",
                                                "\xE2\x80\x8F",
                                                "\xD1\x80\xD0\xBE\xD1\x82 ",
                                                "\x01",
                                                "\xFF",
                                                "?",
                                                "-",
                                                "'",
                                                "x",
                                                "drroping ",
                                                "qzxv ",
                                                "gr8 "};

/// `unit` again and again, up to the size of the longest message that is read.
std::string filled_with(const std::string& unit);

}  // namespace anamnesis::tests
