#include "text/phrase_anchor.hpp"

#include <algorithm>
#include <limits>

namespace anamnesis {
namespace {

using Kind = PhraseNode::Kind;

struct Length {
    int min = 0;
    int max = 0;
};

Symbol symbol_of(const PhraseNode& node, Vocabulary& vocabulary) {
    return node.kind == Kind::stem ? vocabulary.add_stem(node.text) : vocabulary.add_word(node.text);
}

Length length_of(const PhraseNode& node) {
    switch (node.kind) {
        case Kind::word:
        case Kind::stem: return {1, 1};
        case Kind::gap: return {0, node.fillers};
        case Kind::optional: return {0, length_of(node.parts[0]).max};
        case Kind::sequence: {
            Length out;
            for (const PhraseNode& part : node.parts) {
                const Length more = length_of(part);
                out = {out.min + more.min, out.max + more.max};
            }
            return out;
        }
        case Kind::alternatives: {
            Length out{std::numeric_limits<int>::max(), 0};
            for (const PhraseNode& part : node.parts) {
                const Length other = length_of(part);
                out = {std::min(out.min, other.min), std::max(out.max, other.max)};
            }
            return out;
        }
    }
    return {};
}

// No symbols: none is sure to be there.
struct Choice {
    Anchors anchors;
    double cost = 0;

    bool empty() const { return anchors.symbols.empty(); }
};

class AnchorFinder {
public:
    AnchorFinder(Vocabulary& vocabulary, const std::vector<int>& uses) : vocabulary_(vocabulary), uses_(uses) {}

    Choice find(const PhraseNode& node, Length before) const {
        switch (node.kind) {
            case Kind::word:
            case Kind::stem: return of_word(node, before);
            case Kind::sequence: return cheapest(node, before);
            case Kind::alternatives: return all_of(node, before);
            default: return {};
        }
    }

private:
    // What many phrases wait for is likely a common word; a wide window means more places to try.
    Choice of_word(const PhraseNode& node, Length before) const {
        const Symbol symbol = symbol_of(node, vocabulary_);
        const double places = 1 + before.max - before.min;
        return {{{symbol}, before.min, before.max}, uses_[static_cast<std::size_t>(symbol)] * (1 + places / 4)};
    }

    Choice cheapest(const PhraseNode& node, Length before) const {
        Choice best;
        for (const PhraseNode& part : node.parts) {
            Choice other = find(part, before);
            if (!other.empty() && (best.empty() || other.cost < best.cost)) best = std::move(other);
            const Length more = length_of(part);
            before = {before.min + more.min, before.max + more.max};
        }
        return best;
    }

    Choice all_of(const PhraseNode& node, Length before) const {
        Choice all = find(node.parts[0], before);
        for (std::size_t i = 1; i < node.parts.size() && !all.empty(); ++i) {
            const Choice one = find(node.parts[i], before);
            if (one.empty()) return {};
            auto& symbols = all.anchors.symbols;
            symbols.insert(symbols.end(), one.anchors.symbols.begin(), one.anchors.symbols.end());
            all.anchors.before_min = std::min(all.anchors.before_min, one.anchors.before_min);
            all.anchors.before_max = std::max(all.anchors.before_max, one.anchors.before_max);
            all.cost += one.cost;
        }
        return all;
    }

    Vocabulary& vocabulary_;
    const std::vector<int>& uses_;
};

}  // namespace

Anchors find_anchors(const PhraseNode& phrase, Vocabulary& vocabulary, const std::vector<int>& uses) {
    return AnchorFinder(vocabulary, uses).find(phrase, {}).anchors;
}

void count_uses(const PhraseNode& node, Vocabulary& vocabulary, std::vector<int>& uses) {
    if (node.kind == Kind::word || node.kind == Kind::stem) {
        const auto symbol = static_cast<std::size_t>(symbol_of(node, vocabulary));
        if (uses.size() <= symbol) uses.resize(symbol + 1);
        ++uses[symbol];
    }
    for (const PhraseNode& part : node.parts) count_uses(part, vocabulary, uses);
}

}  // namespace anamnesis
