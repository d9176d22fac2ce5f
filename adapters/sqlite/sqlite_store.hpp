#pragma once
/// Conversations in one SQLite file: for one machine. What was answered survives a power cut.

#include <cstddef>
#include <memory>
#include <string>

#include <anamnesis/host/session_store.hpp>

namespace anamnesis::sqlite {

struct Options {
    /// How answers come. None: every call waits for its answer, and gives it before it returns.
    Post post;
    /// Calls that one transaction takes at most. All that wait go together: it costs one fsync, however many.
    std::size_t group_max = 1024;
};

}  // namespace anamnesis::sqlite

namespace anamnesis {

/// Opens or makes the file (mode 0600) and brings its schema up to date. A locked file is waited for two seconds at
/// most, then Errc::unavailable. After an fsync that failed nothing is taken any more until it is opened again.
/// Errors: bad_input (empty path, or a file of a newer version), unavailable (cannot open it).
/// It has three threads: to write, to read, and to copy the log into the file.
Result<std::unique_ptr<SessionStore>> open_sqlite(const std::string& path, sqlite::Options options = {});

}  // namespace anamnesis
