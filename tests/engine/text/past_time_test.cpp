// When in the past.

#include <catch2/catch.hpp>

#include "engine/text/shipped.hpp"
#include "text/calendar.hpp"
#include "text/past_time.hpp"

using namespace anamnesis;

namespace {

// Half past four on the night to Tuesday, 2013-02-12.
const std::int64_t kNow = days_of({2013, 2, 12}) * std::int64_t{86400} + 16200;

// Days ago; -1: no time.
double ago(const std::string& message, std::optional<std::int64_t> now = kNow, int first = 0) {
    const auto time = past_time_at(tests::shipped_lexicon(), Utterance(message), now, first);
    return time ? time->days : -1;
}

double since(const std::string& message) { return ago("since " + message, kNow, 1); }

}  // namespace

TEST_CASE("A time in the past is so many days ago") {
    const auto [message, days] = GENERATE(table<std::string, double>({
        {"today", 0.5},
        {"this morning", 0.5},
        {"last night", 0.5},
        {"yesterday", 1},
        {"yesterday evening", 1},
        {"the day before yesterday", 2},
        {"last Sunday", 2},
        {"this past Wednesday", 6},
        {"Tuesday", 7},
        {"last Tuesday morning", 7},
        {"Monday of this week", 1},
        {"Sunday of last week", 2},
        {"last week's Sunday", 2},
        {"two Thursdays ago", 12},
        {"this week", 1},
        {"last week", 8},
        {"the end of last week", 4},
        {"this past weekend", 3},
        {"last month", 42},
        {"last quarter", 134},
        {"this year", 42},
        {"last year", 408},
        {"20th of last month", 23},
        {"the 5th of February", 7},
        {"March 5", 344},
        {"5 March 2011", 710},
        {"March 2011", 714},
        {"last February", 377},
        {"Christmas", 49},
    }));
    CAPTURE(message);
    CHECK(ago(message) == days);
}

TEST_CASE("A word that may be something else is a time where that is said") {
    CHECK(ago("May") == -1);
    CHECK(since("May") == 287);
    CHECK(ago("sat") == -1);
    CHECK(since("sat") == 3);
    CHECK(ago("2011") == -1);
    CHECK(since("2011") == 773);
    CHECK(since("nineteen") == -1);
}

TEST_CASE("What is to come, and what is no time, is none") {
    for (const char* message :
         {"tomorrow", "next week", "this Friday", "2014", "31 December 2013", "last", "the", "early", "0th of May"}) {
        CAPTURE(message);
        CHECK(ago(message) == -1);
    }
}

TEST_CASE("Without an instant only today and the days before it are known") {
    CHECK(ago("yesterday", std::nullopt) == 1);
    CHECK(ago("last night", std::nullopt) == 0.5);
    for (const char* message : {"last week", "Tuesday", "last Tuesday", "March 5", "Christmas", "this year"}) {
        CAPTURE(message);
        CHECK(ago(message, std::nullopt) == -1);
    }
}

TEST_CASE("Any instant is safe") {
    for (const std::int64_t now : {std::int64_t{0}, std::int64_t{-1}, INT64_MIN, INT64_MAX, std::int64_t{-70000000000}})
        CHECK(ago("yesterday", now) == 1);
    CHECK(ago("last week", INT64_MAX) == -1);
}

TEST_CASE("A start is said of what goes on") {
    const auto starts = [](const std::string& message, int first) {
        const Utterance u(message);
        return is_said_as_a_start(tests::shipped_lexicon(), u, {first, u.size()});
    };
    CHECK(starts("since tuesday", 1));
    CHECK(starts("it started in march", 3));
    CHECK(starts("it began sometime around the 5th", 5));
    CHECK_FALSE(starts("i slept badly yesterday", 3));
    CHECK_FALSE(starts("yesterday", 0));
}
