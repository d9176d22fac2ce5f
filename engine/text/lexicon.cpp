#include "text/lexicon.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <iterator>

#include "text/contractions.hpp"
#include "text/lexicon_data.hpp"
#include "text/scope.hpp"

namespace anamnesis {
namespace {

constexpr const char* kRequired[] = {"answers.yes",
                                     "answers.short_yes",
                                     "answers.no",
                                     "answers.short_no",
                                     "answers.rather_no",
                                     "answers.unsure",
                                     "answers.goes_on",
                                     "answers.after_short",
                                     "answers.fillers",
                                     "answers.yes_words",
                                     "answers.no_words",
                                     "answers.knows_not",
                                     "answers.conditional",
                                     "answers.asks_back",
                                     "answers.echo_no",
                                     "answers.echo_yes",
                                     "answers.negative_question",
                                     "answers.true",
                                     "answers.false",
                                     "answers.not",
                                     "answers.opinion",
                                     "answers.around_verdict",
                                     "answers.sides",
                                     "answers.before_side",
                                     "answers.answer_nouns",
                                     "answers.asks_first",
                                     "answers.turns",
                                     "answers.all",
                                     "answers.pair",
                                     "answers.except",
                                     "answers.last",
                                     "answers.of_all",
                                     "answers.ordinal_words",
                                     "age.after",
                                     "age.before",
                                     "age.is",
                                     "age.person",
                                     "age.person_is",
                                     "age.goes_on",
                                     "frequency.every",
                                     "frequency.other",
                                     "frequency.per",
                                     "commands.help",
                                     "commands.why",
                                     "commands.known",
                                     "commands.back",
                                     "commands.repeat",
                                     "commands.change",
                                     "commands.start_over",
                                     "commands.skip_all",
                                     "commands.stop",
                                     "commands.delete",
                                     "commands.person",
                                     "duration.before_one",
                                     "duration.after_one",
                                     "duration.between",
                                     "duration.filler",
                                     "duration.not_before",
                                     "duration.not_after",
                                     "duration.article",
                                     "duration.of",
                                     "duration.whole",
                                     "duration.more",
                                     "duration.latest",
                                     "duration.over",
                                     "calendar.after_holiday",
                                     "calendar.parts",
                                     "calendar.day_ends",
                                     "calendar.last",
                                     "calendar.this",
                                     "calendar.of",
                                     "calendar.before",
                                     "calendar.ago",
                                     "calendar.ambiguous",
                                     "calendar.before_name",
                                     "calendar.before_year",
                                     "calendar.start",
                                     "calendar.start_filler"};

TriggerTable scope_triggers(const HeardWords& words) {
    std::vector<std::vector<std::string>> lists;
    for (const std::string& key : scope_lists())
        lists.push_back(words.phrases.count(key) ? words.phrases.at(key) : std::vector<std::string>());
    return TriggerTable(lists);
}

// A word as it stands in a normalised message.
std::string one_form(const std::string& written) {
    const std::string text = normalise(written).text;
    return text.size() < 2 ? std::string() : text.substr(1, text.size() - 2);
}

class Phrases {
public:
    explicit Phrases(const std::map<std::string, std::string>& contractions) : contractions_(contractions) {}

    bool add(const std::string& pattern, Prefer prefer) {
        if (phrase_error(pattern)) return false;
        all_.push_back({*parse_phrase(pattern), prefer});
        // What the engine listens for names each form itself: "not" alone is a trigger, "have not" is another.
        if (prefer == Prefer::first) contractions_.widen(all_.back().phrase.root);
        return true;
    }

