#pragma once
/// Opens the store that `--store` names.

#include <memory>
#include <string>

#include "host/session_store.hpp"

namespace anamnesis::cli {

/// `sqlite:FILE` or `memory:`; empty is SQLite in its default place.
/// Errors: Errc::bad_input for another name, and what opening it says.
Result<std::unique_ptr<SessionStore>> open_store(const std::string& name);

}  // namespace anamnesis::cli
