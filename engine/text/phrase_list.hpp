#pragma once
// Phrases that mean the same, as one list.

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "text/phrase_index.hpp"

namespace anamnesis {

// Those of the phrases first..last (end exclusive).
std::span<const FoundPhrase> part_of(const std::vector<FoundPhrase>& found, int first, int last);

// Calls `use` for each hit of the phrases first..last of an index. Cheap for an utterance that this index heard.
template <class Use>
void for_each_found(const PhraseIndex& index, int first, int last, const Utterance& utterance, Use use) {
    if (utterance.heard_by == &index)
        for (const FoundPhrase& found : part_of(utterance.found, first, last)) use(found);
    else
        for (const FoundPhrase& found : index.find(utterance))
            if (first <= found.phrase && found.phrase < last) use(found);
}

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
