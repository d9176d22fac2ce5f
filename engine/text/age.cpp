#include "text/lexicon_data.hpp"
#include "text/numbers.hpp"
#include "text/quantity.hpp"

namespace anamnesis {
namespace {

constexpr double kDaysAYear = 365;
constexpr double kYearsMax = 125;

class AgeReader {
public:
    AgeReader(const Lexicon& lexicon, const Utterance& utterance) : lexicon_(lexicon), u_(utterance) {}

    std::vector<Quantity> run() const {
        std::vector<Quantity> out;
        for (int i = 0; i < u_.size();) {
            const auto age = age_at(i);
            if (age && age->to <= kYearsMax) out.push_back(*age);
            i = age ? age->at.last : i + 1;
        }
        return out;
    }

private:
    std::string_view token(int i) const { return i >= 0 && i < u_.size() ? u_.token(i) : std::string_view(); }
    bool is(WordList list, int i) const { return lexicon_.is_word_of(list, token(i)); }

    std::optional<Quantity> age_at(int first) const {
        const auto number = number_at(lexicon_, u_, first);
        if (!number || number->is_article) return std::nullopt;
        const bool glued = !number->glued.empty();
        const auto unit = lexicon_.number("days_in", glued ? number->glued : token(number->last));
        const int end = number->last + (unit && !glued ? 1 : 0);
        if (glued && lexicon_.is_word_of("age.after", number->glued)) return years(*number, 1, first, end);
        if (glued && !unit) return std::nullopt;
        if (is("age.after", end)) return years(*number, unit.value_or(kDaysAYear) / kDaysAYear, first, end + 1);
        if (token(end) == "of" && is("age.before", end + 1)) return years(*number, 1, first, end + 2);
        const bool is_bare = !unit && (is("age.before", first - 1) || (is_said_of_a_person(first) && ends(end)));
        return is_bare ? std::optional(years(*number, 1, first, end)) : std::nullopt;
    }

    static Quantity years(const Number& number, double unit, int first, int last) {
        return {number.from * unit, number.to * unit, {first, last}};
    }

    // "he is 8", "I'm 35"; not "the pain is 8"
    bool is_said_of_a_person(int first) const {
        return is("age.person_is", first - 1) || (is("age.is", first - 1) && is("age.person", first - 2));
    }

    bool ends(int i) const { return i >= u_.size() || u_.is_mark(i) || is("age.goes_on", i); }

    const Lexicon& lexicon_;
    const Utterance& u_;
};

}  // namespace

std::vector<Quantity> find_ages(const Lexicon& lexicon, const Utterance& utterance) {
    return AgeReader(lexicon, utterance).run();
}

}  // namespace anamnesis
