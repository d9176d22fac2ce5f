#include "sqlite/connection.hpp"

namespace anamnesis::sqlite {
namespace {

constexpr int kBusyTimeoutMs = 2000;

constexpr const char* kSettings = R"(
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA foreign_keys = ON;
PRAGMA secure_delete = ON;
PRAGMA wal_autocheckpoint = 0;
)";

bool has_disk_failed(sqlite3* database) { return (sqlite3_extended_errcode(database) & 0xff) == SQLITE_IOERR; }

}  // namespace

Result<FileConnection> FileConnection::open(const std::string& file) {
    sqlite3* raw = nullptr;
    const int opened = sqlite3_open_v2(file.c_str(), &raw, SQLITE_OPEN_READWRITE, nullptr);
    Database database(raw);
    if (opened != SQLITE_OK) return last_error(raw);
    sqlite3_busy_timeout(raw, kBusyTimeoutMs);
    const Result<bool> set = execute(raw, kSettings);
    if (!set) return set.error();
    return FileConnection(std::move(database));
}

Result<bool> FileConnection::prepare() {
    Result<Records> records = Records::prepare(raw());
    if (!records) return records.error();
    records_.emplace(std::move(*records));
    return true;
}

std::optional<FileConnection::Failure> FileConnection::transact(Kind kind, const Jobs& jobs) {
    if (const auto lost = check_place()) return Failure{*lost, false, true};
    const Result<bool> begun = execute(raw(), kind == Kind::write ? "BEGIN IMMEDIATE" : "BEGIN");
    if (!begun) return Failure{begun.error(), false, true};
    for (const auto& job : jobs)
        if (const auto spoilt = job->run()) return roll_back(*spoilt);
    const Result<bool> committed = execute(raw(), "COMMIT");
    if (committed) return std::nullopt;
    return roll_back(committed.error());
}

FileConnection::Failure FileConnection::roll_back(const Error& error) {
    const bool disk_failed = has_disk_failed(raw());
    sqlite3_exec(raw(), "ROLLBACK", nullptr, nullptr, nullptr);
    return {error, disk_failed};
}

bool FileConnection::checkpoint(int mode) {
    const int code = sqlite3_wal_checkpoint_v2(raw(), nullptr, mode, nullptr, nullptr);
    return code == SQLITE_OK || !has_disk_failed(raw());
}

/// A file that was removed or replaced takes writes all the same, and loses them at the next start.
std::optional<Error> FileConnection::check_place() const {
    int has_moved = 0;
    sqlite3_file_control(raw(), "main", SQLITE_FCNTL_HAS_MOVED, &has_moved);
    if (has_moved == 0) return std::nullopt;
    return Error{Errc::unavailable, "the store's file is gone"};
}

}  // namespace anamnesis::sqlite
