#include "text/calendar.hpp"

namespace anamnesis {
namespace {

constexpr int kDaysBefore1970 = 719162;  // since 0001-01-01

int floor_div(int a, int b) { return a / b - (a % b < 0 ? 1 : 0); }

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int days_in(int year, int month) {
    if (month == 2) return is_leap(year) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

int days_before_year(int year) {
    const int past = year - 1;
    return past * 365 + floor_div(past, 4) - floor_div(past, 100) + floor_div(past, 400) - kDaysBefore1970;
}

}  // namespace

int days_of(const CalendarDate& date) {
    int days = days_before_year(date.year) + date.day - 1;
    for (int month = 1; month < date.month; ++month) days += days_in(date.year, month);
    return days;
}

CalendarDate date_of(int days) {
    int year = 1970 + floor_div(days, days < 0 ? 365 : 366);  // this year or one before it
    while (days_before_year(year + 1) <= days) ++year;
    int month = 1, rest = days - days_before_year(year);
    for (; rest >= days_in(year, month); ++month) rest -= days_in(year, month);
    return {year, month, rest + 1};
}

int weekday_of(int days) {
    constexpr int kThursday = 3;  // 1970-01-01, counted from 0
    const int from_monday = days + kThursday;
    return from_monday - floor_div(from_monday, 7) * 7 + 1;
}

}  // namespace anamnesis
