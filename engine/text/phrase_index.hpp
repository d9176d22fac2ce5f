#pragma once
// Many phrases, heard in one pass over a message: a word that a phrase must have (phrase_anchor, regex_filter)
// makes it a candidate, and only a candidate is read, by its program or, if it has none, by RE2. So the time
// grows with the words of the message and the phrases that share them, not with the number of phrases.

#include <optional>
#include <vector>

#include "text/phrase_anchor.hpp"
#include "text/phrase_program.hpp"
#include "text/regex_filter.hpp"
#include "text/utterance.hpp"

namespace anamnesis {

class PhraseIndex {
public:
    struct Entry {
        Phrase phrase;
        Prefer prefer = Prefer::first;
    };

    PhraseIndex() = default;
    explicit PhraseIndex(const std::vector<Entry>& phrases);  // free of phrase_error()

    // Every reading, at most one for each phrase and word that it may begin at; by phrase, then by place. Of
    // the longest readings the words leapt over are not told.
    std::vector<FoundPhrase> find(const Utterance& utterance) const;

    // What the phrases are made of, the regular expressions apart.
    const Vocabulary& vocabulary() const { return vocabulary_; }
    const std::vector<int>& uses() const { return uses_; }  // by symbol: how often phrases name it

private:
    struct Reader {
        std::optional<PhraseProgram> program;
        std::optional<Matcher> matcher;  // where there is no program
        Prefer prefer = Prefer::first;
        int before_min = 0;
        int before_max = 0;
    };
    class Search;

    void add_postings(const std::vector<Anchors>& anchors);

    Vocabulary vocabulary_;
    std::vector<int> uses_;
    std::vector<Reader> readers_;
    std::vector<int> postings_;  // phrases by anchor: those of symbol s end at posting_ends_[s]
    std::vector<std::size_t> posting_ends_;
    std::vector<int> regexes_;  // the phrases that are regular expressions
    RegexFilter regex_filter_;
};

}  // namespace anamnesis