    int count() const { return static_cast<int>(all_.size()); }
    const std::vector<PhraseIndex::Entry>& all() const { return all_; }

private:
    const Contractions contractions_;
    std::vector<PhraseIndex::Entry> all_;
};

}  // namespace

const std::vector<std::string>& required_heard_words() {
    static const std::vector<std::string> kKeys = [] {
        std::vector<std::string> keys(std::begin(kRequired), std::end(kRequired));
        keys.insert(keys.end(), scope_lists().begin(), scope_lists().end());
        return keys;
    }();
    return kKeys;
}

std::optional<std::string> phrase_error(std::string_view pattern) {
    const auto phrase = parse_phrase(pattern);
    if (!phrase) return phrase.error().message;
    if (phrase->regex.empty() && PhraseProgram::is_for(phrase->root)) return std::nullopt;
    const Matcher matcher(pattern_of(*phrase), Prefer::first);
    return matcher.ok() ? std::nullopt : std::optional(matcher.error());
}

Lexicon::Lexicon(const std::vector<PhraseEntry>& entries, const HeardWords& words) : triggers_(scope_triggers(words)) {
    Phrases phrases(words.contractions);
    for (const PhraseEntry& entry : entries)
        if (phrases.add(entry.pattern, Prefer::first)) entries_.push_back(entry);
    StringMap<int> ends;
    for (const auto& [key, list] : words.phrases) {
        for (const std::string& phrase : list) phrases.add(phrase, Prefer::longest);
        for (const std::string& phrase : list) words_[key].insert(one_form(phrase));
        ends[key] = phrases.count();
    }
    index_ = std::make_shared<const PhraseIndex>(phrases.all());
    int begin = static_cast<int>(entries_.size());
    for (const auto& [key, list] : words.phrases) {
        lists_.emplace(key, PhraseList(index_, begin, ends[key]));
        begin = ends[key];
    }
    std::vector<std::string> numbers;
    for (const auto& [path, value] : words.numbers) {
        const auto dot = path.rfind('.') + 1;
        numbers.push_back(one_form(path.substr(dot)));
        numbers_[path.substr(0, std::max<std::size_t>(dot, 1) - 1)][numbers.back()] = value;
    }
    begins_time_.insert(numbers.begin(), numbers.end());
    begins_time_.insert("the");
    for (const auto& [key, list] : words_)
        if (key.starts_with("duration.") || key.starts_with("calendar.")) begins_time_.insert(list.begin(), list.end());
    spelling_ =
        Spelling({&index_->vocabulary(), index_->uses(), numbers, words.said, words.real_words, words.spellings});
}

std::vector<FoundPhrase> Lexicon::find_entries(const Utterance& utterance) const {
    return find_phrases(*index_, 0, static_cast<int>(entries_.size()), utterance);
}

const PhraseList& Lexicon::list(std::string_view key) const {
    static const PhraseList kNothing;
    const auto it = lists_.find(key);
    return it == lists_.end() ? kNothing : it->second;
}

std::size_t StringHash::operator()(std::string_view word) const {
    constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15;  // the golden ratio, as Fibonacci hashing has it
    std::uint64_t first = 0, last = 0;
    if (const std::size_t n = std::min(word.size(), sizeof first); n > 0) {
        std::memcpy(&first, word.data(), n);
        std::memcpy(&last, word.data() + (word.size() - n), n);
    }
    std::uint64_t hash = (first * kMix) ^ (last + word.size());
    hash = (hash ^ (hash >> 32)) * kMix;
    return static_cast<std::size_t>(hash ^ (hash >> 29));
}

bool Lexicon::is_word_of(std::string_view key, std::string_view word) const {
    const auto it = words_.find(key);
    return it != words_.end() && it->second.contains(word);
}

std::vector<std::string> Lexicon::lines_of(std::string_view key) const {
    const auto it = words_.find(key);
    if (it == words_.end()) return {};
    std::vector<std::string> out(it->second.begin(), it->second.end());
    std::sort(out.begin(), out.end());
    return out;
}

std::optional<double> Lexicon::number(std::string_view table, std::string_view word) const {
    const auto words = numbers_.find(table);
    if (words == numbers_.end()) return std::nullopt;
    const auto it = words->second.find(word);
    return it == words->second.end() ? std::nullopt : std::optional(it->second);
}

std::shared_ptr<const Lexicon> make_lexicon(const std::vector<PhraseEntry>& entries, const HeardWords& words) {
    return std::make_shared<const Lexicon>(entries, words);
}

Utterance::Utterance(const Lexicon& lexicon, std::string_view message)
    : Utterance(lexicon.spelling().mended(normalise(message))) {
    found = lexicon.index().find(*this);
    heard_by = &lexicon.index();
}

}  // namespace anamnesis
