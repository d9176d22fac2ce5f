#pragma once
// Phrases that mean the same, as one list.

#include <memory>
#include <string>
#include <vector>

#include "text/phrase_index.hpp"

namespace anamnesis {

// Hits of the phrases first..last (end exclusive) of an index. Cheap for an utterance that this index heard.
std::vector<FoundPhrase> find_phrases(const PhraseIndex& index, int first, int last, const Utterance& utterance);

class PhraseList {
public:
    PhraseList() = default;  // hears nothing
    explicit PhraseList(const std::vector<std::string>& phrases);

    // The phrases first..last (end exclusive) of an index that prefers the longest.
    PhraseList(std::shared_ptr<const PhraseIndex> index, int first, int last);

    // The longest reading at each word where one begins.
    std::vector<PhraseHit> find(const Utterance& utterance) const;

private:
    std::shared_ptr<const PhraseIndex> index_;
    int first_ = 0;
    int last_ = 0;
};

}  // namespace anamnesis
