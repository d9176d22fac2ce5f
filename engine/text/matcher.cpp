#include "text/matcher.hpp"

#include <algorithm>

#include <re2/re2.h>

#include "text/normalise.hpp"

namespace anamnesis {
namespace {

constexpr std::int64_t kPatternMemoryBytes = 1 << 20;

re2::RE2::Options options(Matcher::Prefer prefer) {
    re2::RE2::Options out(re2::RE2::Quiet);
    out.set_max_mem(kPatternMemoryBytes);
    out.set_longest_match(prefer == Matcher::Prefer::longest);
    return out;
}

bool is_word_byte(char c) { return c != ' ' && !is_mark(c); }

// Without the spaces and marks at its ends. Empty: it held no word.
PatternHit::Range trimmed(const std::string& text, int begin, int end) {
    while (begin < end && !is_word_byte(text[static_cast<std::size_t>(begin)])) ++begin;
    while (end > begin && !is_word_byte(text[static_cast<std::size_t>(end) - 1])) --end;
    return {begin, end};
}

PatternHit::Range range_of(const std::string& text, const re2::StringPiece& part) {
    const int begin = static_cast<int>(part.data() - text.data());
    return trimmed(text, begin, begin + static_cast<int>(part.size()));
}

}  // namespace

Matcher::Matcher(const std::string& pattern, Prefer prefer)
    : pattern_(std::make_shared<const re2::RE2>(pattern, options(prefer))) {}

bool Matcher::ok() const { return pattern_->ok(); }

std::string Matcher::error() const { return pattern_->error(); }

std::vector<PatternHit> Matcher::find(const std::string& text) const {
    std::vector<PatternHit> hits;
    re2::StringPiece whole;
    std::vector<re2::StringPiece> parts(static_cast<std::size_t>(pattern_->NumberOfCapturingGroups()) + 1);
    // The bare match is much cheaper than its captures, and most phrases do not match.
    for (std::size_t at = 0; pattern_->Match(text, at, text.size(), re2::RE2::UNANCHORED, &whole, 1);) {
        const auto begin = static_cast<std::size_t>(whole.data() - text.data());
        PatternHit hit{range_of(text, whole), {}};
        if (parts.size() > 1 && pattern_->Match(text, begin, begin + whole.size(), re2::RE2::ANCHOR_BOTH, parts.data(),
                                                static_cast<int>(parts.size())))
            for (std::size_t i = 1; i < parts.size(); ++i)
                if (!parts[i].empty()) hit.gaps.push_back(range_of(text, parts[i]));
        // A match may begin at a mark; the next one is of another word.
        const auto next = std::max(begin + 1, static_cast<std::size_t>(hit.at.begin));
        if (hit.at.begin < hit.at.end) hits.push_back(std::move(hit));
        at = text.find(' ', next);
        if (at == std::string::npos) break;
    }
    return hits;
}

}  // namespace anamnesis
