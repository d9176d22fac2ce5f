#pragma once
/// What the store says to PostgreSQL.

#include <string>

#include "postgresql/call.hpp"

namespace anamnesis::postgresql {

/// In the order of Sql.
inline constexpr const char* kStatements[] = {
    // load: one statement, so that both tables are seen at one moment
    "SELECT s.id, s.dialog, s.locale, s.secret_hash, s.old_secret_hash, s.wrapped_key, s.created_at, s.expires_at, "
    "t.seq, t.message_id, t.request_hash, t.script, t.acts "
    "FROM anamnesis.session s JOIN anamnesis.turn t ON t.session = s.id "
    "WHERE s.id = $1 AND s.wrapped_key IS NOT NULL ORDER BY t.seq",
    // first_turn
    "WITH made AS (INSERT INTO anamnesis.session VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) "
    "ON CONFLICT (id) DO NOTHING RETURNING id) "
    "INSERT INTO anamnesis.turn SELECT id, $9::integer, $10::bytea, $11::text, $12::text, $13::bytea FROM made",
    // next_turn: the row's last_seq is compared and moved under its lock
    "WITH moved AS (UPDATE anamnesis.session SET dialog = $2, locale = $3, old_secret_hash = $5, wrapped_key = $6, "
    "created_at = $7, expires_at = $8, last_seq = $9 "
    "WHERE id = $1 AND secret_hash = $4 AND last_seq = $9::integer - 1 AND wrapped_key IS NOT NULL "
    "AND NOT EXISTS (SELECT FROM anamnesis.turn WHERE session = $1 AND message_id = $10) RETURNING id) "
    "INSERT INTO anamnesis.turn SELECT id, $9::integer, $10::bytea, $11::text, $12::text, $13::bytea FROM moved",
    // update
    "UPDATE anamnesis.session SET dialog = $2, locale = $3, secret_hash = $4, old_secret_hash = $5, "
    "wrapped_key = $6, created_at = $7 WHERE id = $1 AND wrapped_key IS NOT NULL",
    // forget_key
    "UPDATE anamnesis.session SET wrapped_key = NULL WHERE id = $1",
    // forget_expired
    "UPDATE anamnesis.session SET wrapped_key = NULL WHERE expires_at <= $1 AND wrapped_key IS NOT NULL",
    // sweep
    "WITH gone AS (DELETE FROM anamnesis.session WHERE wrapped_key IS NULL RETURNING id), "
    "contacts AS (DELETE FROM anamnesis.contact c USING gone WHERE c.session = gone.id) "
    "DELETE FROM anamnesis.turn t USING gone WHERE t.session = gone.id",
    // put_contact
    "INSERT INTO anamnesis.contact SELECT $1::text, id, $3::bytea FROM anamnesis.session "
    "WHERE id = $2 AND wrapped_key IS NOT NULL FOR SHARE "
    "ON CONFLICT (hash) DO UPDATE SET session = excluded.session, address = excluded.address",
    // find_contact
    "SELECT s.id, c.address FROM anamnesis.contact c JOIN anamnesis.session s ON s.id = c.session "
    "WHERE c.hash = $1 AND s.wrapped_key IS NOT NULL",
    // probe
    "INSERT INTO anamnesis.probe VALUES (1, 1) ON CONFLICT (number) DO UPDATE SET times = probe.times + 1 "
    "RETURNING current_setting('fsync'), current_setting('synchronous_standby_names')",
};

inline std::string name_of(Sql sql) { return "anamnesis_" + std::to_string(static_cast<int>(sql)); }

}  // namespace anamnesis::postgresql
