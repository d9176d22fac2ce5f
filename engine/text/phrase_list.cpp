#include "text/phrase_list.hpp"

#include "text/phrase.hpp"

namespace anamnesis {

PhraseList::PhraseList(const std::vector<std::string>& phrases) {
    std::vector<std::string> patterns;
    std::string joined;
    for (const std::string& phrase : phrases)
        if (const auto pattern = pattern_of(phrase)) {
            patterns.push_back(*pattern);
            joined += (joined.empty() ? "(?:" : "|") + *pattern;
        }
    if (patterns.empty()) return;
    Matcher all(joined + ")", Matcher::Prefer::longest);
    if (all.ok()) {
        matchers_.push_back(std::move(all));
        return;
    }
    for (const std::string& pattern : patterns) matchers_.emplace_back(pattern, Matcher::Prefer::longest);
}

std::vector<PhraseHit> PhraseList::find(const Utterance& utterance) const {
    std::vector<PhraseHit> hits;
    for (const Matcher& matcher : matchers_)
        for (PhraseHit& hit : utterance.find(matcher)) hits.push_back(std::move(hit));
    return hits;
}

}  // namespace anamnesis
