#include "sqlite/sqlite_store.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sqlite/database.hpp"
#include "sqlite/schema.hpp"

namespace anamnesis {
namespace {

using sqlite::Statement;

constexpr int kBusyTimeoutMs = 2000;

constexpr const char* kSettings = R"(
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA foreign_keys = ON;
PRAGMA secure_delete = ON;
)";

struct Statements {
    Statement begin_read, begin_write, commit, rollback;
    Statement load_session, load_turns;
    Statement last_seq, put_session, add_turn, update_session;
    Statement erase_session, purge_sessions;
};

Result<Statements> prepare_all(sqlite3* database) {
    Statements all;
    const std::pair<Statement*, const char*> table[] = {
        {&all.begin_read, "BEGIN"},
        {&all.begin_write, "BEGIN IMMEDIATE"},
        {&all.commit, "COMMIT"},
        {&all.rollback, "ROLLBACK"},
        {&all.load_session,
         "SELECT id, dialog, locale, script, secret_hash, old_secret_hash, created_at, "
         "last_turn_at FROM session WHERE id = ?1"},
        {&all.load_turns, "SELECT seq, message_id, request_hash, acts FROM turn WHERE session = ?1 ORDER BY seq"},
        {&all.last_seq,
         "SELECT s.secret_hash, (SELECT max(t.seq) FROM turn t WHERE t.session = s.id) "
         "FROM session s WHERE s.id = ?1"},
        {&all.put_session,
         "INSERT INTO session VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) "
         "ON CONFLICT (id) DO UPDATE SET dialog = ?2, locale = ?3, script = ?4, secret_hash = ?5, "
         "old_secret_hash = ?6, created_at = ?7, last_turn_at = ?8"},
        {&all.add_turn, "INSERT INTO turn VALUES (?1, ?2, ?3, ?4, ?5)"},
        {&all.update_session,
         "UPDATE session SET dialog = ?2, locale = ?3, script = ?4, secret_hash = ?5, "
         "old_secret_hash = ?6, created_at = ?7, last_turn_at = ?8 WHERE id = ?1"},
        {&all.erase_session, "DELETE FROM session WHERE id = ?1"},
        {&all.purge_sessions, "DELETE FROM session WHERE last_turn_at < ?1"},
    };
    for (const auto& [statement, sql] : table) {
        Result<Statement> prepared = Statement::prepare(database, sql);
        if (!prepared) return prepared.error();
        *statement = std::move(*prepared);
    }
    return all;
}

void bind_session(Statement& statement, const SessionRow& row) {
    statement.bind(row.id, row.dialog, row.locale, row.script, row.secret_hash, row.old_secret_hash, row.created_at,
                   row.last_turn_at);
}

SessionRow read_session(const Statement& row) {
    return {row.text(0), row.text(1), row.text(2),    row.text(3),
            row.text(4), row.text(5), row.integer(6), row.integer(7)};
}

TurnRow read_turn(const Statement& row) {
    return {static_cast<int>(row.integer(0)), row.text(1), row.text(2), row.text(3)};
}

class SqliteStore final : public SessionStore {
public:
    SqliteStore(sqlite::Database database, Statements statements)
        : database_(std::move(database)), sql_(std::move(statements)) {}

    void load(const std::string& id, Done<std::optional<StoredSession>> done) override { done(load_now(id)); }

    void append(const SessionRow& session, const TurnRow& turn, Done<bool> done) override {
        done(in_transaction(sql_.begin_write, [&] { return append_now(session, turn); }));
    }

    void update(const SessionRow& session, Done<bool> done) override { done(update_now(session)); }

    void erase(const std::string& id, Done<bool> done) override {
        const Result<bool> in_place = check_place();
        if (!in_place) return done(in_place);
        const Result<bool> erased = sql_.erase_session.bind(id).run();
        if (erased) clear_log();
        done(erased);
    }

    void purge(Instant before, Done<int> done) override {
        const Result<bool> in_place = check_place();
        if (!in_place) return done(in_place.error());
        const Result<bool> purged = sql_.purge_sessions.bind(before).run();
        if (!purged) return done(purged.error());
        const int count = sqlite3_changes(database_.get());
        if (count > 0 || log_holds_erased_) clear_log();
        done(count);
    }

private:
    /// Both reads see one moment: a turn may come in from another process between them.
    Result<std::optional<StoredSession>> load_now(const std::string& id) {
        std::optional<StoredSession> stored;
        const auto read_both = [&] { return read_into(stored, id); };
        const Result<bool> read = in_transaction(sql_.begin_read, read_both);
        if (!read) return read.error();
        return stored;
    }

