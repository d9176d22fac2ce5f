#pragma once
// Small things about words that reading, checking and updating a transcript share.

#include <string>
#include <string_view>
#include <vector>

#include <anamnesis/replay.hpp>

#include "report/spelling.hpp"

namespace anamnesis {

std::string_view trimmed(std::string_view text);

// "a, b" -> a and b. Empty items stay, so that a caller can complain of them.
std::vector<std::string> split_list(std::string_view text);

// With one space for every run of spaces and line ends: as it can stand in a transcript.
std::string one_line(std::string_view text);

bool matches(const TextPattern& pattern, std::string_view text);

// How many different words of `a` are in `b` too: a measure of likeness.
int shared_words(std::string_view a, std::string_view b);

}  // namespace anamnesis
