#include "text/answer_words.hpp"

#include <algorithm>
#include <array>

#include "text/lexicon_data.hpp"

namespace anamnesis {
namespace {

constexpr std::optional<WordList> kAnything;  // may follow
constexpr std::optional<WordList> kGoesOn = WordList("answers.goes_on");
constexpr std::optional<WordList> kAfterShort = WordList("answers.after_short");
constexpr int kClausesMax = 64;  // read for a late answer; bounds the work on a message of commas

struct List {
    std::string_view key;
    std::optional<WordList> may_follow;
    Said said;
};

// Of two readings of one length the first counts; yes and no of one length are neither.
constexpr std::array<List, 8> kLists = {{{"answers.knows_not", kAnything, Said::unsure},
                                         {"answers.unsure", kGoesOn, Said::unsure},
                                         {"answers.conditional", kAnything, Said::conditional},
                                         {"answers.rather_no", kGoesOn, Said::rather_no},
                                         {"answers.yes", kGoesOn, Said::yes},
                                         {"answers.short_yes", kAfterShort, Said::yes},
                                         {"answers.no", kGoesOn, Said::no},
                                         {"answers.short_no", kAfterShort, Said::no}}};

std::string_view stem(std::string_view word) {
    if (word.size() > 3 && word.back() == 's') word.remove_suffix(1);
    return word;
}

bool has_word(const Utterance& u, std::string_view word) {
    for (int i = 0; i < u.size(); ++i)
        if (stem(u.token(i)) == stem(word)) return true;
    return false;
}

}  // namespace

AnswerWords::AnswerWords(const Lexicon& lexicon, const Utterance& message) : lexicon_(lexicon), u_(message) {
    while (first_ < u_.size() && is_filler(first_)) ++first_;
}

bool AnswerWords::is_filler(int i) const { return u_.is_mark(i) || is("answers.fillers", i); }

bool AnswerWords::is(WordList list, int i) const {
    return i >= 0 && i < u_.size() && lexicon_.is_word_of(list, u_.token(i));
}

// "no" is an answer in "no", "no, never" and "no it is fine", not in "no coffee"; "it is" is one in "it is, a bit",
// not in "it is raining".
TokenRange AnswerWords::longest(std::string_view list, std::optional<WordList> may_follow) const {
    TokenRange out;
    for (const PhraseHit& hit : lexicon_.list(list).find(u_)) {
        const int end = hit.at.last;
        const bool ends_well = !may_follow || end >= u_.size() || u_.is_mark(end) || is(*may_follow, end);
        if (hit.at.first <= first_ && ends_well && hit.at.size() > out.size()) out = hit.at;
    }
    return out;
}

std::optional<AnswerWords::Reading> AnswerWords::first_words() const {
    TokenRange most;
    std::optional<Said> said;
    bool is_torn = false;
    for (const List& list : kLists) {
        const TokenRange at = longest(list.key, list.may_follow);
        if (at.size() == 0 || at.size() < most.size()) continue;
        const bool again = at.size() == most.size();
        is_torn = again && (is_torn || (said == Said::yes && list.said == Said::no));
        if (!again) said = list.said;
        most = at;
    }
    if (is_torn) return Reading{std::nullopt, most.last};
    return said ? std::optional(Reading{said, most.last}) : first_word();
}

// "Yes" says it whatever follows; "no" belongs to a noun that follows.
std::optional<AnswerWords::Reading> AnswerWords::first_word() const {
    int end = first_ + 1;
    const auto is_last = [&](int i) { return i >= u_.size() || u_.is_mark(i); };
    if (is("answers.yes_words", first_)) {
        const bool is_torn = is("answers.no_words", end) && is_last(end + 1);
        return Reading{is_torn ? std::nullopt : std::optional(Said::yes), end};
    }
    const bool is_no = is("answers.no_words", first_);
    while (is_no && is("answers.no_words", end)) ++end;
    const bool ends_well = is_last(end) || is("answers.goes_on", end);
    return is_no && ends_well ? std::optional(Reading{Said::no, end}) : std::nullopt;
}

std::optional<Said> AnswerWords::opening() const {
    const auto reading = first_words();
    return reading ? reading->said : std::nullopt;
}

int AnswerWords::end_of_clause(int first) const {
    while (first < u_.size() && !u_.is_mark(first)) ++first;
    return first;
}

bool AnswerWords::is_clause(std::string_view list, int first) const {
    const auto hits = lexicon_.list(list).find(u_);
    return std::any_of(hits.begin(), hits.end(), [&](const PhraseHit& hit) {
        return hit.at.first == first && (hit.at.last >= u_.size() || u_.is_mark(hit.at.last));
    });
}

// "right" and "on the right" may be a side, "that is right" and "the right answer" are verdicts.
bool AnswerWords::is_side(int i) const {
    const bool stands_alone = i == 0 || u_.is_mark(i - 1) || is("answers.before_side", i - 1);
    return is("answers.sides", i) && stands_alone && !is("answers.answer_nouns", i + 1);
}

// "that is not true", "the answer is a resounding yes". False: there are other words in the clause.
bool AnswerWords::read_verdict(const TokenRange& clause, std::optional<Said>& out) const {
    bool denied = false, in_doubt = false;
    for (int i = clause.first; i < clause.last; ++i) {
        const bool is_true = is("answers.true", i), is_false = is("answers.false", i), is_not = is("answers.not", i);
        const bool is_opinion = is("answers.opinion", i);
        const bool fits = is_true || is_false || is_not || is_opinion || is("answers.around_verdict", i);
        if (is_side(i) || !(fits || is_filler(i))) return false;
        in_doubt = in_doubt || (denied && is_opinion);
        denied = denied != is_not;
        if (!is_true && !is_false) continue;
        const Said said = is_true != denied ? Said::yes : in_doubt ? Said::rather_no : Said::no;
        if (out && *out != said) return false;
        out = said;
        denied = false;
    }
    return true;
}

std::optional<Said> AnswerWords::verdict() const {
    for (int first = 0, n = 0; first < u_.size() && n < kClausesMax; ++n) {
        const TokenRange clause{first, end_of_clause(first)};
        std::optional<Said> said;
        const bool asks = is("answers.asks_first", first) || (clause.last < u_.size() && u_.token(clause.last) == "?");
        if (asks || !read_verdict(clause, said)) return std::nullopt;
        if (said) return said;
        first = clause.last + 1;
    }
    return std::nullopt;
}

// "For the most part, yes", "I had one removed but no."
std::optional<Said> AnswerWords::later() const {
    std::optional<Said> out;
    for (int i = first_ + 1, n = 0; i < u_.size() && n < kClausesMax; ++i) {
        if (!u_.is_mark(i) && !is("answers.turns", i)) continue;
        ++n;
        int word = i + 1;
        while (word < u_.size() && is_filler(word)) ++word;
        const bool yes = is("answers.yes_words", word), no = is("answers.no_words", word);
        const int end = word + 1;
        const bool ends_well =
            end >= u_.size() || (u_.is_mark(end) && u_.token(end) != "?") || (yes && is("answers.goes_on", end));
        if (!(yes || no) || !ends_well) continue;
        const Said said = yes ? Said::yes : Said::rather_no;
        if (out && *out != said) return std::nullopt;
        out = said;
    }
    return out;
}

// "Any pain?" - "no pain": what is denied is what was asked.
std::optional<Said> AnswerWords::denied_in_words_of(const Utterance& asked) const {
    const int end = end_of_clause(first_);
    if (!is("answers.no_words", first_) || end == first_ + 1) return std::nullopt;
    for (int i = first_ + 1; i < end; ++i)
        if (!is_filler(i) && !is("answers.no_words", i) && !has_word(asked, u_.token(i))) return std::nullopt;
    return Said::no;
}

std::optional<Said> AnswerWords::whole(const Utterance* asked) const {
    const auto first = first_words();
    if (first && !first->said) return std::nullopt;
    auto said = first ? first->said : verdict();
    if (!said && asked) said = denied_in_words_of(*asked);
    if (!said) said = later();
    if (said == Said::unsure && later() == Said::yes) said = Said::yes;  // "I don't know for myself, but yeah"
    const bool is_plain = said == Said::yes || said == Said::no;
    if (!is_plain && !lexicon_.list("answers.asks_back").find(u_).empty()) return std::nullopt;
    return first && is_plain && said == first->said ? unless_taken_back(*first, asked) : said;
}

// "Yes?", "no, I do", "no ... well, actually" and "yes, I wondered too, but no" say nothing; "yes, I don't" agrees to a
// question that denies, and to no other.
std::optional<Said> AnswerWords::unless_taken_back(const Reading& first, const Utterance* asked) const {
    int next = first.end;
    for (const PhraseHit& hit : lexicon_.list("answers.takes_back").find(u_))
        if (hit.at.first >= first.end) return std::nullopt;
    if (next < u_.size() && u_.token(next) == "?") return std::nullopt;
    while (next < u_.size() && u_.is_mark(next)) ++next;
    if (first.said == Said::no) return is_clause("answers.echo_yes", next) ? std::nullopt : first.said;
    if (!is_clause("answers.echo_no", next)) return later() == Said::rather_no ? std::nullopt : first.said;
    const bool denies = asked && !lexicon_.list("answers.negative_question").find(*asked).empty();
    return denies ? std::optional(Said::no) : std::nullopt;
}

}  // namespace anamnesis
