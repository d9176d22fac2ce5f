// Numbers in digits and words.

#include <catch2/catch.hpp>

#include "engine/text/shipped.hpp"
#include "text/numbers.hpp"

using namespace anamnesis;

namespace {

std::optional<Number> number_in(const std::string& message) {
    return number_at(tests::shipped_lexicon(), Utterance(message), 0);
}

std::string glued_in(const std::string& message) {
    const Utterance u(message);
    return std::string(number_at(tests::shipped_lexicon(), u, 0)->glued);
}

}  // namespace

TEST_CASE("A number is read from digits and from words") {
    const auto [message, value] = GENERATE(table<std::string, double>({
        {"0", 0},
        {"0033", 33},
        {"1.5", 1.5},
        {"1,200", 1200},
        {"3,000,000", 3e6},
        {"1/5", 0.2},
        {"5 thousand", 5000},
        {"zero", 0},
        {"a", 1},
        {"seven", 7},
        {"twenty one", 21},
        {"twenty-one", 21},
        {"twenty and four", 24},
        {"a hundred", 100},
        {"two hundred and five", 205},
        {"one hundred thousand", 1e5},
        {"twenty one thousand eleven", 21011},
        {"seven hundred twenty one thousand and twelve", 721012},
        {"two dozen", 24},
        {"a couple", 2},
    }));
    CAPTURE(message);
    const auto number = number_in(message);
    REQUIRE(number);
    CHECK(number->from == Approx(value));
    CHECK(number->to == Approx(value));
    CHECK(number->last == Utterance(message).size());
}

TEST_CASE("Two numbers side by side are two") {
    CHECK(number_in("two three")->last == 1);
    CHECK(number_in("twenty thirty")->last == 1);
    CHECK(number_in("1, 200")->last == 1);
    CHECK(number_in("two and a half")->last == 1);
    CHECK(number_in("1/2/24")->from == 1);
}

TEST_CASE("A vague number is a range, an article says that it is one") {
    CHECK(number_in("a few")->from == 3);
    CHECK(number_in("a few")->to == 5);
    CHECK(number_in("a day")->is_article);
    CHECK_FALSE(number_in("one day")->is_article);
    CHECK_FALSE(number_in("a couple")->is_article);
}

TEST_CASE("What stands in the same word is kept") {
    CHECK(number_in("10wks")->from == 10);
    CHECK(glued_in("10wks") == "wks");
    CHECK(glued_in("3rd") == "rd");
}

TEST_CASE("What is no number, or more than people count, is none") {
    for (const char* message : {"week", "nan", "inf", "99999999999999999999", "1000000001", "", "and two"}) {
        CAPTURE(message);
        CHECK_FALSE(number_in(message));
    }
    CHECK(number_in("1000000000"));
}

TEST_CASE("A part of one is read in words") {
    const auto part = [](const std::string& message) {
        return fraction_at(tests::shipped_lexicon(), Utterance(message), 0);
    };
    CHECK(part("half")->from == 0.5);
    CHECK(part("a quarter")->from == 0.25);
    CHECK(part("three quarters")->from == 0.75);
    CHECK_FALSE(part("three"));
}
