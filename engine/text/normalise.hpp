#pragma once
// One form for everything that people type, so that phrases need to know only that one: lower case,
// words and marks as tokens between single spaces. Every byte knows where in the message it was.

#include <string>
#include <string_view>
#include <vector>

#include <anamnesis/acts.hpp>

namespace anamnesis {

// A longer message is read up to here; it answers nothing and denies nothing.
inline constexpr std::size_t kMessageBytesMax = 16 * 1024;

// " my lips wont stop . 3 weeks ": begins and ends with a space. Marks are . , ? ! ; and newline.
// A colon, a bracket or a dash between words is a comma; a dash between numbers is the word "-".
struct Normalised {
    std::string text;
    std::vector<int> from, to;  // by byte of text: the bytes of the message it stands for
    bool whole = true;          // false: the message was longer than kMessageBytesMax

    Span span(int begin, int end) const;  // in the message, of text[begin, end), not empty
};

// Any bytes are safe. Invalid UTF-8 and symbols part words; apostrophes and invisible characters
// vanish; a letter stands at most twice in a row. Cost: linear.
Normalised normalise(std::string_view message);

inline bool is_mark(char c) { return c == '.' || c == ',' || c == '?' || c == '!' || c == ';' || c == '\n'; }

}  // namespace anamnesis
