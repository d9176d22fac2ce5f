// Where a pattern matches.

#include <catch2/catch.hpp>

#include "text/matcher.hpp"
#include "text/normalise.hpp"
#include "text/phrase.hpp"

using namespace anamnesis;

namespace {

std::vector<std::string> found(const std::string& phrase, const std::string& message, Matcher::Prefer prefer) {
    const std::string text = normalise(message).text;
    std::vector<std::string> out;
    for (const PatternHit& hit : Matcher(*pattern_of(phrase), prefer).find(text))
        out.push_back(
            text.substr(static_cast<std::size_t>(hit.at.begin), static_cast<std::size_t>(hit.at.end - hit.at.begin)));
    return out;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("Every word where the pattern may begin gives one hit, overlapping ones too") {
    CHECK(found("lip", "lip, lip. LIP", Matcher::Prefer::first) == Words{"lip", "lip", "lip"});
    CHECK(found("(my|lip) ~1 (lip|droops)", "my lip droops", Matcher::Prefer::first) == Words{"my lip", "lip droops"});
    CHECK(found("lip", "no such word", Matcher::Prefer::first).empty());
    CHECK(found("lip", "", Matcher::Prefer::first).empty());
}

TEST_CASE("Of readings that begin at the same word, the first or the longest") {
    CHECK(found("(not|not sure)", "not sure", Matcher::Prefer::first) == Words{"not"});
    CHECK(found("(not|not sure)", "not sure", Matcher::Prefer::longest) == Words{"not sure"});
}

TEST_CASE("A hit knows the words that it leapt over, without marks") {
    const std::string text = normalise("face, on the left, droops").text;
    const auto hits = Matcher(*pattern_of("face ~4 droops"), Matcher::Prefer::first).find(text);
    REQUIRE(hits.size() == 1);
    REQUIRE(hits[0].gaps.size() == 1);
    const auto gap = hits[0].gaps[0];
    CHECK(text.substr(static_cast<std::size_t>(gap.begin), static_cast<std::size_t>(gap.end - gap.begin)) ==
          "on the left");
}

TEST_CASE("A faulty pattern is no matcher") {
    CHECK(Matcher(" face ", Matcher::Prefer::first).ok());
    CHECK_FALSE(Matcher("(face", Matcher::Prefer::first).ok());
    CHECK_FALSE(Matcher("(face", Matcher::Prefer::first).error().empty());
}
