#pragma once
// Phrases that mean the same, as one list.

#include <string>
#include <vector>

#include "text/utterance.hpp"

namespace anamnesis {

class PhraseList {
public:
    PhraseList() = default;  // hears nothing
    explicit PhraseList(const std::vector<std::string>& phrases);

    // The longest reading at each word where one begins.
    std::vector<PhraseHit> find(const Utterance& utterance) const;

private:
    std::vector<Matcher> matchers_;  // one for all, unless that is more than RE2 takes
};

}  // namespace anamnesis
