#include "text/past_time.hpp"

#include <algorithm>
#include <charconv>

#include "text/calendar.hpp"
#include "text/lexicon_data.hpp"
#include "text/numbers.hpp"

namespace anamnesis {
namespace {

constexpr std::int64_t kSecondsADay = 86400;
constexpr std::int64_t kNowMax = 4000000LL * kSecondsADay;  // some ten thousand years: no instant is later
constexpr double kPartOfToday = 0.5;
constexpr int kFirstYear = 1900;
constexpr int kStartWordsMax = 3;  // "it started sometime around the" March; bounds the look back

// Days since 1970-01-01.
struct Period {
    int start = 0;
    int length = 1;
};

class PastReader {
public:
    PastReader(const Lexicon& lexicon, const Utterance& utterance, std::optional<std::int64_t> now, int first)
        : lexicon_(lexicon), u_(utterance), first_(first), at_(first) {
        has_now_ = now && *now >= -kNowMax && *now <= kNowMax;
        if (has_now_) today_ = static_cast<int>((*now + kNowMax) / kSecondsADay - kNowMax / kSecondsADay);
        now_ = date_of(today_);
    }

    std::optional<PastTime> run() {
        const auto shift = place_within();
        const auto period = named();
        if (!period) return std::nullopt;
        const int days = today_ - period->start - static_cast<int>(shift.value_or(0) * period->length);
        while (is("calendar.parts", at_)) ++at_;
        if (days < 0) return std::nullopt;
        return PastTime{days == 0 || is_night_ ? kPartOfToday : days, {first_, at_}};
    }

private:
    std::string_view token(int i) const { return i >= 0 && i < u_.size() ? u_.token(i) : std::string_view(); }
    bool is(WordList list, int i) const { return lexicon_.is_word_of(list, token(i)); }
    std::optional<double> number(const char* table, int i) const { return lexicon_.number(table, token(i)); }

    // "early", "the end of"
    std::optional<double> place_within() {
        const int before = at_;
        if (token(at_) == "the") ++at_;
        const auto out = number("calendar.within", at_);
        if (!out) return at_ = before, std::nullopt;
        if (is("calendar.of", ++at_)) ++at_;
        return out;
    }

    std::optional<Period> named() {
        const int before = at_;
        if (token(at_) == "the") ++at_;
        if (const auto day = day_before_yesterday()) return day;
        if (const auto ago = number("calendar.days_ago", at_)) return ++at_, Period{today_ - static_cast<int>(*ago)};
        if (const auto period = relative()) return period;
        for (auto read : {&PastReader::weekday, &PastReader::weekdays_ago, &PastReader::day_of_month,
                          &PastReader::month, &PastReader::holiday, &PastReader::year}) {
            const int start = at_;
            if (!has_now_) break;
            if (const auto period = (this->*read)()) return period;
            at_ = start;
        }
        at_ = before;
        return std::nullopt;
    }

    // "(the) day before yesterday"
    std::optional<Period> day_before_yesterday() {
        const auto ago = lexicon_.number("days_in", token(at_)) == 1 && is("calendar.before", at_ + 1)
                             ? number("calendar.days_ago", at_ + 2)
                             : std::nullopt;
        if (!ago) return std::nullopt;
        at_ += 3;
        return Period{today_ - 1 - static_cast<int>(*ago)};
    }

    // "last night", "this morning", "last week", "this past weekend", "last Tuesday", "last weeks Sunday"
    std::optional<Period> relative() {
        const int before = at_;
        const bool this_one = is("calendar.this", at_);
        if (this_one) ++at_;
        const bool last = is("calendar.last", at_);
        if (last) ++at_;
        if (!this_one && !last) return std::nullopt;
        auto out = relative_part(last);
        if (!out && has_now_) out = relative_period(last);
        if (!out) at_ = before;
        return out;
    }

