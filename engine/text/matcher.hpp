#pragma once
// Where a pattern matches in normalised text. The only place that knows RE2, whose time is linear in
// the text whatever the pattern. RE2 is asked in bounded memory and falls back to a slower way when
// that is used up; it never takes "too much" for "no".

#include <memory>
#include <string>
#include <vector>

namespace re2 {
class RE2;
}

namespace anamnesis {

enum class Prefer { first, longest };  // among readings that begin at the same word

// Bytes of a normalised text, first word's first to last word's last; gaps: words leapt over by ~n.
struct PatternHit {
    struct Range {
        int begin = 0;
        int end = 0;
    };
    Range at;
    std::vector<Range> gaps;
};

class Matcher {
public:
    using Prefer = anamnesis::Prefer;

    Matcher(const std::string& pattern, Prefer prefer);

    bool ok() const;
    std::string error() const;

    // Every reading, at most one for each word it may begin at, in their order; overlapping ones too.
    std::vector<PatternHit> find(const std::string& text) const;

private:
    std::shared_ptr<const re2::RE2> pattern_;
};

}  // namespace anamnesis
