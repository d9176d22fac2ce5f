// Phrases that mean the same, as one list.

#include <catch2/catch.hpp>

#include "engine/text/shipped.hpp"
#include "text/phrase_list.hpp"

using namespace anamnesis;
using Words = std::vector<std::string>;

namespace {

Words found(const std::vector<std::string>& phrases, const std::string& message) {
    const Utterance u(message);
    return tests::words_of(u, PhraseList(phrases).find(u));
}

}  // namespace

TEST_CASE("The longest phrase counts at each word where one begins") {
    CHECK(found({"no", "no longer", "not"}, "no longer, not now") == Words{"no longer", "not"});
    CHECK(found({"maybe"}, "surely").empty());
}

TEST_CASE("A list of nothing hears nothing, and what is no phrase is left out") {
    CHECK(PhraseList().find(Utterance("no")).empty());
    CHECK(found({}, "no").empty());
    CHECK(found({"(no", "not"}, "no not") == Words{"not"});
}

TEST_CASE("A list that is too large for one pattern is heard all the same") {
    std::vector<std::string> many;
    for (int i = 0; i < 3000; ++i) many.push_back("word" + std::to_string(i) + " ~5 (one|two|three) ~5 four*");
    CHECK(found(many, "word0 x one x fourth. word2999 three four") ==
          Words{"word0 x one x fourth", "word2999 three four"});
}