    std::optional<Period> relative_part(bool last) {
        const bool is_part = is("calendar.parts", at_) && !number("days_in", at_);
        is_night_ = last && number("days_in", at_) == 1 && is("calendar.parts", at_);
        if (!is_night_ && (last || !is_part)) return std::nullopt;
        ++at_;
        return Period{today_ - (is_night_ ? 1 : 0)};
    }

    std::optional<Period> relative_period(bool last) {
        if (const auto day = number("calendar.weekdays", at_)) return ++at_, last ? before(*day) : of_week(*day, 0);
        if (const auto m = number("calendar.months", at_)) return ++at_, month_before(static_cast<int>(*m), last);
        if (number("calendar.holidays", at_)) return holiday();
        const auto unit = number("days_in", at_);
        const auto out = unit ? unit_period(*unit, last) : std::nullopt;
        if (!out) return std::nullopt;
        ++at_;
        const auto day = *unit == 7 ? number("calendar.weekdays", at_) : std::nullopt;  // "last weeks Sunday"
        return day ? (++at_, of_week(*day, last)) : out;
    }

    std::optional<Period> unit_period(double unit, bool last) const {
        const int monday = today_ - weekday_of(today_) + 1, y = now_.year, m = now_.month, quarter = (m - 1) / 3 * 3;
        if (unit == 7) return Period{monday - (last ? 7 : 0), 7};
        if (unit == 2) return Period{monday + (last || monday + 5 > today_ ? -2 : 5), 2};
        if (unit == 30) return month_of(last && m == 1 ? y - 1 : y, last ? (m + 10) % 12 + 1 : m);
        if (unit == 90)
            return Period{days_of(last && quarter == 0 ? CalendarDate{y - 1, 10, 1}
                                                       : CalendarDate{y, quarter + (last ? -2 : 1), 1}),
                          90};
        if (unit == 365) return Period{days_of({last ? y - 1 : y, 1, 1}), 365};
        return std::nullopt;
    }

    static Period month_of(int year, int month) { return {days_of({year, month, 1}), 30}; }

    // The latest that began before today.
    Period before(double weekday) const {
        const int back = (weekday_of(today_) - static_cast<int>(weekday) + 7) % 7;
        return {today_ - (back == 0 ? 7 : back)};
    }

    Period of_week(double weekday, bool last) const {
        return {today_ - weekday_of(today_) + static_cast<int>(weekday) - (last ? 7 : 0)};
    }

    Period month_before(int month, bool last) const {
        const bool is_of_last_year = month > now_.month || (last && month == now_.month);
        return month_of(now_.year - (is_of_last_year ? 1 : 0), month);
    }

    bool is_meant_as_name() const {
        return !is("calendar.ambiguous", at_) || is("calendar.before_name", at_ - 1) || at_ > first_;
    }

    // "Tuesday", "Tuesday of last week"
    std::optional<Period> weekday() {
        const auto day = number("calendar.weekdays", at_);
        if (!day || !is_meant_as_name()) return std::nullopt;
        Period out = before(*day);
        const int after = ++at_;
        while (is("calendar.parts", at_)) ++at_;
        if (is("calendar.of", at_)) ++at_;
        const auto week = relative();
        if (!week || week->length != 7) return at_ = after, out;
        return Period{week->start + static_cast<int>(*day) - 1};
    }

    // "two Tuesdays ago"
    std::optional<Period> weekdays_ago() {
        const auto count = number_at(lexicon_, u_, at_);
        if (!count || !count->glued.empty() || count->from < 1 || count->from > 520) return std::nullopt;
        std::string_view name = token(count->last);
        if (!name.empty() && name.back() == 's') name.remove_suffix(1);
        const auto day = lexicon_.number("calendar.weekdays", name);
        if (!day || !is("calendar.ago", count->last + 1)) return std::nullopt;
        at_ = count->last + 2;
        return Period{before(*day).start - 7 * (static_cast<int>(count->from) - 1)};
    }

