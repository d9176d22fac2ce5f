// How old.

#include <catch2/catch.hpp>

#include "engine/text/shipped.hpp"
#include "text/quantity.hpp"

using namespace anamnesis;

namespace {

std::vector<Quantity> ages_in(const std::string& message) {
    return find_ages(tests::shipped_lexicon(), Utterance(message));
}

}  // namespace

TEST_CASE("An age is read in years") {
    const auto [message, years] = GENERATE(table<std::string, double>({
        {"he is 8", 8},
        {"I'm 35, and my lip twitches", 35},
        {"my son is twelve", 12},
        {"a 9 month old baby", 270.0 / 365},
        {"8 years old", 8},
        {"an 8 year old girl", 8},
        {"35yo", 35},
        {"42 years of age", 42},
        {"aged 70", 70},
        {"125 years old", 125},
    }));
    CAPTURE(message);
    const auto found = ages_in(message);
    REQUIRE(found.size() == 1);
    CHECK(found[0].from == Approx(years));
    CHECK(found[0].to == Approx(years));
}

TEST_CASE("Lengths, other numbers and what nobody's age is are none") {
    for (const char* message :
         {"3 weeks", "my pain is 8", "I am 2 hours late", "he is 8 times out", "8", "126 years old"}) {
        CAPTURE(message);
        CHECK(ages_in(message).empty());
    }
}
