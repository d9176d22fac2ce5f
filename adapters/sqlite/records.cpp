#include "sqlite/records.hpp"

#include <utility>

namespace anamnesis::sqlite {
namespace {

const Error kConflict{Errc::conflict, "another turn came first"};
const Error kNoSession{Errc::not_found, "no such session"};

/// Whether a turn changes more of its session than when it expires, which stands with the turn.
bool is_changed(const SessionRow& stored, SessionRow session) {
    if (session.expires_at < stored.expires_at) return true;
    session.expires_at = stored.expires_at;
    return session != stored;
}

}  // namespace

Result<Records> Records::prepare(sqlite3* database) {
    Records all(database);
    const std::pair<Statement*, const char*> table[] = {
        {&all.find_,
         "SELECT number, id, dialog, locale, secret_hash, old_secret_hash, wrapped_key, created_at, expires_at, "
         "wrapped_key IS NULL, coalesce((SELECT max(seq) FROM turn WHERE session = number), 1) "
         "FROM session WHERE id = ?1"},
        {&all.load_turns_,
         "SELECT seq, message_id, request_hash, script, acts, expires_at FROM turn WHERE session = ?1 ORDER BY seq"},
        {&all.add_session_, "INSERT INTO session VALUES (NULL, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"},
        {&all.put_session_,
         "UPDATE session SET dialog = ?2, locale = ?3, secret_hash = ?4, old_secret_hash = ?5, wrapped_key = ?6, "
         "created_at = ?7, expires_at = ?8 WHERE number = ?1"},
        {&all.add_turn_, "INSERT INTO turn VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"},
        {&all.forget_key_, "UPDATE session SET wrapped_key = NULL WHERE id = ?1"},
        {&all.put_off_,
         "UPDATE session SET expires_at = (SELECT expires_at FROM turn WHERE session = number ORDER BY seq DESC "
         "LIMIT 1) WHERE expires_at <= ?1 AND wrapped_key IS NOT NULL"},
        {&all.forget_expired_,
         "UPDATE session SET wrapped_key = NULL WHERE expires_at <= ?1 AND wrapped_key IS NOT NULL"},
        {&all.sweep_, "DELETE FROM session WHERE wrapped_key IS NULL"},
        {&all.put_contact_,
         "INSERT INTO contact VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET session = ?2, address = ?3"},
        {&all.find_contact_,
         "SELECT s.id, c.address FROM contact c JOIN session s ON s.number = c.session "
         "WHERE c.hash = ?1 AND s.wrapped_key IS NOT NULL"},
        {&all.probe_, "INSERT INTO probe VALUES (1, 1) ON CONFLICT DO UPDATE SET times = times + 1"},
    };
    for (const auto& [statement, sql] : table) {
        Result<Statement> prepared = Statement::prepare(database, sql);
        if (!prepared) return prepared.error();
        *statement = std::move(*prepared);
    }
    return all;
}

Result<std::optional<Records::Place>> Records::find(const std::string& id) {
    const Result<bool> found = find_.bind(id).step();
    if (!found) return found.error();
    std::optional<Place> place;
    if (*found) {
        const Statement& row = find_;
        place = Place{row.integer(0),
                      {row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.bytes(6), row.integer(7),
                       row.integer(8)},
                      row.integer(10),
                      row.integer(9) != 0};
    }
    find_.reset();
    return place;
}

Result<std::optional<StoredSession>> Records::load(const std::string& id) {
    Result<std::optional<Place>> place = find(id);
    if (!place) return place.error();
    if (!*place || (*place)->is_erased) return std::optional<StoredSession>{};
    StoredSession stored{std::move((*place)->row), {}};
    const Statement& row = load_turns_.bind((*place)->number);
    Result<bool> found = load_turns_.step();
    for (; found && *found; found = load_turns_.step()) {
        stored.turns.push_back({static_cast<int>(row.integer(0)), row.text(1), row.text(2), row.text(3), row.bytes(4)});
        stored.session.expires_at = row.integer(5);
    }
    load_turns_.reset();
    if (!found) return found.error();
    return std::optional(std::move(stored));
}

/// A turn must be the next one, from the socket that was given the newest secret.
Result<bool> Records::append(const SessionRow& session, const TurnRow& turn) {
    const Result<std::optional<Place>> found = find(session.id);
    if (!found) return found.error();
    const std::int64_t last_seq = *found ? (*found)->last_seq : 1;
    if (turn.seq != last_seq + 1) return kConflict;
    if (!*found) {
        const Result<std::int64_t> number = add_session(session);
        return number ? add_turn(*number, session, turn) : Result<bool>(number.error());
    }
    const Place& place = **found;
    if (place.is_erased || place.row.secret_hash != session.secret_hash) return kConflict;
    const Result<bool> added = add_turn(place.number, session, turn);
    if (!added || !is_changed(place.row, session)) return added;
    return put_session(place.number, session);
}

Result<std::int64_t> Records::add_session(const SessionRow& session) {
    add_session_.bind(session.id, session.dialog, session.locale, session.secret_hash, session.old_secret_hash,
                      Blob{session.wrapped_key}, session.created_at, session.expires_at);
    const Result<bool> added = add_session_.run();
    if (!added) return added.error();
    return sqlite3_last_insert_rowid(database_);
}

Result<bool> Records::add_turn(std::int64_t number, const SessionRow& session, const TurnRow& turn) {
    const std::int64_t seq = turn.seq;
    add_turn_.bind(number, seq, turn.message_id, turn.request_hash, turn.script, Blob{turn.acts}, session.expires_at);
    return add_turn_.run();
}

Result<bool> Records::put_session(std::int64_t number, const SessionRow& session) {
    put_session_.bind(number, session.dialog, session.locale, session.secret_hash, session.old_secret_hash,
                      Blob{session.wrapped_key}, session.created_at, session.expires_at);
    return put_session_.run();
}

Result<bool> Records::update(const SessionRow& session) {
    const Result<std::optional<Place>> found = find(session.id);
    if (!found) return found.error();
    if (!*found || (*found)->is_erased) return kNoSession;
    SessionRow row = session;
    row.expires_at = (*found)->row.expires_at;
    return put_session((*found)->number, row);
}

Result<bool> Records::forget_key(const std::string& id) { return forget_key_.bind(id).run(); }

Result<int> Records::forget_expired_keys(Instant now) {
    const Result<bool> put_off = put_off_.bind(now).run();
    if (!put_off) return put_off.error();
    const Result<bool> forgotten = forget_expired_.bind(now).run();
    if (!forgotten) return forgotten.error();
    return sqlite3_changes(database_);
}

Result<bool> Records::sweep() { return sweep_.bind().run(); }

Result<bool> Records::put_contact(const std::string& hash, const Contact& contact) {
    const Result<std::optional<Place>> found = find(contact.session);
    if (!found) return found.error();
    if (!*found || (*found)->is_erased) return kNoSession;
    return put_contact_.bind(hash, (*found)->number, Blob{contact.address}).run();
}

Result<std::optional<Contact>> Records::find_contact(const std::string& hash) {
    const Result<bool> found = find_contact_.bind(hash).step();
    if (!found) return found.error();
    std::optional<Contact> contact;
    if (*found) contact = Contact{find_contact_.text(0), find_contact_.bytes(1)};
    find_contact_.reset();
    return contact;
}

Result<bool> Records::probe() { return probe_.bind().run(); }

}  // namespace anamnesis::sqlite
