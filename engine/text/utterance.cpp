#include "text/utterance.hpp"

#include <algorithm>

namespace anamnesis {

Utterance::Utterance(Normalised message) : normalised(std::move(message)) {
    const std::string& text = normalised.text;
    tokens.reserve(static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')));
    for (std::size_t begin = 1; begin < text.size();) {
        const std::size_t end = text.find(' ', begin);
        tokens.push_back({static_cast<int>(begin), static_cast<int>(end)});
        begin = end + 1;
    }
}

bool Utterance::is_sentence_end(int i) const { return is_mark(i) && token(i) != ","; }

bool Utterance::has_words() const {
    for (int i = 0; i < size(); ++i)
        if (!is_mark(i)) return true;
    return false;
}

std::string_view Utterance::text(const TokenRange& at) const {
    if (at.size() <= 0) return {};
    const int begin = tokens[static_cast<std::size_t>(at.first)].begin;
    const int end = tokens[static_cast<std::size_t>(at.last) - 1].end;
    return std::string_view(normalised.text)
        .substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
}

Span Utterance::span(const TokenRange& at) const {
    return normalised.span(tokens[static_cast<std::size_t>(at.first)].begin,
                           tokens[static_cast<std::size_t>(at.last) - 1].end);
}

TokenRange Utterance::range(const PatternHit::Range& bytes) const {
    const auto ends_after = [](int byte, const PatternHit::Range& token) { return byte < token.end; };
    const auto first = std::upper_bound(tokens.begin(), tokens.end(), bytes.begin, ends_after);
    const auto last = std::upper_bound(first, tokens.end(), bytes.end - 1, ends_after);
    return {static_cast<int>(first - tokens.begin()), static_cast<int>(last - tokens.begin()) + 1};
}

std::vector<PhraseHit> Utterance::find(const Matcher& matcher) const {
    std::vector<PhraseHit> hits;
    for (const PatternHit& hit : matcher.find(normalised.text)) {
        PhraseHit out{range(hit.at), {}};
        for (const PatternHit::Range& gap : hit.gaps)
            if (gap.begin < gap.end) out.gaps.push_back(range(gap));
        hits.push_back(std::move(out));
    }
    return hits;
}

}  // namespace anamnesis
