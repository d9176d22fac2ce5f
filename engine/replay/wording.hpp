#pragma once
// Small things about words that reading, checking and updating a transcript share.

#include <string>
#include <string_view>
#include <vector>

#include <anamnesis/replay.hpp>

namespace anamnesis {

std::string_view trimmed(std::string_view text);

// "a, b" -> a and b. Empty items stay, so that a caller can complain of them.
std::vector<std::string> split_list(std::string_view text);

std::string joined(const std::vector<std::string>& items);

// With one space for every run of spaces and line ends: as it can stand in a transcript.
std::string one_line(std::string_view text);

std::string lower_case(std::string_view text);

bool matches(const TextPattern& pattern, std::string_view text);

// How many different words of `a` are in `b` too: a measure of likeness.
int shared_words(std::string_view a, std::string_view b);

// The nearest of the names if one is near, else all of them: the end of a hint.
std::string did_you_mean(std::string_view wrong, const std::vector<std::string>& names);

std::string quoted(std::string_view text);

}  // namespace anamnesis
