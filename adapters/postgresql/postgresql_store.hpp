#pragma once
/// Conversations in PostgreSQL 15 or newer: for many nodes, any of which takes any turn.

#include <memory>
#include <string>

#include <anamnesis/host/session_store.hpp>

namespace anamnesis {

/// Connects to "postgresql://..." (libpq's connection URIs, several hosts too: the one that takes writes is used) and
/// brings the schema `anamnesis` there up to date. Two connections, each with a thread; a lost one is made again, and
/// meanwhile calls wait some seconds, then get Errc::unavailable. Without `post` every call waits for its answer.
/// Errors: bad_input (no such URI, or a schema of a newer version), unavailable (cannot connect).
Result<std::unique_ptr<SessionStore>> open_postgresql(const std::string& uri, Post post = {});

}  // namespace anamnesis
