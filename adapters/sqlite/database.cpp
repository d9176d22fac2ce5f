#include "sqlite/database.hpp"

namespace anamnesis::sqlite {

Error last_error(sqlite3* database) {
    const bool is_conflict = (sqlite3_errcode(database) & 0xff) == SQLITE_CONSTRAINT;
    return {is_conflict ? Errc::conflict : Errc::unavailable, std::string("SQLite: ") + sqlite3_errmsg(database)};
}

Result<bool> execute(sqlite3* database, const char* sql) {
    if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) != SQLITE_OK) return last_error(database);
    return true;
}

Result<Statement> Statement::prepare(sqlite3* database, const char* sql) {
    sqlite3_stmt* raw = nullptr;
    const int code = sqlite3_prepare_v3(database, sql, -1, SQLITE_PREPARE_PERSISTENT, &raw, nullptr);
    if (code != SQLITE_OK) return last_error(database);
    Statement statement;
    statement.statement_.reset(raw);
    return statement;
}

Result<bool> Statement::step() {
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    const Error error = last_error(sqlite3_db_handle(statement_.get()));
    reset();
    return error;
}

Result<bool> Statement::run() {
    const Result<bool> stepped = step();
    reset();
    if (!stepped) return stepped.error();
    return true;
}

void Statement::reset() {
    // Its result repeats the error of the last step, which was reported there.
    sqlite3_reset(statement_.get());
    sqlite3_clear_bindings(statement_.get());
}

std::string Statement::text(int column) const {
    const unsigned char* bytes = sqlite3_column_text(statement_.get(), column);
    const int length = sqlite3_column_bytes(statement_.get(), column);
    return std::string(bytes, bytes + length);
}

std::string Statement::bytes(int column) const {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
    return bytes ? std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column)))
                 : std::string();
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }

void Statement::bind_one(int index, const std::string& value) {
    sqlite3_bind_text(statement_.get(), index, value.data(), static_cast<int>(value.size()), SQLITE_TRANSIENT);
}

/// An empty one is no null.
void Statement::bind_one(int index, Blob value) {
    const std::string& bytes = value.bytes;
    sqlite3_bind_blob(statement_.get(), index, bytes.empty() ? "" : bytes.data(), static_cast<int>(bytes.size()),
                      SQLITE_TRANSIENT);
}

void Statement::bind_one(int index, std::int64_t value) { sqlite3_bind_int64(statement_.get(), index, value); }

}  // namespace anamnesis::sqlite
