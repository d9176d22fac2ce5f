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
        std::vector<std::string> keys(kWordLists.begin(), kWordLists.end());
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

Lexicon::Lexicon(const std::vector<PhraseEntry>& entries, const HeardWords& words)
    : triggers_(scope_triggers(words)), trials_(words.trials) {
    Phrases phrases(words.contractions);
    for (const PhraseEntry& entry : entries)
        if (phrases.add(entry.pattern, Prefer::first)) entries_.push_back(entry);
    StringMap<int> ends;
    for (const auto& [key, list] : words.phrases) {
        for (const std::string& phrase : list) phrases.add(phrase, Prefer::longest);
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
    use_words(words.phrases, numbers);
    spelling_ =
        Spelling({&index_->vocabulary(), index_->uses(), numbers, words.said, words.real_words, words.spellings});
}

void Lexicon::use_words(const std::map<std::string, std::vector<std::string>>& lists,
                        const std::vector<std::string>& numbers) {
    for (const std::string& number : numbers) use(number).is_number = use(number).begins_time = true;
    use("the").begins_time = true;
    for (const auto& [key, list] : lists) {
        const auto number = std::find(kWordLists.begin(), kWordLists.end(), key);
        const bool is_of_time = key.starts_with("duration.") || key.starts_with("calendar.");
        for (const std::string& phrase : list) {
            WordUse& word = use(one_form(phrase));
            if (number != kWordLists.end()) word.lists.set(static_cast<std::size_t>(number - kWordLists.begin()));
            word.begins_time = word.begins_time || is_of_time;
        }
    }
}

Lexicon::WordUse& Lexicon::use(std::string_view word) {
    const auto number = static_cast<std::size_t>(used_.add(word));
    if (number == uses_.size()) uses_.emplace_back();
    return uses_[number];
}

const Lexicon::WordUse& Lexicon::use_of(std::string_view word) const {
    static const WordUse kNone;
    const int number = used_.find(word);
    return number == WordMap::kNone ? kNone : uses_[static_cast<std::size_t>(number)];
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

const std::vector<std::string>& Lexicon::trial_words(const std::string& key) const {
    static const std::vector<std::string> kNone;
    const auto it = trials_.find(key);
    return it == trials_.end() ? kNone : it->second;
}

std::optional<double> Lexicon::number(std::string_view table, std::string_view word) const {
    if (!use_of(word).is_number) return std::nullopt;
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
