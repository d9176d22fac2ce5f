#include <catch2/catch.hpp>

#include "proof/sentences.hpp"

using anamnesis::proof::sentences_of;
using anamnesis::proof::words_of;
using Sentences = std::vector<std::string>;

TEST_CASE("A phrase gives the sentences of its alternatives", "[proof]") {
    CHECK(sentences_of("(upper|top) ~1 lip", 10) == Sentences{"upper lip", "top lip"});
    CHECK(sentences_of("twitch* [a lot] (here|over there)", 10) == Sentences{"twitch here", "twitch over there"});
    CHECK(sentences_of("((a|b) c|d) e", 10) == Sentences{"a c e", "b c e", "d e"});
}

TEST_CASE("Of many sentences only so many; of a regular expression none", "[proof]") {
    CHECK(sentences_of("(a|b) (c|d) (e|f)", 8).size() == 8);
    CHECK(sentences_of("(a|b) (c|d) (e|f)", 7).size() == 7);
    CHECK(sentences_of("re2: (a|b)", 10).empty());
}

TEST_CASE("Words stand between spaces", "[proof]") {
    CHECK(words_of(" my  face droops ") == Sentences{"my", "face", "droops"});
    CHECK(words_of("").empty());
}
