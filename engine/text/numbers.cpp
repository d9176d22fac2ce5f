#include "text/numbers.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "text/lexicon_data.hpp"

namespace anamnesis {
namespace {

constexpr double kNumberMax = 1e9;  // nothing that people count is more
constexpr int kWordsMax = 12;       // of one number; bounds the work on a message of nothing else
constexpr int kGroupsMax = 2;       // "1,200,000"

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// A number at the beginning of a word, and what follows within the word.
struct Digits {
    double value = 0;
    std::string_view rest;
};

std::optional<Digits> digits_of(std::string_view word) {
    if (word.empty() || !is_digit(word[0])) return std::nullopt;
    Digits out;
    const char* const last = word.data() + word.size();
    const auto [end, error] = std::from_chars(word.data(), last, out.value, std::chars_format::fixed);
    if (error != std::errc()) return std::nullopt;
    out.rest = word.substr(static_cast<std::size_t>(end - word.data()));
    return out;
}

class NumberReader {
public:
    NumberReader(const Lexicon& lexicon, const Utterance& utterance, int first)
        : lexicon_(lexicon), u_(utterance), at_(first) {}

    std::optional<Number> run() {
        const auto digits = digits_of(token(at_));
        auto out = digits ? std::optional(in_digits(*digits)) : in_words();
        if (!out || out->to > kNumberMax) return std::nullopt;
        out->last = at_;
        return out;
    }

    std::optional<Number> fraction() {
        const auto part = lexicon_.number("fractions", token(at_));
        if (part) return Number{*part, *part, at_ + 1, false, {}};
        const auto of = lexicon_.number("fractions", token(at_ + 1));
        const auto times = of ? word(at_) : std::nullopt;
        if (!times || lexicon_.number("numbers_to", token(at_))) return std::nullopt;
        return Number{*times * *of, *times * *of, at_ + 2, false, {}};
    }

private:
    std::string_view token(int i) const { return i < u_.size() ? u_.token(i) : std::string_view(); }
    std::optional<double> word(int i) const { return lexicon_.number("numbers", token(i)); }
    bool is_article(int i) const { return lexicon_.is_word_of("duration.article", token(i)); }

    Number in_digits(Digits digits) {
        ++at_;
        double value = digits.value;
        if (const auto part = lexicon_.number("fractions", digits.rest)) {  // "2½"
            value += *part;
            digits.rest = {};
        }
        if (lexicon_.is_word_of("duration.filler", digits.rest)) digits.rest = {};  // "3ish"
        if (!digits.rest.empty()) return {value, value, 0, false, digits.rest};
        value = with_groups(value);
        if (const auto below = denominator()) {
            if (is_range(value, *below)) return {value, below->value, 0, false, {}};
            value /= below->value;
            if (!below->rest.empty()) return {value, value, 0, false, below->rest};
        } else {
            value += part_behind();
        }
        if (const auto scale = lexicon_.number("scales", token(at_))) {
            value *= *scale;
            ++at_;
        }
        return {value, value, 0, false, {}};
    }

    // "1,200": the groups stand close together.
    double with_groups(double value) {
        for (int n = 0; n < kGroupsMax; ++n) {
            const std::string_view group = token(at_) == "," ? token(at_ + 1) : std::string_view();
            if (group.size() != 3 || !std::all_of(group.begin(), group.end(), is_digit) || !is_close(at_)) break;
            value = value * 1000 + digits_of(group)->value;
            at_ += 2;
        }
        return value;
    }

    // No space before and after this token.
    bool is_close(int i) const {
        const auto span = [&](int token) { return u_.span({token, token + 1}); };
        return span(i - 1).to == span(i).from && span(i).to == span(i + 1).from;
    }

    // "5/6 months" are 5 to 6, "3/4 hour" is a part of one.
    bool is_range(double from, const Digits& to) const {
        constexpr double kQuarters = 4;
        return from > 1 && to.value == from + 1 && to.value != kQuarters && to.rest.empty() && token(at_) != "of";
    }

    // The half of "1 1/2".
    double part_behind() {
        const auto above = token(at_ + 1) == "/" ? digits_of(token(at_)) : std::nullopt;
        const auto below = above && token(at_ + 3) != "/" ? digits_of(token(at_ + 2)) : std::nullopt;
        if (!below || !below->rest.empty() || above->value >= below->value) return 0;
        at_ += 3;
        return above->value / below->value;
    }

    // The 2 of "1/2"; but "1/2/24" is a date.
    std::optional<Digits> denominator() {
        if (token(at_) != "/" || token(at_ + 2) == "/") return std::nullopt;
        const auto out = digits_of(token(at_ + 1));
        if (!out || out->value <= 0) return std::nullopt;
        at_ += 2;
        return out;
    }

    std::optional<Number> in_words() {
        const auto from = word(at_);
        if (!from) return std::nullopt;
        const bool article = is_article(at_);
        if (article && word(at_ + 1)) ++at_;  // "a couple"
        const double least = *word(at_);
        if (const auto most = lexicon_.number("numbers_to", token(at_)))
            return ++at_, Number{least, *most, 0, false, {}};
        const int before = at_;
        const double value = counted();
        return Number{value, value, 0, article && is_article(before) && at_ == before + 1, {}};
    }

    // "twenty one", "two hundred and five", "three thousand"
    double counted() {
        double thousands = 0, part = *word(at_++);
        for (int n = 0; n < kWordsMax; ++n) {
            const int next = token(at_) == "and" ? at_ + 1 : at_;
            const auto scale = lexicon_.number("scales", token(at_));
            const auto more = scale || is_article(next) ? std::nullopt : word(next);
            if (scale) {
                ++at_;
                part = std::max(part, 1.0) * *scale;
                if (*scale >= 1000) thousands += std::exchange(part, 0);
            } else if (more && has_room(thousands + part, *more)) {
                at_ = next + 1;
                part += *more;
            } else {
                break;
            }
        }
        return thousands + part;
    }

    // "twenty" has room for "one", "hundred" for "twenty".
    static bool has_room(double value, double more) {
        if (more < 1 || more >= 100 || more != std::floor(more)) return false;
        return more < 10 ? value >= 20 && std::fmod(value, 10) == 0 : value >= 100 && std::fmod(value, 100) == 0;
    }

    const Lexicon& lexicon_;
    const Utterance& u_;
    int at_;
};

}  // namespace

std::optional<Number> number_at(const Lexicon& lexicon, const Utterance& utterance, int first) {
    return NumberReader(lexicon, utterance, first).run();
}

std::optional<Number> fraction_at(const Lexicon& lexicon, const Utterance& utterance, int first) {
    return NumberReader(lexicon, utterance, first).fraction();
}

}  // namespace anamnesis
