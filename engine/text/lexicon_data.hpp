#pragma once
// The inside of a Lexicon, for the files of this floor.

#include <map>
#include <set>
#include <string>
#include <vector>

#include "text/lexicon.hpp"
#include "text/phrase_list.hpp"
#include "text/trigger_table.hpp"

namespace anamnesis {

class Lexicon {
public:
    struct Entry {
        PhraseEntry what;
        Matcher matcher;
    };

    Lexicon(const std::vector<PhraseEntry>& entries, const HeardWords& words);

    const std::vector<Entry>& entries() const { return entries_; }

    // A list of common/lexicon by key path; one that is not there hears nothing.
    const PhraseList& list(const std::string& key) const;

    // The lists of scope_lists() (scope.hpp), all at once.
    const TriggerTable& triggers() const { return triggers_; }

    // The same list as plain words.
    bool is_word_of(const std::string& key, std::string_view word) const;

    // "numbers.three" -> 3.
    std::optional<double> number(const std::string& table, std::string_view word) const;

private:
    std::vector<Entry> entries_;
    std::map<std::string, PhraseList> lists_;
    std::map<std::string, std::set<std::string, std::less<>>> words_;
    std::map<std::string, double> numbers_;
    TriggerTable triggers_;
};

}  // namespace anamnesis
