#pragma once
// The inside of a Lexicon, for the files of this floor.

#include <bitset>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "text/lexicon.hpp"
#include "text/phrase_list.hpp"
#include "text/spelling.hpp"
#include "text/trigger_table.hpp"
#include "text/word_lists.hpp"

namespace anamnesis {

// Lets a table of strings be asked with a view.
struct StringHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const;  // of length, first and last bytes: words are short
};
template <class T>
using StringMap = std::unordered_map<std::string, T, StringHash, std::equal_to<>>;

class Lexicon {
public:
    Lexicon(const std::vector<PhraseEntry>& entries, const HeardWords& words);

    const std::vector<PhraseEntry>& entries() const { return entries_; }

    // Calls `use` for each place where an entry is heard: `phrase` is a place in entries(). By entry, then by place.
    template <class Use>
    void for_each_entry(const Utterance& utterance, Use use) const {
        for_each_found(*index_, 0, static_cast<int>(entries_.size()), utterance, use);
    }

    // A list of common/lexicon by key path; one that is not there hears nothing.
    const PhraseList& list(std::string_view key) const;

    // The lists of scope_lists() (scope.hpp), all at once.
    const TriggerTable& triggers() const { return triggers_; }

    // The same list as plain words.
    bool is_word_of(WordList list, std::string_view word) const { return use_of(word).lists[list.number()]; }

    // What a proof puts around examples, by key path; nothing that is listened for.
    const std::vector<std::string>& trial_words(const std::string& key) const;

    // "numbers.three" -> 3.
    std::optional<double> number(std::string_view table, std::string_view word) const;

    // A length of time, or a time past, may begin with this word.
    bool begins_time(std::string_view word) const { return use_of(word).begins_time; }

    const PhraseIndex& index() const { return *index_; }
    const Spelling& spelling() const { return spelling_; }

private:
    // What a word is to the engine, in one look-up.
    struct WordUse {
        std::bitset<kWordLists.size()> lists;
        bool is_number = false;  // of some table
        bool begins_time = false;
    };
    void use_words(const std::map<std::string, std::vector<std::string>>& lists,
                   const std::vector<std::string>& numbers);
    WordUse& use(std::string_view word);
    const WordUse& use_of(std::string_view word) const;

    std::vector<PhraseEntry> entries_;
    std::shared_ptr<const PhraseIndex> index_;  // the entries, then the lists
    StringMap<PhraseList> lists_;
    StringMap<StringMap<double>> numbers_;
    WordMap used_;
    std::vector<WordUse> uses_;
    Spelling spelling_;
    TriggerTable triggers_;
    std::map<std::string, std::vector<std::string>> trials_;
};

}  // namespace anamnesis
