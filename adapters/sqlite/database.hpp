#pragma once
/// SQLite's C interface with owners: a connection and its statements close themselves.

#include <cstdint>
#include <memory>
#include <string>

#include <sqlite3.h>

#include <anamnesis/result.hpp>

namespace anamnesis::sqlite {

struct CloseDatabase {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;

struct FinalizeStatement {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

/// What the last call on this connection failed of. A broken constraint is a conflict.
Error last_error(sqlite3* database);

/// Runs statements that give no rows.
Result<bool> execute(sqlite3* database, const char* sql);

/// Bytes to bind that are no text.
struct Blob {
    const std::string& bytes;
};

/// A prepared statement. Bind with run() or query(), read columns of the current row, then reset().
class Statement {
public:
    static Result<Statement> prepare(sqlite3* database, const char* sql);

    /// Binds all parameters in order; `*this` so that a step can follow.
    template <class... Values>
    Statement& bind(const Values&... values) {
        reset();
        int index = 0;
        (bind_one(++index, values), ...);
        return *this;
    }

    /// One step: true with a row, false at the end.
    Result<bool> step();

    /// Steps a statement that gives no rows to its end.
    Result<bool> run();

    void reset();

    std::string text(int column) const;
    std::string bytes(int column) const;
    std::int64_t integer(int column) const;

private:
    void bind_one(int index, const std::string& value);
    void bind_one(int index, Blob value);
    void bind_one(int index, std::int64_t value);

    std::unique_ptr<sqlite3_stmt, FinalizeStatement> statement_;
};

}  // namespace anamnesis::sqlite
