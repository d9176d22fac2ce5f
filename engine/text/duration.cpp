#include "text/duration.hpp"

#include <charconv>
#include <optional>

#include "text/lexicon_data.hpp"

namespace anamnesis {
namespace {

constexpr double kDaysMax = 200.0 * 365;  // longer than anyone lives: not how long something lasts
constexpr int kFillersMax = 4;            // "about a good long 3 weeks"; bounds the work on a message of fillers

struct Amount {
    double from = 1;
    double to = 1;
    bool is_article = false;  // "a week" counts only where it is said as a time
};

class DurationReader {
public:
    DurationReader(const Lexicon& lexicon, const Utterance& utterance) : lexicon_(lexicon), u_(utterance) {}

    std::vector<Duration> run() {
        std::vector<Duration> out;
        for (int i = 0; i < u_.size();) {
            const auto found = duration_at(i);
            if (found) out.push_back(*found);
            i = found ? found->at.last : i + 1;
        }
        return out;
    }

private:
    std::string_view token(int i) const { return i >= 0 && i < u_.size() ? u_.token(i) : std::string_view(); }
    bool is(const char* list, int i) const { return lexicon_.is_word_of(list, token(i)); }

    std::optional<Duration> duration_at(const int first) {
        at_ = first;
        const auto amount = range();
        if (!amount) return std::nullopt;
        const auto days = unit();
        if (!days || is("duration.not_before", first - 1) || is("duration.not_after", at_)) return std::nullopt;
        Duration out{amount->from * *days, amount->to * *days, {first, at_}};
        add_alternative(out, *days);
        add_half(out, *days);
        if (amount->is_article && !is_said_as_a_time(out.at)) return std::nullopt;
        add_rest(out, *days);
        return out.to <= kDaysMax ? std::optional(out) : std::nullopt;
    }

    bool is_said_as_a_time(const TokenRange& at) const {
        return at.first == 0 || is("duration.before_one", at.first - 1) || is("duration.after_one", at.last);
    }

    // "3", "3 to 4", "3 - 4", "2 or 3".
    std::optional<Amount> range() {
        auto amount = one_amount();
        if (!amount || !(token(at_) == "-" || is("duration.between", at_))) return amount;
        const int before = at_++;
        const auto upper = one_amount();
        if (upper && upper->to >= amount->from) return Amount{amount->from, upper->to, false};
        at_ = before;
        return amount;
    }

    // A number with what may stand around it: "about a good 3 and a half".
    std::optional<Amount> one_amount() {
        auto amount = number();
        if (!amount) return std::nullopt;
        if (amount->is_article)
            if (const auto counted = number()) amount = counted;  // "a couple", "a few"
        for (int n = 0; n < kFillersMax && is_filler(at_); ++n) ++at_;
        if (token(at_) == "and" && token(at_ + 1) == "a" && token(at_ + 2) == "half") {
            amount->from += 0.5;
            amount->to += 0.5;
            at_ += 3;
        }
        return amount;
    }

    // The "or" of "2 or so", not that of "2 or 3".
    bool is_filler(int i) const {
        const bool joins = is("duration.between", i) && begins_number(i + 1);
        return is("duration.filler", i) && !joins;
    }

    bool begins_number(int i) const { return digits_of(token(i)) || lexicon_.number("numbers", token(i)); }

    std::optional<Amount> number() {
        const std::string_view word = token(at_);
        if (const auto digits = digits_of(word)) {
            ++at_;
            return Amount{*digits, *digits, false};
        }
        const auto from = lexicon_.number("numbers", word);
        if (!from) return glued(word);
        ++at_;
        const auto units = *from >= 20 ? lexicon_.number("numbers", token(at_)) : std::nullopt;
        if (units && *units >= 1 && *units < 10) {  // "twenty one"
            ++at_;
            return Amount{*from + *units, *from + *units, false};
        }
        return Amount{*from, lexicon_.number("numbers_to", word).value_or(*from), word == "a" || word == "an"};
    }

    // "10wks": the number is read, the unit is what follows in the same word.
    std::optional<Amount> glued(std::string_view word) {
        const std::size_t length = word.find_first_not_of("0123456789.");
        if (length == 0 || length == word.npos || !lexicon_.number("days_in", word.substr(length))) return std::nullopt;
        const auto digits = digits_of(word.substr(0, length));
        if (!digits) return std::nullopt;
        glued_unit_ = word.substr(length);
        return Amount{*digits, *digits, false};
    }

    std::optional<double> unit() {
        const std::string_view word = glued_unit_.empty() ? token(at_) : glued_unit_;
        glued_unit_ = {};
        const auto days = lexicon_.number("days_in", word);
        if (days) ++at_;
        return days;
    }

    // "a week or two"
    void add_alternative(Duration& out, double days) {
        const int before = at_;
        if (!is("duration.between", at_)) return;
        ++at_;
        const double upper = number().value_or(Amount{0, 0, false}).to * days;
        const bool has_unit = !glued_unit_.empty() || lexicon_.number("days_in", token(at_));
        glued_unit_ = {};
        if (has_unit || upper <= out.to) {
            at_ = before;
            return;
        }
        out.to = upper;
        out.at.last = at_;
    }

    // "a year and a half"
    void add_half(Duration& out, double days) {
        if (token(at_) != "and" || token(at_ + 1) != "a" || token(at_ + 2) != "half") return;
        out.from += days / 2;
        out.to += days / 2;
        out.at.last = at_ += 3;
    }

    // "2 weeks and 3 days": only a smaller unit can be the rest of a larger.
    void add_rest(Duration& out, double larger) {
        const int before = at_;
        if (token(at_) == "and" || token(at_) == ",") ++at_;
        const auto amount = number();
        const auto days = amount ? unit() : std::nullopt;
        if (days && *days < larger) {
            out.from += amount->from * *days;
            out.to += amount->to * *days;
            out.at.last = at_;
        }
        at_ = before;
    }

    static std::optional<double> digits_of(std::string_view word) {
        double value = 0;
        const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
        if (error != std::errc() || end != word.data() + word.size() || value < 0 || !(value <= kDaysMax * 24 * 60))
            return std::nullopt;
        return value;
    }

    const Lexicon& lexicon_;
    const Utterance& u_;
    int at_ = 0;
    std::string_view glued_unit_;
};

}  // namespace

std::vector<Duration> find_durations(const Lexicon& lexicon, const Utterance& utterance) {
    return DurationReader(lexicon, utterance).run();
}

}  // namespace anamnesis
