#pragma once
/// A server's message as a person reads it in a terminal. Pure.

#include <string>
#include <string_view>

#include "host/wire.hpp"

namespace anamnesis::console {

/// Breaks at spaces so that no line is wider than `columns` code points; a longer word stays whole.
/// Line breaks of the text stay. `indent` is put before every line but the first.
std::string wrap(std::string_view text, std::size_t columns, std::string_view indent = "");

/// The whole message with its line breaks; empty for `ready`.
std::string to_text(const wire::ServerMessage& message);

}  // namespace anamnesis::console
