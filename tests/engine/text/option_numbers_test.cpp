// Options named by their place.

#include <catch2/catch.hpp>

#include "engine/text/shipped.hpp"
#include "text/option_numbers.hpp"

using namespace anamnesis;
using Places = std::vector<int>;

namespace {

constexpr int kCount = 4;

Places places(const std::string& message, bool bare = true, int count = kCount) {
    return option_numbers(tests::shipped_lexicon(), Utterance(message), count, bare).value_or(Places());
}

}  // namespace

TEST_CASE("One option or several by number") {
    const auto [message, expected] = GENERATE(table<std::string, Places>({
        {"2", {1}},
        {"number 3", {2}},
        {"the second one please", {1}},
        {"the last", {3}},
        {"1 and 3", {0, 2}},
        {"3, 1", {0, 2}},
        {"the first and the last", {0, 3}},
        {"the first two", {0, 1}},
        {"the last 2", {2, 3}},
        {"all of them", {0, 1, 2, 3}},
        {"all but the last", {0, 1, 2}},
        {"everything except 2 and 3", {0, 3}},
    }));
    CAPTURE(message);
    CHECK(places(message) == expected);
}

TEST_CASE("A place that is not there, doubt, and other words are no option") {
    for (const char* message : {"0", "5", "1 or 2", "not 2", "2 days", "two", "the first five", "but the last",
                                "all but", "the", "all but all but 2", "both", ""}) {
        CAPTURE(message);
        CHECK(places(message).empty());
    }
    CHECK(places("both", true, 2) == Places{0, 1});
}

TEST_CASE("Digits alone count only where they may") {
    CHECK(places("2", false).empty());
    CHECK(places("option 2", false) == Places{1});
    CHECK(places("the second", false) == Places{1});
}
