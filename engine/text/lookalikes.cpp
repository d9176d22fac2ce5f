#include "text/lookalikes.hpp"

#include <algorithm>
#include <array>

namespace anamnesis {
namespace {

struct Lookalike {
    std::int32_t codepoint;
    char latin;
};

// By code point. Source: Unicode Technical Standard 39, confusables, as far as single small letters go.
constexpr std::array<Lookalike, 45> kLookalikes = {{
    {0x131, 'i'}, {0x251, 'a'}, {0x261, 'g'}, {0x3B1, 'a'}, {0x3B2, 'b'}, {0x3B3, 'y'}, {0x3B5, 'e'}, {0x3B6, 'z'},
    {0x3B7, 'n'}, {0x3B9, 'i'}, {0x3BA, 'k'}, {0x3BC, 'u'}, {0x3BD, 'v'}, {0x3BF, 'o'}, {0x3C1, 'p'}, {0x3C3, 'o'},
    {0x3C4, 't'}, {0x3C5, 'u'}, {0x3C7, 'x'}, {0x3C9, 'w'}, {0x3F2, 'c'}, {0x3F3, 'j'}, {0x430, 'a'}, {0x432, 'b'},
    {0x433, 'r'}, {0x435, 'e'}, {0x43A, 'k'}, {0x43C, 'm'}, {0x43D, 'h'}, {0x43E, 'o'}, {0x440, 'p'}, {0x441, 'c'},
    {0x442, 't'}, {0x443, 'y'}, {0x445, 'x'}, {0x455, 's'}, {0x456, 'i'}, {0x458, 'j'}, {0x461, 'w'}, {0x475, 'v'},
    {0x4AF, 'y'}, {0x4BB, 'h'}, {0x501, 'd'}, {0x51B, 'q'}, {0x51D, 'w'},
}};

static_assert(std::is_sorted(kLookalikes.begin(), kLookalikes.end(),
                             [](const Lookalike& a, const Lookalike& b) { return a.codepoint < b.codepoint; }));

}  // namespace

char latin_lookalike(std::int32_t codepoint) {
    if (codepoint < kLookalikes.front().codepoint || codepoint > kLookalikes.back().codepoint) return 0;
    const auto it = std::lower_bound(kLookalikes.begin(), kLookalikes.end(), codepoint,
                                     [](const Lookalike& a, std::int32_t c) { return a.codepoint < c; });
    return it->codepoint == codepoint ? it->latin : '\0';
}

}  // namespace anamnesis
