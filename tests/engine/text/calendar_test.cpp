// Days of the Gregorian calendar.

#include <catch2/catch.hpp>

#include "text/calendar.hpp"

using namespace anamnesis;

TEST_CASE("A date is a number of days and back") {
    const auto [date, days, weekday] = GENERATE(table<CalendarDate, int, int>({
        {{1970, 1, 1}, 0, 4},
        {{1969, 12, 31}, -1, 3},
        {{1, 1, 1}, -719162, 1},
        {{2000, 2, 29}, 11016, 2},
        {{1900, 3, 1}, -25508, 4},
        {{2013, 2, 12}, 15748, 2},
        {{2024, 12, 31}, 20088, 2},
        {{9999, 12, 31}, 2932896, 5},
    }));
    CAPTURE(date.year);
    CHECK(days_of(date) == days);
    const CalendarDate back = date_of(days);
    CHECK(back.year == date.year);
    CHECK(back.month == date.month);
    CHECK(back.day == date.day);
    CHECK(weekday_of(days) == weekday);
}

TEST_CASE("Every day of four centuries follows the one before") {
    for (int days = -200000; days < 0; ++days) {
        const CalendarDate date = date_of(days);
        if (days_of(date) != days) FAIL(days);
    }
    CHECK(days_of({2023, 2, 29}) == days_of({2023, 3, 1}));
}
