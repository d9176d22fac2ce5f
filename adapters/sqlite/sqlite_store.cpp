#include "sqlite/sqlite_store.hpp"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sqlite/database.hpp"
#include "sqlite/records.hpp"
#include "sqlite/schema.hpp"

namespace anamnesis {
namespace {

constexpr int kBusyTimeoutMs = 2000;

constexpr const char* kSettings = R"(
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA foreign_keys = ON;
PRAGMA secure_delete = ON;
)";

class SqliteStore final : public SessionStore {
public:
    SqliteStore(sqlite::Database database, sqlite::Records records)
        : database_(std::move(database)), records_(std::move(records)) {}

    void load(const std::string& id, Done<std::optional<StoredSession>> done) override {
        done(in_transaction<std::optional<StoredSession>>("BEGIN", [&] { return records_.load(id); }));
    }

    void append(const SessionRow& session, const TurnRow& turn, Done<bool> done) override {
        done(write<bool>([&] { return records_.append(session, turn); }));
    }

    void update(const SessionRow& session, Done<bool> done) override {
        done(write<bool>([&] { return records_.update(session); }));
    }

    void erase(const std::string& id, Done<bool> done) override {
        Result<bool> forgotten = write<bool>([&] { return records_.forget_key(id); });
        if (forgotten) forgotten = sweep();
        done(forgotten);
    }

    void purge(Instant now, Done<int> done) override {
        const Result<int> forgotten = write<int>([&] { return records_.forget_expired_keys(now); });
        if (!forgotten) return done(forgotten);
        const Result<bool> swept = sweep();
        done(swept ? forgotten : Result<int>(swept.error()));
    }

    void put_contact(const std::string& hash, const Contact& contact, Done<bool> done) override {
        done(write<bool>([&] { return records_.put_contact(hash, contact); }));
    }

    void find_contact(const std::string& hash, Done<std::optional<Contact>> done) override {
        done(in_transaction<std::optional<Contact>>("BEGIN", [&] { return records_.find_contact(hash); }));
    }

    void probe(Done<std::string> done) override {
        const Result<bool> written = write<bool>([&] { return records_.probe(); });
        done(written ? Result<std::string>(std::string()) : Result<std::string>(written.error()));
    }

private:
    template <class T, class Work>
    Result<T> write(const Work& work) {
        return in_transaction<T>("BEGIN IMMEDIATE", work);
    }

    template <class T, class Work>
    Result<T> in_transaction(const char* begin, const Work& work) {
        const Result<bool> in_place = check_place();
        if (!in_place) return in_place.error();
        const Result<bool> begun = sqlite::execute(database_.get(), begin);
        if (!begun) return begun.error();
        Result<T> result = work();
        const Result<bool> ended = result ? sqlite::execute(database_.get(), "COMMIT") : Result<bool>(result.error());
        if (!ended) sqlite3_exec(database_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
        return ended ? result : Result<T>(ended.error());
    }

    /// A file that was removed or replaced takes writes all the same, and loses them at the next start.
    Result<bool> check_place() {
        int has_moved = 0;
        sqlite3_file_control(database_.get(), "main", SQLITE_FCNTL_HAS_MOVED, &has_moved);
        if (has_moved != 0) return Error{Errc::unavailable, "the store's file is gone"};
        return true;
    }

    /// What was erased must not live on in the log. A reader may hold the log open: the next one tries again.
    Result<bool> sweep() {
        const Result<bool> swept = write<bool>([&] { return records_.sweep(); });
        if (swept) sqlite3_wal_checkpoint_v2(database_.get(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
        return swept;
    }

    sqlite::Database database_;
    sqlite::Records records_;
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
    Result<sqlite::Records> records = sqlite::Records::prepare(raw);
    if (!records) return records.error();
    return std::unique_ptr<SessionStore>(std::make_unique<SqliteStore>(std::move(database), std::move(*records)));
}

}  // namespace anamnesis
