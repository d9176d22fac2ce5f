#include "text/literal.hpp"

namespace anamnesis {

std::vector<PhraseHit> find_literal(const Utterance& utterance, const std::string& concept_words) {
    const std::string wanted = normalise(concept_words).text;
    std::vector<PhraseHit> hits;
    if (wanted.size() < 3) return hits;
    const std::string& text = utterance.normalised.text;
    for (std::size_t at = text.find(wanted); at != std::string::npos; at = text.find(wanted, at + 1)) {
        const int begin = static_cast<int>(at) + 1;
        const int end = static_cast<int>(at + wanted.size()) - 1;
        hits.push_back({utterance.range({begin, end}), {}});
    }
    return hits;
}

}  // namespace anamnesis
