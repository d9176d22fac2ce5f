#include "sqlite/schema.hpp"

#include "sqlite/database.hpp"

namespace anamnesis::sqlite {
namespace {

constexpr std::int64_t kSchemaVersion = 1;

constexpr const char* kFromZeroToOne = R"(
BEGIN IMMEDIATE;
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
COMMIT;
)";

Result<std::int64_t> schema_version(sqlite3* database) {
    Result<Statement> statement = Statement::prepare(database, "PRAGMA user_version");
    if (!statement) return statement.error();
    const Result<bool> row = statement->step();
    if (!row) return row.error();
    return statement->integer(0);
}

}  // namespace

Result<bool> migrate(sqlite3* database) {
    const Result<std::int64_t> version = schema_version(database);
    if (!version) return version.error();
    if (*version == kSchemaVersion) return true;
    if (*version != 0) return Error{Errc::bad_input, "the file was made by a newer version"};
    const Result<bool> made = execute(database, kFromZeroToOne);
    if (made) return true;
    // Two programs may open a new file at once; the one that waited finds it made.
    sqlite3_exec(database, "ROLLBACK", nullptr, nullptr, nullptr);
    const Result<std::int64_t> now = schema_version(database);
    if (now && *now == kSchemaVersion) return true;
    return made.error();
}

}  // namespace anamnesis::sqlite
