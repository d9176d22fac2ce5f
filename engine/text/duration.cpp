#include "text/duration.hpp"

#include <algorithm>

#include "text/lexicon_data.hpp"
#include "text/numbers.hpp"
#include "text/past_time.hpp"

namespace anamnesis {
namespace {

constexpr double kDaysMax = 200.0 * 365;  // longer than anyone lives: not how long something lasts
constexpr double kHour = 1.0 / 24;
constexpr int kFillersMax = 4;  // "about a good long 3 weeks"; bounds the work on a message of fillers
constexpr int kPartsMax = 4;    // "1 year, 2 days, 3 hours and 4 seconds"

class DurationReader {
public:
    DurationReader(const Lexicon& lexicon, const Utterance& utterance, std::optional<std::int64_t> now)
        : lexicon_(lexicon), u_(utterance), now_(now) {}

    std::vector<Duration> run() {
        std::vector<Duration> out;
        for (int i = 0; i < u_.size();) {
            if (!may_begin(i)) {
                ++i;
                continue;
            }
            auto found = length_at(i);
            if (!found) found = since_at(i);
            if (found) out.push_back(*found);
            i = found ? found->at.last : i + 1;
        }
        return out;
    }

private:
    // Cheap, and true of nearly no word: what may begin is then read in full.
    bool may_begin(int i) const {
        const std::string_view word = token(i);
        if (word[0] >= '0' && word[0] <= '9') return true;
        return lexicon_.begins_time(word) && !(is("duration.article", i) && is("duration.article", i + 1));
    }

    std::string_view token(int i) const { return i >= 0 && i < u_.size() ? u_.token(i) : std::string_view(); }
    bool is(WordList list, int i) const { return lexicon_.is_word_of(list, token(i)); }
    std::optional<double> days_in(std::string_view word) const { return lexicon_.number("days_in", word); }

    // "since Tuesday"; "yesterday" alone only where that is asked.
    std::optional<Duration> since_at(int first) const {
        const auto time = past_time_at(lexicon_, u_, now_, first);
        if (!time || is("duration.not_before", first - 1) || time->days > kDaysMax) return std::nullopt;
        return Duration{time->days, time->days, time->at, !is_said_as_a_start(lexicon_, u_, time->at)};
    }

    std::optional<Duration> length_at(int first) {
        at_ = first;
        const auto amount = range();
        const auto days = amount ? unit() : std::nullopt;
        if (!days || is("duration.not_before", first - 1) || is_age_or_rate()) return std::nullopt;
        Duration out{amount->from * *days, amount->to * *days, {first, at_}, is_whole_};
        add_alternative(out, *days);
        add_fraction(out, *days);
        if (amount->is_article && !is_said_as_a_time(out.at)) return std::nullopt;
        add_parts(out, *days);
        add_time_before(out);
        return out.to <= kDaysMax ? std::optional(out) : std::nullopt;
    }

    // "3 years old", "3 years of age"
    bool is_age_or_rate() const {
        return is("duration.not_after", at_) || (token(at_) == "of" && is("duration.not_before", at_ + 1));
    }

    bool is_said_as_a_time(const TokenRange& at) const {
        return at.first == 0 || is("duration.before_one", at.first - 1) || is("duration.after_one", at.last);
    }

    // "3", "3 to 4", "3 - 4", "2 or 3".
    std::optional<Number> range() {
        auto amount = amount_here();
        if (!amount || !(token(at_) == "-" || is("duration.between", at_))) return amount;
        const int before = at_++;
        auto upper = amount_here();
        if (upper && !upper->is_article && upper->to >= amount->from) {
            upper->from = amount->from;
            return upper;
        }
        at_ = before;
        glued_ = {};
        return amount;
    }

    // A number with what may stand around it: "about a good 3 and a half".
    std::optional<Number> amount_here() {
        glued_ = {};
        is_whole_ = false;
        if (const auto part = fraction_of_unit()) return part;
        auto amount = number_at(lexicon_, u_, at_);
        if (!amount) return whole();
        if (!amount->glued.empty()) return glued(*amount);
        at_ = amount->last;
        if (amount->is_article) {
            const auto counted = number_at(lexicon_, u_, after_fillers(at_));  // "a good 3"
            if (counted && counted->glued.empty() && !counted->is_article) at_ = (amount = counted)->last;
        }
        at_ = after_fillers(at_);
        if (const auto half = token(at_) == "and" ? fraction_at(lexicon_, u_, at_ + 1) : std::nullopt) {
            amount->from += half->from;
            amount->to += half->to;
            amount->is_article = false;
            at_ = half->last;
            if (is("duration.of", at_)) ++at_;
        }
        return amount;
    }

