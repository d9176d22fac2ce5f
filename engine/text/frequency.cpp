#include "text/lexicon_data.hpp"
#include "text/numbers.hpp"
#include "text/quantity.hpp"

namespace anamnesis {
namespace {

constexpr double kDaysAWeek = 7;
constexpr int kCountedWordsMax = 3;  // "3 large cups of coffee a day", less the "of"

class FrequencyReader {
public:
    FrequencyReader(const Lexicon& lexicon, const Utterance& utterance) : lexicon_(lexicon), u_(utterance) {}

    std::vector<Quantity> run() const {
        std::vector<Quantity> out;
        for (int i = 0; i < u_.size();) {
            auto found = every(i);
            if (!found) found = times(i);
            if (found) out.push_back(*found);
            i = found ? found->at.last : i + 1;
        }
        return out;
    }

private:
    std::string_view token(int i) const { return i >= 0 && i < u_.size() ? u_.token(i) : std::string_view(); }
    bool is(WordList list, int i) const { return lexicon_.is_word_of(list, token(i)); }
    std::optional<double> days(int i) const { return lexicon_.number("days_in", token(i)); }

    // What "every" may stand before: "day", "3 weeks", "Friday", "morning".
    std::optional<double> days_between(int i) const {
        if (const auto length = days(i)) return length;
        if (lexicon_.number("calendar.weekdays", token(i))) return kDaysAWeek;
        return is("calendar.parts", i) ? std::optional(1.0) : std::nullopt;
    }

    // "daily", "Mondays"
    std::optional<double> rate_of(std::string_view word) const {
        if (const auto rate = lexicon_.number("per_day", word)) return rate;
        if (word.empty() || word.back() != 's' || lexicon_.number("calendar.weekdays", word)) return std::nullopt;
        word.remove_suffix(1);
        return lexicon_.number("calendar.weekdays", word) ? std::optional(1 / kDaysAWeek) : std::nullopt;
    }

    // "daily", "Mondays", "every day", "every other week", "every 2 to 3 days"
    std::optional<Quantity> every(int first) const {
        if (const auto rate = rate_of(token(first))) return Quantity{*rate, *rate, {first, first + 1}};
        if (!is("frequency.every", first)) return std::nullopt;
        double least = 1, most = 1;
        int unit = first + 1;
        if (is("frequency.other", unit)) {
            least = most = 2;
            ++unit;
        } else if (const auto number = number_at(lexicon_, u_, unit); number && number->glued.empty()) {
            least = number->from, most = number->to, unit = number->last;
            const auto upper =
                is("duration.between", unit) || token(unit) == "-" ? number_at(lexicon_, u_, unit + 1) : std::nullopt;
            if (upper && upper->glued.empty()) most = upper->to, unit = upper->last;
        }
        const auto length = days_between(unit);
        if (!length || least <= 0 || most < least) return std::nullopt;
        return Quantity{1 / (most * *length), 1 / (least * *length), {first, unit + 1}};
    }

    // "twice a day", "3 times daily", "4 cups of coffee per week"
    std::optional<Quantity> times(int first) const {
        const auto often = lexicon_.number("times", token(first));
        const auto number = often ? std::nullopt : number_at(lexicon_, u_, first);
        if (!often && (!number || number->is_article || !number->glued.empty())) return std::nullopt;
        double least = often ? *often : number->from, most = often ? *often : number->to;
        int at = often ? first + 1 : number->last;
        const auto upper =
            number && (is("duration.between", at) || token(at) == "-") ? number_at(lexicon_, u_, at + 1) : std::nullopt;
        if (upper && upper->glued.empty() && upper->to >= least) most = upper->to, at = upper->last;
        for (int n = 0; n <= kCountedWordsMax && at < u_.size() && !u_.is_mark(at) && !days(at); ++n, ++at) {
            const auto rate = rate_at(at);
            if (rate) return Quantity{least * rate->from, most * rate->from, {first, rate->at.last}};
        }
        return std::nullopt;
    }

    // "a day", "per week", "every 3 hours", "daily"
    std::optional<Quantity> rate_at(int i) const {
        if (const auto rate = every(i)) return rate;
        const auto length = is("frequency.per", i) ? days(i + 1) : std::nullopt;
        return length ? std::optional(Quantity{1 / *length, 1 / *length, {i, i + 2}}) : std::nullopt;
    }

    const Lexicon& lexicon_;
    const Utterance& u_;
};

}  // namespace

std::vector<Quantity> find_frequencies(const Lexicon& lexicon, const Utterance& utterance) {
    return FrequencyReader(lexicon, utterance).run();
}

}  // namespace anamnesis
