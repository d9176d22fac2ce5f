// How often.

#include <catch2/catch.hpp>

#include "engine/text/shipped.hpp"
#include "text/quantity.hpp"

using namespace anamnesis;

namespace {

std::vector<Quantity> frequencies_in(const std::string& message) {
    return find_frequencies(tests::shipped_lexicon(), Utterance(message));
}

}  // namespace

TEST_CASE("A frequency is so many times a day") {
    const auto [message, from, to] = GENERATE(table<std::string, double, double>({
        {"every day", 1, 1},
        {"each night", 1, 1},
        {"daily", 1, 1},
        {"weekly", 1.0 / 7, 1.0 / 7},
        {"every other day", 0.5, 0.5},
        {"every three weeks", 1.0 / 21, 1.0 / 21},
        {"every 2 to 3 days", 1.0 / 3, 0.5},
        {"twice a day", 2, 2},
        {"once a year", 1.0 / 365, 1.0 / 365},
        {"3 times daily", 3, 3},
        {"2-3 times per week", 2.0 / 7, 3.0 / 7},
        {"a few times a day", 3, 5},
        {"4 cups of coffee a day", 4, 4},
        {"once every 2 weeks", 1.0 / 14, 1.0 / 14},
        {"every morning", 1, 1},
        {"every Friday", 1.0 / 7, 1.0 / 7},
        {"every other Friday", 1.0 / 14, 1.0 / 14},
        {"on Mondays", 1.0 / 7, 1.0 / 7},
    }));
    CAPTURE(message);
    const auto found = frequencies_in(message);
    REQUIRE(found.size() == 1);
    CHECK(found[0].from == Approx(from));
    CHECK(found[0].to == Approx(to));
}

TEST_CASE("Lengths and numbers are no frequency") {
    for (const char* message : {"3 weeks", "for 2 days", "4 cups of coffee", "every one of them", "3 days a month ago",
                                "a day", "2, a day", "every 0 days"}) {
        CAPTURE(message);
        CHECK(frequencies_in(message).empty());
    }
}