    // "all day", "the whole week", "another month"; "the last year" is one like these, and "last year" a time.
    std::optional<Number> whole() {
        const bool all = is("duration.whole", at_), last = token(at_) == "the" && is("duration.latest", at_ + 1);
        if (!all && !last) return std::nullopt;
        const int unit = at_ + (last ? 2 : 1);
        if (!days_in(token(unit)) || (last && at_ > 0 && !is("duration.over", at_ - 1))) return std::nullopt;
        at_ = unit;
        is_whole_ = all && !is("duration.more", unit - 1);
        return Number{1, 1, unit, false, {}};
    }

    // "half an hour", "three quarters of a year", "half year"
    std::optional<Number> fraction_of_unit() {
        const bool article = is("duration.article", at_);
        auto out = fraction_at(lexicon_, u_, article ? at_ + 1 : at_);
        if (!out) return std::nullopt;
        int unit = out->last;
        while (is("duration.of", unit) || is("duration.article", unit)) ++unit;
        if (!days_in(token(unit)) || unit > out->last + 2) return std::nullopt;
        at_ = unit;
        return out;
    }

    // "10wks": the number is read, the unit is what follows in the same word.
    std::optional<Number> glued(Number amount) {
        if (!days_in(amount.glued)) return std::nullopt;
        at_ = amount.last - 1;
        glued_ = amount.glued;
        return amount;
    }

    // The "or" of "2 or so", not that of "2 or 3".
    int after_fillers(int i) const {
        for (int n = 0; n < kFillersMax && is("duration.filler", i); ++n, ++i)
            if (is("duration.between", i) && number_at(lexicon_, u_, i + 1)) break;
        return i;
    }

    std::optional<double> unit() {
        const auto days = days_in(glued_.empty() ? token(at_) : glued_);
        glued_ = {};
        if (days) ++at_;
        return days;
    }

    // "a week or two"
    void add_alternative(Duration& out, double days) {
        const auto upper = is("duration.between", at_) ? number_at(lexicon_, u_, at_ + 1) : std::nullopt;
        if (!upper || !upper->glued.empty() || days_in(token(upper->last)) || upper->to * days <= out.to) return;
        out.to = upper->to * days;
        out.at.last = at_ = upper->last;
    }

    // "a year and a half"
    void add_fraction(Duration& out, double days) {
        if (token(at_) != "and") return;
        auto part = fraction_at(lexicon_, u_, at_ + 1);
        if (!part || days_in(token(part->last))) return;
        out.from += part->from * days;
        out.to += part->to * days;
        out.at.last = at_ = part->last;
    }

    // "2 weeks and 3 days": only a smaller unit can be the rest of a larger, unless nothing stands between.
    void add_parts(Duration& out, double larger) {
        for (int n = 0; n < kPartsMax; ++n) {
            const int before = at_;
            const bool joined = token(at_) == "and" || token(at_) == ",";
            if (joined) ++at_;
            const auto amount = amount_here();
            const auto days = amount && !is_whole_ ? unit() : std::nullopt;
            const bool fits = days && (*days < larger || (!joined && *days > larger && !amount->is_article));
            if (!fits || is_age_or_rate()) {
                at_ = before;
                return add_minutes(out, larger);
            }
            out.from += amount->from * *days;
            out.to += amount->to * *days;
            out.at.last = at_;
            larger = *days;
        }
    }

    // "1 hour thirty", where no word follows that the number could count.
    void add_minutes(Duration& out, double unit) {
        if (unit < kHour * 0.99 || unit > kHour * 1.01) return;
        const auto minutes = number_at(lexicon_, u_, token(at_) == "and" ? at_ + 1 : at_);
        if (!minutes || !minutes->glued.empty() || minutes->is_article || minutes->to >= 60) return;
        if (minutes->last < u_.size() && !u_.is_mark(minutes->last)) return;
        out.from += minutes->from * kHour / 60;
        out.to += minutes->to * kHour / 60;
        out.at.last = at_ = minutes->last;
    }

    // "two days before yesterday"
    void add_time_before(Duration& out) {
        const auto time = is("calendar.before", at_) ? past_time_at(lexicon_, u_, now_, at_ + 1) : std::nullopt;
        if (!time) return;
        out.from += time->days;
        out.to += time->days;
        out.at.last = at_ = time->at.last;
    }

    const Lexicon& lexicon_;
    const Utterance& u_;
    const std::optional<std::int64_t> now_;
    int at_ = 0;
    std::string_view glued_;
    bool is_whole_ = false;
};

}  // namespace

std::vector<Duration> find_durations(const Lexicon& lexicon, const Utterance& utterance,
                                     std::optional<std::int64_t> now) {
    return DurationReader(lexicon, utterance, now).run();
}

}  // namespace anamnesis
