#pragma once
/// What an error says to the person who sees it.

#include <string_view>

#include "host/wire.hpp"

namespace anamnesis::wire {

/// One plain sentence, never empty, safe to show.
std::string_view sentence(ErrorCode code);

/// The error message for a client's message, or for none.
ErrorMessage make_error(ErrorCode code, std::optional<std::string> for_id = {});

}  // namespace anamnesis::wire
