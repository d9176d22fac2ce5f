// What a message must have if a phrase is to be heard in it.

#include <catch2/catch.hpp>

#include "text/phrase_anchor.hpp"

using namespace anamnesis;

namespace {

// The anchors of a phrase beside others, which make their words common.
struct Found {
    std::vector<std::string> words;
    int before_min;
    int before_max;

    bool operator==(const Found&) const = default;
};

Found anchors_of(const std::string& phrase, const std::vector<std::string>& others = {}) {
    Vocabulary vocabulary;
    std::vector<int> uses;
    const Phrase parsed = *parse_phrase(phrase);
    count_uses(parsed.root, vocabulary, uses);
    for (const std::string& other : others) count_uses(parse_phrase(other)->root, vocabulary, uses);
    const Anchors anchors = find_anchors(parsed.root, vocabulary, uses);
    Found out{{}, anchors.before_min, anchors.before_max};
    for (Symbol symbol : anchors.symbols) {
        const WordMap& names = symbol % 2 == 0 ? vocabulary.words() : vocabulary.stems();
        out.words.emplace_back(names[symbol / 2]);
    }
    return out;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("The anchor is what the fewest phrases use, with the words that may stand before it") {
    CHECK(anchors_of("lip") == Found{Words{"lip"}, 0, 0});
    CHECK(anchors_of("my lip droop*", {"my", "my lip"}) == Found{Words{"droop"}, 2, 2});
    CHECK(anchors_of("my [upper] lip", {"my"}) == Found{Words{"lip"}, 1, 2});
    CHECK(anchors_of("my ~3 lip", {"my", "my"}) == Found{Words{"lip"}, 1, 4});
}

TEST_CASE("Of alternatives all are anchors, each by its rarest word; what is optional is none") {
    CHECK(anchors_of("(face|mouth) droops", {"droops", "droops", "droops"}) == Found{Words{"face", "mouth"}, 0, 0});
    CHECK(anchors_of("(my face|mouth)", {"my"}) == Found{Words{"face", "mouth"}, 0, 1});
    CHECK(anchors_of("[rare] common", {"common", "common"}) == Found{Words{"common"}, 0, 1});
}
