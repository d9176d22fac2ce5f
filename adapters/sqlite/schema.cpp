#include "sqlite/schema.hpp"

#include <iterator>

#include "sqlite/database.hpp"

namespace anamnesis::sqlite {
namespace {

/// Each makes its version of the one before it.
constexpr const char* kSteps[] = {R"(
CREATE TABLE session (
  id TEXT PRIMARY KEY,
  dialog TEXT NOT NULL,
  locale TEXT NOT NULL,
  script TEXT NOT NULL,
  secret_hash TEXT NOT NULL,
  old_secret_hash TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  last_turn_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_last_turn_at ON session (last_turn_at);
CREATE TABLE turn (
  session TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  message_id TEXT NOT NULL,
  request_hash TEXT NOT NULL,
  acts TEXT NOT NULL,
  PRIMARY KEY (session, seq),
  UNIQUE (session, message_id)
) STRICT, WITHOUT ROWID;
PRAGMA user_version = 1;
)",
                                  R"(
-- What version 1 kept is in the clear: no key opens it, and nobody could erase it.
DROP TABLE turn;
DROP TABLE session;
-- A turn only adds a row: when the session expires then stands with the turn. expires_at here is a time before
-- which it surely does not expire; a purge looks at the turns, and puts it off.
CREATE TABLE session (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  dialog TEXT NOT NULL,
  locale TEXT NOT NULL,
  secret_hash TEXT NOT NULL,
  old_secret_hash TEXT NOT NULL,
  wrapped_key BLOB, -- null: erased, the rows are about to go
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX session_expires_at ON session (expires_at);
CREATE INDEX session_erased ON session (number) WHERE wrapped_key IS NULL;
CREATE TABLE turn (
  session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  message_id TEXT NOT NULL,
  request_hash TEXT NOT NULL,
  script TEXT NOT NULL,
  acts BLOB NOT NULL,
  expires_at INTEGER NOT NULL,
  UNIQUE (session, seq),
  UNIQUE (session, message_id)
) STRICT;
CREATE TABLE contact (
  hash TEXT PRIMARY KEY,
  session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
  address BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_session ON contact (session);
CREATE TABLE probe (number INTEGER PRIMARY KEY, times INTEGER NOT NULL) STRICT;
PRAGMA user_version = 2;
)"};
constexpr std::int64_t kSchemaVersion = std::size(kSteps);

Result<std::int64_t> schema_version(sqlite3* database) {
    Result<Statement> statement = Statement::prepare(database, "PRAGMA user_version");
    if (!statement) return statement.error();
    const Result<bool> row = statement->step();
    if (!row) return row.error();
    return statement->integer(0);
}

/// Within a transaction, so that of two programs that open a file at once the other finds it made.
Result<bool> take_steps(sqlite3* database) {
    const Result<std::int64_t> version = schema_version(database);
    if (!version) return version.error();
    if (*version < 0 || *version > kSchemaVersion)
        return Error{Errc::bad_input, "the file was made by a newer version of the program"};
    for (auto step = static_cast<std::size_t>(*version); step < std::size(kSteps); ++step) {
        const Result<bool> taken = execute(database, kSteps[step]);
        if (!taken) return taken;
    }
    return true;
}

}  // namespace

Result<bool> migrate(sqlite3* database) {
    const Result<std::int64_t> version = schema_version(database);
    if (!version) return version.error();
    if (*version == kSchemaVersion) return true;
    const Result<bool> begun = execute(database, "BEGIN IMMEDIATE");
    if (!begun) return begun;
    Result<bool> made = take_steps(database);
    if (made) made = execute(database, "COMMIT");
    if (!made) sqlite3_exec(database, "ROLLBACK", nullptr, nullptr, nullptr);
    return made;
}

}  // namespace anamnesis::sqlite
