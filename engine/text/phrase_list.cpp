#include "text/phrase_list.hpp"

#include <algorithm>

namespace anamnesis {
namespace {

std::vector<PhraseIndex::Entry> entries_of(const std::vector<std::string>& phrases) {
    std::vector<PhraseIndex::Entry> out;
    for (const std::string& phrase : phrases)
        if (const auto parsed = parse_phrase(phrase)) out.push_back({*parsed, Prefer::longest});
    return out;
}

}  // namespace

std::span<const FoundPhrase> part_of(const std::vector<FoundPhrase>& found, int first, int last) {
    const auto is_before = [](const FoundPhrase& hit, int phrase) { return hit.phrase < phrase; };
    const auto begin = std::lower_bound(found.begin(), found.end(), first, is_before);
    return {begin, std::lower_bound(begin, found.end(), last, is_before)};
}

PhraseList::PhraseList(const std::vector<std::string>& phrases) {
    const auto entries = entries_of(phrases);
    index_ = std::make_shared<const PhraseIndex>(entries);
    last_ = static_cast<int>(entries.size());
}

PhraseList::PhraseList(std::shared_ptr<const PhraseIndex> index, int first, int last)
    : index_(std::move(index)), first_(first), last_(last) {}

std::vector<PhraseHit> PhraseList::find(const Utterance& utterance) const {
    std::vector<PhraseHit> hits;
    if (!index_) return hits;
    for_each_found(*index_, first_, last_, utterance, [&](const FoundPhrase& found) { hits.push_back(found.hit); });
    std::stable_sort(hits.begin(), hits.end(), [](const PhraseHit& a, const PhraseHit& b) {
        return a.at.first != b.at.first ? a.at.first < b.at.first : a.at.last > b.at.last;
    });
    const auto begin_alike = [](const PhraseHit& a, const PhraseHit& b) { return a.at.first == b.at.first; };
    hits.erase(std::unique(hits.begin(), hits.end(), begin_alike), hits.end());
    return hits;
}

}  // namespace anamnesis