    Result<bool> read_into(std::optional<StoredSession>& stored, const std::string& id) {
        const Result<bool> found = sql_.load_session.bind(id).step();
        if (!found || !*found) return found;
        stored.emplace().session = read_session(sql_.load_session);
        sql_.load_session.reset();
        sql_.load_turns.bind(id);
        Result<bool> row = sql_.load_turns.step();
        for (; row && *row; row = sql_.load_turns.step()) stored->turns.push_back(read_turn(sql_.load_turns));
        sql_.load_turns.reset();
        return row;
    }

    Result<bool> append_now(const SessionRow& session, const TurnRow& turn) {
        const Result<bool> allowed = check_next(session, turn.seq);
        if (!allowed) return allowed;
        bind_session(sql_.put_session, session);
        const Result<bool> put = sql_.put_session.run();
        if (!put) return put;
        const std::int64_t seq = turn.seq;
        sql_.add_turn.bind(session.id, seq, turn.message_id, turn.request_hash, turn.acts);
        return sql_.add_turn.run();
    }

    /// A turn must be the next one, from the socket that was given the newest secret.
    Result<bool> check_next(const SessionRow& session, int seq) {
        const Result<bool> found = sql_.last_seq.bind(session.id).step();
        if (!found) return found;
        const bool is_newest = !*found || sql_.last_seq.text(0) == session.secret_hash;
        const std::int64_t last = *found ? std::max<std::int64_t>(sql_.last_seq.integer(1), 1) : 1;
        sql_.last_seq.reset();
        if (!is_newest || seq != last + 1) return Error{Errc::conflict, "another turn came first"};
        return true;
    }

    Result<bool> update_now(const SessionRow& session) {
        const Result<bool> in_place = check_place();
        if (!in_place) return in_place;
        bind_session(sql_.update_session, session);
        const Result<bool> updated = sql_.update_session.run();
        if (!updated) return updated;
        if (sqlite3_changes(database_.get()) == 0) return Error{Errc::not_found, "no such session"};
        return true;
    }

    template <class Work>
    Result<bool> in_transaction(Statement& begin, const Work& work) {
        const Result<bool> in_place = check_place();
        if (!in_place) return in_place;
        const Result<bool> begun = begin.bind().run();
        if (!begun) return begun;
        Result<bool> result = work();
        if (result) result = sql_.commit.bind().run();
        // A failed COMMIT leaves the transaction open. Where SQLite rolled back itself, this may fail.
        if (!result) static_cast<void>(sql_.rollback.bind().run().has_value());
        return result;
    }

    /// A file that was removed or replaced takes writes all the same, and loses them at the next start.
    Result<bool> check_place() {
        int has_moved = 0;
        sqlite3_file_control(database_.get(), "main", SQLITE_FCNTL_HAS_MOVED, &has_moved);
        if (has_moved != 0) return Error{Errc::unavailable, "the store's file is gone"};
        return true;
    }

    /// What was erased must not live on in the log. A reader may hold the log open: the next purge
    /// tries again.
    void clear_log() {
        const int code =
            sqlite3_wal_checkpoint_v2(database_.get(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
        log_holds_erased_ = code != SQLITE_OK;
    }

    sqlite::Database database_;
    Statements sql_;
    bool log_holds_erased_ = false;
};

/// SQLite gives its side files the mode of the main one, so that is made first, for its owner only.
Result<bool> make_private(const std::string& path) {
    const int file = ::open(path.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file >= 0) {
        ::close(file);
        return true;
    }
    if (errno == EEXIST && ::chmod(path.c_str(), S_IRUSR | S_IWUSR) == 0) return true;
    return Error{Errc::unavailable, path + ": " + std::strerror(errno)};
}

}  // namespace

Result<std::unique_ptr<SessionStore>> open_sqlite(const std::string& path) {
    if (path.empty()) return Error{Errc::bad_input, "the store needs a file name"};
    // With a directory in front no name is special to SQLite (":memory:", "file:").
    const std::string file = path.front() == '/' ? path : "./" + path;
    const Result<bool> is_private = make_private(file);
    if (!is_private) return is_private.error();

    sqlite3* raw = nullptr;
    const int opened = sqlite3_open_v2(file.c_str(), &raw, SQLITE_OPEN_READWRITE, nullptr);
    sqlite::Database database(raw);
    if (opened != SQLITE_OK) return sqlite::last_error(raw);
    sqlite3_busy_timeout(raw, kBusyTimeoutMs);
    const Result<bool> set = sqlite::execute(raw, kSettings);
    if (!set) return set.error();
    const Result<bool> migrated = sqlite::migrate(raw);
    if (!migrated) return migrated.error();
    Result<Statements> statements = prepare_all(raw);
    if (!statements) return statements.error();
    return std::unique_ptr<SessionStore>(std::make_unique<SqliteStore>(std::move(database), std::move(*statements)));
}

}  // namespace anamnesis
