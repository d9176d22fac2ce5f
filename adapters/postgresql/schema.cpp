#include "postgresql/schema.hpp"

#include <cstdlib>
#include <iterator>
#include <memory>
#include <string>

#include "postgresql/connection.hpp"

namespace anamnesis::postgresql {
namespace {

/// Each makes its version of the one before it. All that belongs to a session is keyed by its id first, so that
/// engines which distribute by a column can keep it together; only contacts are looked up by another key.
constexpr const char* kSteps[] = {R"(
CREATE TABLE anamnesis.session (
  id text PRIMARY KEY,
  dialog text NOT NULL,
  locale bytea NOT NULL, -- as message_id: the client's own, with any byte
  secret_hash text NOT NULL,
  old_secret_hash text NOT NULL,
  wrapped_key bytea, -- null: erased, the rows are about to go
  created_at bigint NOT NULL,
  expires_at bigint NOT NULL,
  last_seq integer NOT NULL
);
CREATE INDEX session_expires_at ON anamnesis.session (expires_at);
CREATE INDEX session_erased ON anamnesis.session (id) WHERE wrapped_key IS NULL;
CREATE TABLE anamnesis.turn (
  session text NOT NULL,
  seq integer NOT NULL,
  message_id bytea NOT NULL,
  request_hash text NOT NULL,
  script text NOT NULL,
  acts bytea NOT NULL,
  PRIMARY KEY (session, seq),
  UNIQUE (session, message_id)
);
CREATE TABLE anamnesis.contact (hash text PRIMARY KEY, session text NOT NULL, address bytea NOT NULL);
CREATE INDEX contact_session ON anamnesis.contact (session);
CREATE TABLE anamnesis.probe (number integer PRIMARY KEY, times bigint NOT NULL);
)"};
constexpr int kSchemaVersion = std::size(kSteps);

constexpr const char* kBegin = R"(
BEGIN;
SELECT pg_advisory_xact_lock(7234017283807667);
CREATE SCHEMA IF NOT EXISTS anamnesis;
CREATE TABLE IF NOT EXISTS anamnesis.version (number integer NOT NULL);
)";

Result<int> version_of(PGconn* connection) {
    const Answer rows = ask(connection, "SELECT coalesce(max(number), 0) FROM anamnesis.version");
    if (!is_good(rows)) return last_error(connection);
    return std::atoi(PQgetvalue(rows.get(), 0, 0));
}

Result<bool> take_steps(PGconn* connection) {
    const Result<int> version = version_of(connection);
    if (!version) return version.error();
    if (*version > kSchemaVersion)
        return Error{Errc::bad_input, "the store was made by a newer version of the program"};
    std::string steps;
    for (int step = *version; step < kSchemaVersion; ++step) steps += kSteps[step];
    steps += "DELETE FROM anamnesis.version; INSERT INTO anamnesis.version VALUES (" + std::to_string(kSchemaVersion);
    steps += "); COMMIT";
    if (!is_good(ask(connection, steps.c_str()))) return last_error(connection);
    return true;
}

}  // namespace

Result<bool> migrate(PGconn* connection) {
    if (!is_good(ask(connection, kBegin))) return last_error(connection);
    Result<bool> made = take_steps(connection);
    if (!made) ask(connection, "ROLLBACK");
    return made;
}

}  // namespace anamnesis::postgresql
