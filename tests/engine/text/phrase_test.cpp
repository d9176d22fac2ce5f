// The phrases that authors write, and what they match.

#include <catch2/catch.hpp>

#include "text/lexicon.hpp"
#include "text/matcher.hpp"
#include "text/normalise.hpp"
#include "text/phrase.hpp"

using namespace anamnesis;

namespace {

bool matches(const std::string& phrase, const std::string& message) {
    const auto pattern = pattern_of(phrase);
    if (!pattern) throw std::runtime_error(pattern.error().message);
    return !Matcher(*pattern, Matcher::Prefer::first).find(normalise(message).text).empty();
}

std::string nested(int depth) {
    return std::string(static_cast<std::size_t>(depth), '(') + "lip" +
           std::string(static_cast<std::size_t>(depth), ')');
}

}  // namespace

TEST_CASE("A phrase matches words, not letters") {
    const auto [phrase, message, expected] = GENERATE(table<std::string, std::string, bool>({
        {"lip", "my LIP!", true},
        {"lip", "slipped", false},
        {"lip", "lips", false},
        {"droop*", "it drooped", true},
        {"droop*", "droop", true},
        {"droop*", "snowdroop", false},
        {"can't lift", "I cant lift it", true},
        {"can\xE2\x80\x99t lift", "I can't lift it", true},
        {"(face|mouth) droops", "mouth droops", true},
        {"(face|mouth) droops", "eye droops", false},
        {"lost [my] words", "I lost words", true},
        {"lost [my|the] words", "I lost the words", true},
        {"lost [my] words", "I lost his words", false},
        {"face ~2 droops", "face droops", true},
        {"face ~2 droops", "face now really droops", true},
        {"face ~2 droops", "face on one side droops", false},
        {"face droops", "face, droops", true},
        {"face droops", "face\ndroops", true},
        {"face droops", "face. droops", false},
        {"face ~3 droops", "my face? It droops", false},
        {"face ~3 droops", "my face; it droops", false},
        {"pre-workout", "pre workout", true},
        {"re2:dro+p(ing)?", "drooooping", true},
        {"re2:dro+p(ing)?", "snowdrop", false},
    }));
    CAPTURE(phrase, message);
    CHECK(matches(phrase, message) == expected);
}

TEST_CASE("The longest leap is five words") {
    CHECK(matches("face ~5 droops", "face one two three four five droops"));
    CHECK_FALSE(matches("face ~5 droops", "face one two three four five six droops"));
    CHECK_FALSE(pattern_of("face ~6 droops").has_value());
    CHECK_FALSE(pattern_of("face ~0 droops").has_value());
}

TEST_CASE("A phrase has at most 500 bytes") {
    CHECK(pattern_of(std::string(kPhraseBytesMax, 'a')).has_value());
    CHECK_FALSE(pattern_of(std::string(kPhraseBytesMax + 1, 'a')).has_value());
}

TEST_CASE("Brackets nest six deep") {
    CHECK(pattern_of(nested(6)).has_value());
    CHECK_FALSE(pattern_of(nested(7)).has_value());
    CHECK_FALSE(pattern_of(nested(200)).has_value());
}

TEST_CASE("What is no phrase says why") {
    const auto [phrase, why] = GENERATE(table<std::string, std::string>({
        {"", "there is no word where one should be"},
        {"()", "there is no word where one should be"},
        {"face||", "\"|\" stands outside of brackets"},
        {"(face", "\"(\" without \")\""},
        {"[face)", "\"[\" without \"]\""},
        {"face)", "\")\" closes nothing"},
        {"*", "\"*\" must follow a stem directly"},
        {"d*", "\"d*\" is too short a stem"},
        {"dro*p", "\"*\" must be the end of its word"},
        {"~2 face", "~n must stand between two words"},
        {"face ~2", "~n must stand between two words"},
        {"face ~2 ~2 droops", "~n must stand between two words"},
        {"face ~23 droops", "~n leaps over 1 to 5 words, as in ~3"},
        {"[face]", "only [optional] words: it would match anything"},
        {"face, droops", "\"face,\": a phrase is of words, without punctuation"},
        {"2-3", "\"2-3\": a phrase is of words, without punctuation"},
        {"!!", "\"!!\": a phrase is of words, without punctuation"},
        {"\xF0\x9F\x98\xAD", "\"\xF0\x9F\x98\xAD\" has no letters"},
    }));
    CAPTURE(phrase);
    const auto pattern = pattern_of(phrase);
    REQUIRE_FALSE(pattern.has_value());
    CHECK(pattern.error().message == why);
    CHECK(phrase_error(phrase).value_or("") == why);
}

TEST_CASE("A pattern that RE2 does not take is no phrase") {
    CHECK(phrase_error("re2:(face").has_value());
    CHECK(phrase_error("re2:(?=face)").has_value());
    CHECK(phrase_error("re2:(a{500}){500}").has_value());
    CHECK_FALSE(phrase_error("re2:face").has_value());
}
