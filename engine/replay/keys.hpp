#pragma once
// What can stand before the colon of a transcript's line, and what after it.

#include <optional>
#include <string>
#include <string_view>

#include "replay/fault.hpp"

namespace anamnesis {

inline constexpr std::string_view kNothing = "-";  // an expectation that there is none
inline constexpr std::string_view kNone = "none";  // tap: none of these
inline constexpr std::string_view kEnd = "end";    // until: nothing is open

bool is_input(std::string_view key);
bool is_expectation(std::string_view key);

// What is wrong with a key, or with the text after it.
std::optional<Fault> key_fault(std::string_view key);
std::optional<Fault> text_fault(std::string_view key, std::string_view text);

// "change face" -> its name and argument.
Command command_of(std::string_view text);

}  // namespace anamnesis
