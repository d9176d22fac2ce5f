#pragma once
// Letters of other alphabets that look like Latin ones, as they come from other keyboards and from mischief.

#include <cstdint>

namespace anamnesis {

// The Latin letter that a small Cyrillic or Greek letter, or its capital, looks like; 0: none.
char latin_lookalike(std::int32_t codepoint);

}  // namespace anamnesis
