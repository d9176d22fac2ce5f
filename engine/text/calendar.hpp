#pragma once
// Days of the Gregorian calendar.

namespace anamnesis {

struct CalendarDate {
    int year = 1970;
    int month = 1;
    int day = 1;
};

// Days since 1970-01-01. A day that the month does not have is one of the next month.
int days_of(const CalendarDate& date);
CalendarDate date_of(int days);

// 1 is Monday, 7 is Sunday.
int weekday_of(int days);

}  // namespace anamnesis
