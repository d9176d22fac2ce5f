#pragma once
// The inside of a Lexicon, for the files of this floor.

#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "text/lexicon.hpp"
#include "text/phrase_list.hpp"
#include "text/spelling.hpp"
#include "text/trigger_table.hpp"

namespace anamnesis {

// Lets a table of strings be asked with a view.
struct StringHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const;  // of length, first and last bytes: words are short
};
template <class T>
using StringMap = std::unordered_map<std::string, T, StringHash, std::equal_to<>>;
using StringSet = std::unordered_set<std::string, StringHash, std::equal_to<>>;

class Lexicon {
public:
    Lexicon(const std::vector<PhraseEntry>& entries, const HeardWords& words);

    const std::vector<PhraseEntry>& entries() const { return entries_; }

    // Where the entries are heard: `phrase` is a place in entries(). By entry, then by place.
    std::vector<FoundPhrase> find_entries(const Utterance& utterance) const;

    // A list of common/lexicon by key path; one that is not there hears nothing.
    const PhraseList& list(std::string_view key) const;

    // The lists of scope_lists() (scope.hpp), all at once.
    const TriggerTable& triggers() const { return triggers_; }

    // The same list as plain words.
    bool is_word_of(std::string_view key, std::string_view word) const;
    std::vector<std::string> lines_of(std::string_view key) const;  // sorted

    // "numbers.three" -> 3.
    std::optional<double> number(std::string_view table, std::string_view word) const;

    // A length of time, or a time past, may begin with this word.
    bool begins_time(std::string_view word) const { return begins_time_.contains(word); }

    const PhraseIndex& index() const { return *index_; }
    const Spelling& spelling() const { return spelling_; }

private:
    std::vector<PhraseEntry> entries_;
    std::shared_ptr<const PhraseIndex> index_;  // the entries, then the lists
    StringMap<PhraseList> lists_;
    StringMap<StringSet> words_;
    StringMap<StringMap<double>> numbers_;
    StringSet begins_time_;
    Spelling spelling_;
    TriggerTable triggers_;
};

}  // namespace anamnesis
