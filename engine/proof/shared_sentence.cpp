// Two phrases speak of the same words where the end of a sentence of one is the beginning of a sentence of the other,
// or one lies within the other. A sentence that only has both, one after the other, is no overlap: of that any two
// phrases have one.

#include <algorithm>
#include <map>

#include "proof/sentences.hpp"
#include "proof/text_notes.hpp"
#include "text/lexicon_data.hpp"

namespace anamnesis::proof {
namespace {

using Words = std::vector<std::string>;

constexpr std::size_t kTriedMax = 50;  // sentences, shortest first

std::string joined(const Words& words, std::size_t first, std::size_t last) {
    std::string out;
    for (std::size_t i = first; i < last; ++i) out += (out.empty() ? "" : " ") + words[i];
    return out;
}

class Overlaps {
public:
    Overlaps(const Language& language, const std::string& finding) : language_(language), finding_(finding) {}

    void add(const std::string& one, const std::string& other) {
        const auto left = sentences(one), right = sentences(other);
        add_pairs(left, right);
        add_pairs(right, left);
    }

    std::vector<std::string> found() const {
        std::vector<std::string> out(found_);
        std::sort(out.begin(), out.end(),
                  [](const auto& a, const auto& b) { return std::pair(a.size(), a) < std::pair(b.size(), b); });
        out.erase(std::unique(out.begin(), out.end()), out.end());
        out.resize(std::min(out.size(), kTriedMax));
        return out;
    }

private:
    std::vector<Words> sentences(const std::string& option) const {
        std::vector<Words> out;
        for (const PhraseEntry& e : language_.lexicon->entries())
            if (e.kind == PhraseEntry::Kind::option && e.id == finding_ && e.value == option)
                for (const std::string& s : sentences_of(e.pattern, kSentencesMax)) out.push_back(words_of(s));
        return out;
    }

    // `right` begins within `left`: there it ends too, or goes on.
    void add_pairs(const std::vector<Words>& left, const std::vector<Words>& right) {
        std::multimap<std::string, const Words*> by_first;
        for (const Words& r : right)
            if (!r.empty()) by_first.emplace(r.front(), &r);
        for (const Words& l : left)
            for (std::size_t at = 0; at < l.size(); ++at) {
                const auto [begin, end] = by_first.equal_range(l[at]);
                for (auto it = begin; it != end; ++it) add_pair(l, at, *it->second);
            }
    }

    void add_pair(const Words& l, std::size_t at, const Words& r) {
        const std::size_t shared = std::min(l.size() - at, r.size());
        if (!std::equal(r.begin(), r.begin() + static_cast<std::ptrdiff_t>(shared),
                        l.begin() + static_cast<std::ptrdiff_t>(at)))
            return;
        if (!std::any_of(r.begin(), r.begin() + static_cast<std::ptrdiff_t>(shared),
                         [&](const std::string& w) { return !language_.lexicon->is_word_of("answers.fillers", w); }))
            return;
        const std::string rest = joined(r, shared, r.size());
        found_.push_back(joined(l, 0, l.size()) + (rest.empty() ? "" : " " + rest));
    }

    const Language& language_;
    const std::string& finding_;
    std::vector<std::string> found_;
};

}  // namespace

std::string shared_sentence(const Language& language, const std::string& finding, const std::string& one,
                            const std::string& other) {
    Overlaps overlaps(language, finding);
    overlaps.add(one, other);
    for (const std::string& sentence : overlaps.found()) {
        const auto mentions = find_mentions(*language.lexicon, sentence);
        if (is_heard(mentions, finding, one) && is_heard(mentions, finding, other)) return sentence;
    }
    return {};
}

}  // namespace anamnesis::proof
