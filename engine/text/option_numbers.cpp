#include "text/option_numbers.hpp"

#include <set>

#include "text/lexicon_data.hpp"

namespace anamnesis {
namespace {

class OptionNumbers {
public:
    OptionNumbers(const Lexicon& lexicon, const Utterance& utterance, int count, bool bare)
        : lexicon_(lexicon), u_(utterance), count_(count), is_named_(bare) {}

    std::optional<std::vector<int>> run() {
        for (int i = 0; i < u_.size(); ++i)
            if (!take(i)) return std::nullopt;
        if (takes_away_) {
            if (out_.empty() || without_.empty()) return std::nullopt;
            for (int place : without_) out_.erase(place);
        }
        if (!is_named_ || out_.empty()) return std::nullopt;
        return std::vector<int>(out_.begin(), out_.end());
    }

private:
    bool is(WordList list, int i) const { return i < u_.size() && lexicon_.is_word_of(list, u_.token(i)); }
    std::optional<double> ordinal(int i) const {
        return i < u_.size() ? lexicon_.number("ordinals", u_.token(i)) : std::nullopt;
    }

    // False: the message says something else. Moves on over a second word of its own.
    bool take(int& i) {
        const bool last = is("answers.last", i), first = ordinal(i) == 1 && is("answers.ordinal_words", i);
        const auto few = first || last ? how_many(i + 1) : std::nullopt;
        if (few) return ++i, is_named_ = true, add(last ? count_ - *few : 0, *few);
        if (last) return is_named_ = true, add(count_ - 1, 1);
        if (const auto n = ordinal(i)) {
            is_named_ = is_named_ || is("answers.ordinal_words", i);
            return add(static_cast<int>(*n) - 1, 1);
        }
        if (is("answers.all", i)) return is_named_ = true, add(0, count_);
        if (is("answers.pair", i)) return is_named_ = true, count_ == 2 && add(0, count_);
        if (is("answers.except", i)) return !takes_away_ && (takes_away_ = true);
        if (is("answers.ordinal_words", i)) is_named_ = true;
        return u_.is_mark(i) || is("answers.ordinal_words", i) || is("answers.fillers", i) || is("answers.of_all", i);
    }

    // The "two" of "the first two".
    std::optional<int> how_many(int i) const {
        const auto n = i < u_.size() ? lexicon_.number("numbers", u_.token(i)) : std::nullopt;
        const auto digit = n ? n : ordinal(i);
        return digit && *digit >= 2 && *digit <= count_ ? std::optional(static_cast<int>(*digit)) : std::nullopt;
    }

    bool add(int from, int many) {
        if (from < 0 || from + many > count_) return false;
        for (int place = from; place < from + many; ++place) (takes_away_ ? without_ : out_).insert(place);
        return true;
    }

    const Lexicon& lexicon_;
    const Utterance& u_;
    const int count_;
    bool is_named_;
    bool takes_away_ = false;
    std::set<int> out_, without_;
};

}  // namespace

std::optional<std::vector<int>> option_numbers(const Lexicon& lexicon, const Utterance& utterance, int count,
                                               bool bare) {
    return OptionNumbers(lexicon, utterance, count, bare).run();
}

}  // namespace anamnesis
