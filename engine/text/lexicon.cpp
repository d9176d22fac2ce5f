#include "text/lexicon.hpp"

#include "text/lexicon_data.hpp"
#include "text/phrase.hpp"
#include "text/scope.hpp"

namespace anamnesis {
namespace {

TriggerTable scope_triggers(const HeardWords& words) {
    std::vector<std::vector<std::string>> lists;
    for (const std::string& key : scope_lists())
        lists.push_back(words.phrases.count(key) ? words.phrases.at(key) : std::vector<std::string>());
    return TriggerTable(lists);
}

}  // namespace

const std::vector<std::string>& required_heard_words() {
    static const std::vector<std::string> kKeys = [] {
        std::vector<std::string> keys = {
            "answers.yes",         "answers.short_yes",     "answers.no",         "answers.short_no",
            "answers.rather_no",   "answers.unsure",        "answers.goes_on",    "answers.after_short",
            "answers.fillers",     "answers.ordinal_words", "commands.help",      "commands.why",
            "commands.known",      "commands.back",         "commands.repeat",    "commands.change",
            "commands.start_over", "commands.skip_all",     "commands.stop",      "commands.delete",
            "commands.person",     "duration.before_one",   "duration.after_one", "duration.between",
            "duration.filler",     "duration.not_before",   "duration.not_after"};
        keys.insert(keys.end(), scope_lists().begin(), scope_lists().end());
        return keys;
    }();
    return kKeys;
}

std::optional<std::string> phrase_error(std::string_view pattern) {
    const auto source = pattern_of(pattern);
    if (!source) return source.error().message;
    const Matcher matcher(*source, Matcher::Prefer::first);
    return matcher.ok() ? std::nullopt : std::optional(matcher.error());
}

Lexicon::Lexicon(const std::vector<PhraseEntry>& entries, const HeardWords& words)
    : numbers_(words.numbers), triggers_(scope_triggers(words)) {
    for (const PhraseEntry& entry : entries)
        if (const auto pattern = pattern_of(entry.pattern))
            if (Matcher matcher(*pattern, Matcher::Prefer::first); matcher.ok())
                entries_.push_back({entry, std::move(matcher)});
    for (const auto& [key, phrases] : words.phrases) {
        lists_.emplace(key, PhraseList(phrases));
        words_[key].insert(phrases.begin(), phrases.end());
    }
}

const PhraseList& Lexicon::list(const std::string& key) const {
    static const PhraseList kNothing;
    const auto it = lists_.find(key);
    return it == lists_.end() ? kNothing : it->second;
}

bool Lexicon::is_word_of(const std::string& key, std::string_view word) const {
    const auto it = words_.find(key);
    return it != words_.end() && it->second.find(word) != it->second.end();
}

std::optional<double> Lexicon::number(const std::string& table, std::string_view word) const {
    const auto it = numbers_.find(table + "." + std::string(word));
    return it == numbers_.end() ? std::nullopt : std::optional(it->second);
}

std::shared_ptr<const Lexicon> make_lexicon(const std::vector<PhraseEntry>& entries, const HeardWords& words) {
    return std::make_shared<const Lexicon>(entries, words);
}

}  // namespace anamnesis
