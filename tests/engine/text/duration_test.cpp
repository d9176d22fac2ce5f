// How long, in days.

#include <catch2/catch.hpp>

#include "engine/text/shipped.hpp"
#include "text/duration.hpp"

using namespace anamnesis;

namespace {

std::vector<Duration> durations_in(const std::string& message) {
    return find_durations(tests::shipped_lexicon(), Utterance(message));
}

}  // namespace

TEST_CASE("One length of time is read from words and digits") {
    const auto [message, from, to] = GENERATE(table<std::string, double, double>({
        {"3 weeks", 21, 21},
        {"for about three weeks now", 21, 21},
        {"10wks", 70, 70},
        {"1.5 years", 547.5, 547.5},
        {"twenty one days", 21, 21},
        {"a fortnight", 14, 14},
        {"half a year", 182.5, 182.5},
        {"a year and a half", 547.5, 547.5},
        {"2 and a half days", 2.5, 2.5},
        {"2 weeks and 3 days", 17, 17},
        {"a couple of days", 2, 2},
        {"a few weeks", 21, 35},
        {"several months", 90, 210},
        {"2-3 weeks", 14, 21},
        {"2 or 3 days", 2, 3},
        {"two to three months", 60, 90},
        {"a week or two", 7, 14},
        {"a day or two ago", 1, 2},
        {"a day or so", 1, 1},
        {"200 years", 73000, 73000},
        {"a good long 3 weeks", 21, 21},
        {"for the last couple of weeks", 14, 14},
        {"over the past week", 7, 7},
        {"three quarters of an hour", 0.03125, 0.03125},
        {"1/2 an hour", 0.0208333, 0.0208333},
        {"one and a quarter years", 456.25, 456.25},
        {"an hour and half", 0.0625, 0.0625},
        {"1 hour thirty", 0.0625, 0.0625},
        {"1 year, 2 days, 3 hours and 6 minutes", 367.129167, 367.129167},
        {"two days before yesterday", 3, 3},
        {"2-3wks", 14, 21},
        {"two more minutes", 0.0013889, 0.0013889},
        {"2\xC2\xBD weeks", 17.5, 17.5},
        {"1 1/2 months", 45, 45},
        {"5/6 months", 150, 180},
        {"2/3 of a year", 243.333, 243.333},
        {"3/4 hour", 0.03125, 0.03125},
        {"3ish months", 90, 90},
        {"just under a year", 365, 365},
        {"1 - 2 weeks", 7, 14},
    }));
    CAPTURE(message);
    const auto found = durations_in(message);
    REQUIRE(found.size() == 1);
    CHECK(found[0].from == Approx(from));
    CHECK(found[0].to == Approx(to));
}

TEST_CASE("Ages, frequencies and what is not said as a time are no lengths") {
    const std::string message =
        GENERATE("I am 30 years old", "3 years of age", "an 8 year old", "every 3 days", "twice a week", "4 cups a day",
                 "3 coffees", "weeks", "I second that", "for months", "-3", "201 years", "99999999999999999999 weeks",
                 "1e308 weeks", "nan days", "inf days", "0x10 days");
    CAPTURE(message);
    CHECK(durations_in(message).empty());
}

TEST_CASE("Several lengths are found from left to right, each where it stands") {
    const Utterance u("for 3 weeks, worse for 2 days");
    const auto found = find_durations(tests::shipped_lexicon(), u);
    REQUIRE(found.size() == 2);
    CHECK(u.text(found[0].at) == "3 weeks");
    CHECK(u.text(found[1].at) == "2 days");
}

TEST_CASE("The second of two lengths keeps its own unit") {
    const auto found = durations_in("a week or 10days");
    REQUIRE(found.size() == 2);
    CHECK(found[0].to == 7);
    CHECK(found[1].to == 10);
}

TEST_CASE("A time in the past is a length where it is said as a start, and else only if that is asked") {
    const std::int64_t tuesday = 15748 * std::int64_t{86400};
    const auto one = [&](const std::string& message) {
        const auto found = find_durations(tests::shipped_lexicon(), Utterance(message), tuesday);
        REQUIRE(found.size() == 1);
        return found[0];
    };
    CHECK(one("since last Sunday").to == 2);
    CHECK_FALSE(one("since last Sunday").only_if_asked);
    CHECK_FALSE(one("it started yesterday").only_if_asked);
    CHECK(one("I had coffee yesterday").only_if_asked);
    CHECK(one("it twitches all day").only_if_asked);
    CHECK(one("all week").to == 7);
    CHECK_FALSE(one("another month").only_if_asked);
    CHECK(durations_in("since last Sunday").empty());
}
