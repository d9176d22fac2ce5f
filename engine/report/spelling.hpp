#pragma once
// Names in messages, and the name that a misspelt one was meant to be.

#include <string>
#include <string_view>
#include <vector>

namespace anamnesis {

std::string quoted(std::string_view text);

std::string joined(const std::vector<std::string>& items);

std::string lower_case(std::string_view text);

// The name most like a wrong one, capitals or not; null where none is near.
const std::string* nearest_name(std::string_view wrong, const std::vector<std::string>& names);

// The end of a hint: the nearest of the names, else all of them if they are few, else to look again.
std::string did_you_mean(std::string_view wrong, const std::vector<std::string>& names);

}  // namespace anamnesis
