// A message as tokens.

#include <catch2/catch.hpp>

#include "text/phrase.hpp"
#include "text/utterance.hpp"

using namespace anamnesis;

TEST_CASE("Tokens are words and marks") {
    const Utterance u("My face, it droops!");
    REQUIRE(u.size() == 6);
    CHECK(u.token(0) == "my");
    CHECK(u.token(2) == ",");
    CHECK(u.is_mark(2));
    CHECK_FALSE(u.is_sentence_end(2));
    CHECK(u.is_sentence_end(5));
    CHECK(u.has_words());
    CHECK(u.text({3, 5}) == "it droops");
    CHECK(u.text({3, 3}).empty());
    CHECK(u.span({3, 5}) == Span{9, 18});
}

TEST_CASE("A message without words has none") {
    CHECK(Utterance("").size() == 0);
    CHECK_FALSE(Utterance("").has_words());
    CHECK_FALSE(Utterance("?! ...").has_words());
    CHECK(Utterance("?").is_sentence_end(0));
}

TEST_CASE("Ranges hold and meet each other") {
    const TokenRange range{2, 5};
    CHECK(range.holds({2, 5}));
    CHECK(range.holds({3, 4}));
    CHECK_FALSE(range.holds({3, 6}));
    CHECK(range.meets({4, 9}));
    CHECK_FALSE(range.meets({5, 9}));
    CHECK(range.size() == 3);
    CHECK(range.head() == TokenRange{2, 3});
}

TEST_CASE("A hit is where the words are, with what was leapt over") {
    const Utterance u("oh, my face on the left droops.");
    const auto hits = u.find(Matcher(*pattern_of("face ~4 droops"), Matcher::Prefer::first));
    REQUIRE(hits.size() == 1);
    CHECK(u.text(hits[0].at) == "face on the left droops");
    REQUIRE(hits[0].gaps.size() == 1);
    CHECK(u.text(hits[0].gaps[0]) == "on the left");
}
