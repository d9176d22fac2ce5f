#pragma once
/// Conversations in one SQLite file: for one machine. What was answered survives a power cut.

#include <memory>
#include <string>

#include <anamnesis/host/session_store.hpp>

namespace anamnesis {

/// Opens or makes the file (mode 0600) and brings its schema up to date. The store answers every
/// call before it returns; a locked file is waited for two seconds at most, then Errc::unavailable.
/// Errors: bad_input (empty path, or a file of a newer version), unavailable (cannot open it).
Result<std::unique_ptr<SessionStore>> open_sqlite(const std::string& path);

}  // namespace anamnesis
