#pragma once
/// Is it UTF-8? Asked once, where bytes come in, so that nothing behind needs to ask again.

#include <string_view>

namespace anamnesis {

/// True for well-formed UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing above U+10FFFF.
bool is_utf8(std::string_view bytes);

}  // namespace anamnesis