    // "March", "March 5th", "March 2019"
    std::optional<Period> month() {
        const auto m = number("calendar.months", at_);
        const bool is_name = m && is_meant_as_name();
        if (!m) return std::nullopt;
        ++at_;
        if (const auto day = day_number()) return ++at_, dated(static_cast<int>(*m), *day);
        return is_name || year_number(at_) ? std::optional(dated(static_cast<int>(*m), 1, 30)) : std::nullopt;
    }

    // "5th of March", "5 March 2019", "20th of last month"
    std::optional<Period> day_of_month() {
        const auto day = day_number();
        if (!day) return std::nullopt;
        if (token(++at_) == "of") ++at_;
        if (const auto m = number("calendar.months", at_)) return ++at_, dated(static_cast<int>(*m), *day);
        if (token(at_) == "the") ++at_;
        const auto month = relative();
        if (!month || month->length != 30) return std::nullopt;
        return Period{month->start + *day - 1};
    }

    std::optional<int> day_number() const {
        int day = 0;
        const std::string_view word = token(at_);
        const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), day);
        if (error != std::errc()) {
            const auto ordinal = number("ordinals", at_);
            return ordinal ? std::optional(static_cast<int>(*ordinal)) : std::nullopt;
        }
        const std::string_view rest = word.substr(static_cast<std::size_t>(end - word.data()));
        const bool is_day = day >= 1 && day <= 31 && (rest.empty() || lexicon_.is_word_of("calendar.day_ends", rest));
        return is_day ? std::optional(day) : std::nullopt;
    }

    // The latest such day, unless a year follows.
    Period dated(int month, int day, int length = 1) {
        if (const auto y = year_number(token(at_) == "," ? at_ + 1 : at_)) {
            at_ += token(at_) == "," ? 2 : 1;
            return {days_of({*y, month, day}), length};
        }
        const bool is_to_come = days_of({now_.year, month, day}) > today_;
        return {days_of({now_.year - (is_to_come ? 1 : 0), month, day}), length};
    }

    std::optional<Period> holiday() {
        const auto date = number("calendar.holidays", at_);
        if (!date) return std::nullopt;
        for (++at_; is("calendar.after_holiday", at_);) ++at_;
        return dated(static_cast<int>(*date) / 100, static_cast<int>(*date) % 100);
    }

    // "in 2019": a number like that alone is none.
    std::optional<Period> year() {
        const auto y = is("calendar.before_year", at_ - 1) ? year_number(at_) : std::nullopt;
        if (!y) return std::nullopt;
        ++at_;
        return Period{days_of({*y, 1, 1}), 365};
    }

    std::optional<int> year_number(int i) const {
        const auto y = token(i).size() == 4 ? number_at(lexicon_, u_, i) : std::nullopt;
        const bool is_year = y && y->last == i + 1 && y->glued.empty() && y->from >= kFirstYear && y->from <= now_.year;
        return is_year && y->from == static_cast<int>(y->from) ? std::optional(static_cast<int>(y->from))
                                                               : std::nullopt;
    }

    const Lexicon& lexicon_;
    const Utterance& u_;
    const int first_;
    int at_;
    bool has_now_ = false;
    bool is_night_ = false;
    int today_ = 0;
    CalendarDate now_;
};

}  // namespace

std::optional<PastTime> past_time_at(const Lexicon& lexicon, const Utterance& utterance,
                                     std::optional<std::int64_t> now, int first) {
    return PastReader(lexicon, utterance, now, first).run();
}

bool is_said_as_a_start(const Lexicon& lexicon, const Utterance& utterance, const TokenRange& at) {
    for (int i = at.first - 1, n = 0; i >= 0 && n <= kStartWordsMax; --i, ++n) {
        if (lexicon.is_word_of("calendar.start", utterance.token(i))) return true;
        if (!lexicon.is_word_of("calendar.start_filler", utterance.token(i))) return false;
    }
    return false;
}

}  // namespace anamnesis
