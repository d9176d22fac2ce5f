#include "sqlite/sqlite_store.hpp"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../store_conformance.hpp"
#include "host/inbox.hpp"
#include "faulty_disk.hpp"

using namespace anamnesis;
using conformance::session_row;
using conformance::Store;
using conformance::turn_row;
using tests::FaultyDisk;

namespace {

namespace fs = std::filesystem;

/// A folder of its own for each test.
class TempFolder {
public:
    TempFolder() {
        std::string name = (fs::temp_directory_path() / "anamnesis-sqlite-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path_ = name;
    }
    ~TempFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;

    std::string file() const { return (path_ / "sessions.db").string(); }

private:
    fs::path path_;
};

Store open(const TempFolder& folder) {
    Result<std::unique_ptr<SessionStore>> store = open_sqlite(folder.file());
    REQUIRE(store);
    return Store({std::move(*store)});
}

/// Runs SQL on the file from outside the store.
void run_sql(const TempFolder& folder, const char* sql) {
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(folder.file().c_str(), &database) == SQLITE_OK);
    CHECK(sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(database);
}

std::string bytes_of(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

unsigned mode_of(const std::string& path) {
    struct stat status {};
    REQUIRE(::stat(path.c_str(), &status) == 0);
    return status.st_mode & 0777u;
}

}  // namespace

TEST_CASE("The SQLite store does what every store does") {
    const TempFolder folder;
    conformance::check_store([&] {
        Result<std::unique_ptr<SessionStore>> store = open_sqlite(folder.file());
        REQUIRE(store);
        return conformance::StoreUnderTest{std::move(*store)};
    });
}

TEST_CASE("What was stored is there after the store is opened again") {
    const TempFolder folder;
    REQUIRE(open(folder).append(session_row("a"), turn_row(2)));
    CHECK(**open(folder).load("a") == StoredSession{session_row("a"), {turn_row(2)}});
}

TEST_CASE("Two stores on one file see each other's turns, and only one takes a seq") {
    const TempFolder folder;
    Store one = open(folder), two = open(folder);
    REQUIRE(one.append(session_row("a"), turn_row(2)));
    TurnRow other = turn_row(2);
    other.message_id = "another";
    CHECK(conformance::is_error(two.append(session_row("a"), other), Errc::conflict));
    CHECK(two.append(session_row("a"), turn_row(3)));
    CHECK((**one.load("a")).turns.size() == 2);
}

TEST_CASE("Only the owner can read the file and its log, whatever the umask") {
    const TempFolder folder;
    const mode_t before = ::umask(0);
    Store store = open(folder);
    REQUIRE(store.append(session_row("a"), turn_row(2)));
    ::umask(before);
    CHECK(mode_of(folder.file()) == 0600);
    CHECK(mode_of(folder.file() + "-wal") == 0600);

    ::chmod(folder.file().c_str(), 0644);
    open(folder);
    CHECK(mode_of(folder.file()) == 0600);
}

TEST_CASE("Erased rows are gone from the bytes of the file and of its log") {
    const TempFolder folder;
    Store store = open(folder);
    SessionRow row = session_row("a");
    row.secret_hash = "a mark to look for";
    const auto is_in_bytes = [&] {
        const std::string all = bytes_of(folder.file()) + bytes_of(folder.file() + "-wal");
        return all.find(row.secret_hash) != std::string::npos;
    };
    REQUIRE(store.append(row, turn_row(2)));
    REQUIRE(is_in_bytes());
    SECTION("by erase") { REQUIRE(store.erase("a")); }
    SECTION("by purge") { REQUIRE(*store.purge(row.expires_at) == 1); }
    CHECK_FALSE(is_in_bytes());
}

TEST_CASE("What cannot be opened is a Result, never an exception") {
    const TempFolder folder;
    SECTION("no name") { CHECK(conformance::is_error(open_sqlite(""), Errc::bad_input)); }
    SECTION("a folder that is not there") {
        CHECK(conformance::is_error(open_sqlite(folder.file() + "/no/db"), Errc::unavailable));
    }
    SECTION("another kind of file") {
        std::ofstream(folder.file()) << std::string(4096, 'x');
        CHECK(conformance::is_error(open_sqlite(folder.file()), Errc::unavailable));
    }
    SECTION("a file of a newer version is left alone") {
        run_sql(folder, "PRAGMA user_version = 3");
        CHECK(conformance::is_error(open_sqlite(folder.file()), Errc::bad_input));
    }
}

TEST_CASE("A file that was spoilt on the disk is unavailable, never answered from") {
    const TempFolder folder;
    REQUIRE(open(folder).append(session_row("a"), turn_row(2)));
    open(folder);  // its log is in the file now
    std::fstream file(folder.file(), std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(4096);
    file << std::string(fs::file_size(folder.file()) - 4096, '\xEE');
    file.close();
    Result<std::unique_ptr<SessionStore>> opened = open_sqlite(folder.file());
    if (!opened) {
        CHECK(opened.error().code == Errc::unavailable);
        return;
    }
    Store spoilt({std::move(*opened)});
    CHECK(conformance::is_error(spoilt.load("a"), Errc::unavailable));
    CHECK(conformance::is_error(spoilt.append(session_row("b"), turn_row(2)), Errc::unavailable));
}

TEST_CASE("A store whose tables are lost says unavailable, each time") {
    const TempFolder folder;
    Store store = open(folder);
    REQUIRE(store.append(session_row("a"), turn_row(2)));
    run_sql(folder, "DROP TABLE turn; DROP TABLE session;");
    CHECK(conformance::is_error(store.load("a"), Errc::unavailable));
    CHECK(conformance::is_error(store.append(session_row("a"), turn_row(3)), Errc::unavailable));
    CHECK(conformance::is_error(store.update(session_row("a")), Errc::unavailable));
    CHECK(conformance::is_error(store.erase("a"), Errc::unavailable));
    CHECK(conformance::is_error(store.purge(9999), Errc::unavailable));
}

TEST_CASE("A file that someone else holds is unavailable after a while, then fine again") {
    const TempFolder folder;
    Store store = open(folder);
    sqlite3* other = nullptr;
    REQUIRE(sqlite3_open(folder.file().c_str(), &other) == SQLITE_OK);
    REQUIRE(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) == SQLITE_OK);
    CHECK(conformance::is_error(store.append(session_row("a"), turn_row(2)), Errc::unavailable));
    CHECK_FALSE(store.has("a"));  // reading does not wait for a writer
    REQUIRE(sqlite3_exec(other, "COMMIT", nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(other);
    CHECK(store.append(session_row("a"), turn_row(2)));
}

TEST_CASE("Turns that go together wait once for a file that someone else holds") {
    const TempFolder folder;
    Inbox inbox;
    const auto store = *open_sqlite(folder.file(), {inbox.post()});
    sqlite3* other = nullptr;
    REQUIRE(sqlite3_open(folder.file().c_str(), &other) == SQLITE_OK);
    REQUIRE(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) == SQLITE_OK);
    int failed = 0;
    const auto begun = std::chrono::steady_clock::now();
    for (int i = 0; i < 20; ++i)
        store->append(session_row("session " + std::to_string(i)), turn_row(2),
                      [&failed](const Result<bool>& done) { failed += done ? 0 : 1; });
    while (failed < 20) inbox.run_one();
    CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(10));  // one by one: 40
    sqlite3_close(other);
}

TEST_CASE("A file that was removed or replaced is unavailable: what it takes would be lost") {
    const TempFolder folder;
    Store store = open(folder);
    REQUIRE(store.append(session_row("a"), turn_row(2)));
    fs::rename(folder.file(), folder.file() + ".old");
    SECTION("removed") {}
    SECTION("replaced") { std::ofstream(folder.file()) << ""; }
    CHECK(conformance::is_error(store.append(session_row("a"), turn_row(3)), Errc::unavailable));
    CHECK(conformance::is_error(store.load("a"), Errc::unavailable));
    CHECK(conformance::is_error(store.update(session_row("a")), Errc::unavailable));
    CHECK(conformance::is_error(store.erase("a"), Errc::unavailable));
    CHECK(conformance::is_error(store.purge(9999), Errc::unavailable));
    fs::rename(folder.file() + ".old", folder.file());
    CHECK(store.append(session_row("a"), turn_row(3)));
}

TEST_CASE("A log that a reader held open when a session was erased is cleared by the next purge") {
    const TempFolder folder;
    Store store = open(folder);
    TurnRow turn = turn_row(2);
    turn.message_id = "zanzibar";
    REQUIRE(store.append(session_row("a"), turn));
    sqlite3* reader = nullptr;
    REQUIRE(sqlite3_open(folder.file().c_str(), &reader) == SQLITE_OK);
    REQUIRE(sqlite3_exec(reader, "BEGIN; SELECT * FROM turn", nullptr, nullptr, nullptr) == SQLITE_OK);
    CHECK(store.erase("a"));
    sqlite3_close(reader);
    CHECK(store.purge(0));
    CHECK(bytes_of(folder.file() + "-wal").find("zanzibar") == std::string::npos);
    CHECK(bytes_of(folder.file()).find("zanzibar") == std::string::npos);
}

TEST_CASE("The SQLite store does the same where its answers are posted") {
    const TempFolder folder;
    Inbox inbox;
    conformance::check_store([&] {
        Result<std::unique_ptr<SessionStore>> store = open_sqlite(folder.file(), {inbox.post()});
        REQUIRE(store);
        return conformance::StoreUnderTest{std::move(*store), [&] { inbox.run_one(); }};
    });
}

TEST_CASE("Of turns that go together one that cannot be stored fails alone") {
    const TempFolder folder;
    REQUIRE(open(folder).append(session_row("a"), turn_row(2)));
    run_sql(folder,
            "CREATE TRIGGER planted BEFORE INSERT ON turn WHEN NEW.message_id = 'bad' "
            "BEGIN SELECT abs(-9223372036854775808); END");
    Inbox inbox;
    const auto store = *open_sqlite(folder.file(), {inbox.post()});
    std::vector<std::string> failed;
    for (int i = 0; i < 20; ++i) {
        const std::string id = "session " + std::to_string(i);
        TurnRow turn = turn_row(2);
        if (i == 13) turn.message_id = "bad";
        store->append(session_row(id), turn, [&failed, id](const Result<bool>& done) {
            if (!done) failed.push_back(id);
        });
    }
    bool is_over = false;
    store->purge(0, [&](const Result<int>&) { is_over = true; });
    while (!is_over) inbox.run_one();
    CHECK(failed == std::vector<std::string>{"session 13"});
    run_sql(folder, "DROP TRIGGER planted");
    Store after = open(folder);
    for (int i = 0; i < 20; ++i) CHECK(after.has("session " + std::to_string(i)) == (i != 13));
}

TEST_CASE("A disk that is full is unavailable; nothing is lost, and with room again it goes on") {
    FaultyDisk::install();
    const TempFolder folder;
    Store store = open(folder);
    REQUIRE(store.append(session_row("a"), turn_row(2)));
    FaultyDisk::is_full = true;
    const Result<bool> refused = store.append(session_row("a"), turn_row(3));
    FaultyDisk::is_full = false;
    CHECK(conformance::is_error(refused, Errc::unavailable));
    CHECK(refused.error().message == "SQLite: database or disk is full");
    CHECK((**store.load("a")).turns.size() == 1);
    CHECK(store.append(session_row("a"), turn_row(3)));
    CHECK((**open(folder).load("a")).turns.size() == 2);
}

TEST_CASE("After an fsync that failed nothing is taken until the store is opened again") {
    FaultyDisk::install();
    const TempFolder folder;
    {
        Store store = open(folder);
        REQUIRE(store.append(session_row("a"), turn_row(2)));
        FaultyDisk::fails_to_sync = true;
        const Result<bool> first = store.append(session_row("a"), turn_row(3));
        FaultyDisk::fails_to_sync = false;
        CHECK(conformance::is_error(first, Errc::unavailable));
        const Result<bool> later = store.append(session_row("b"), turn_row(2));
        CHECK(conformance::is_error(later, Errc::unavailable));
        CHECK(later.error().message.find("until") != std::string::npos);
        CHECK(conformance::is_error(store.probe(), Errc::unavailable));
        CHECK(store.has("a"));  // what is there can still be read
    }
    Store again = open(folder);
    CHECK(again.has("a"));
    CHECK(again.append(session_row("b"), turn_row(2)));
}

TEST_CASE("An erasure that was cut off is none that can be read, and the next purge ends it") {
    const TempFolder folder;
    Store store = open(folder);
    REQUIRE(store.append(session_row("a"), turn_row(2)));
    REQUIRE(store.put_contact("hash", {"a", "address"}));
    run_sql(folder, "UPDATE session SET wrapped_key = NULL");
    CHECK_FALSE(store.has("a"));
    CHECK(*store.find_contact("hash") == std::nullopt);
    CHECK(conformance::is_error(store.append(session_row("a"), turn_row(3)), Errc::conflict));
    CHECK(conformance::is_error(store.update(session_row("a")), Errc::not_found));
    CHECK(conformance::is_error(store.put_contact("hash", {"a", "address"}), Errc::not_found));
    REQUIRE(store.purge(0));
    CHECK(bytes_of(folder.file()).find("message 2") == std::string::npos);
    CHECK(store.append(session_row("a"), turn_row(2)));
}

TEST_CASE("A file of the first version is brought up to date, and what it had in the clear is gone") {
    const TempFolder folder;
    run_sql(folder, R"(
        CREATE TABLE session (id TEXT PRIMARY KEY, dialog TEXT NOT NULL, locale TEXT NOT NULL, script TEXT NOT NULL,
          secret_hash TEXT NOT NULL, old_secret_hash TEXT NOT NULL, created_at INTEGER NOT NULL,
          last_turn_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE INDEX session_last_turn_at ON session (last_turn_at);
        CREATE TABLE turn (session TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE, seq INTEGER NOT NULL,
          message_id TEXT NOT NULL, request_hash TEXT NOT NULL, acts TEXT NOT NULL, PRIMARY KEY (session, seq),
          UNIQUE (session, message_id)) STRICT, WITHOUT ROWID;
        INSERT INTO session VALUES ('a', 'tiny', 'en-GB', 'tiny@1.0.0#0123', 'newest hash', '', 1000, 2000),
                                   ('b', 'tiny', 'en-GB', 'tiny@1.0.0#0123', 'newest hash', '', 1000, 3000);
        INSERT INTO turn VALUES ('a', 2, 'message 2', 'request hash 1', 'acts'), ('b', 2, 'message 2', 'request hash 1', 'acts'),
                                ('a', 3, 'message 3', 'request hash 1', 'acts');
        PRAGMA user_version = 1)");
    Store store = open(folder);
    CHECK_FALSE(store.has("a"));
    CHECK(store.append(session_row("a"), turn_row(2)));
    CHECK(bytes_of(folder.file()).find("request hash 1") == std::string::npos);
}

TEST_CASE("Many turns are copied from the log into the file while more come in") {
    const TempFolder folder;
    Store store = open(folder);
    TurnRow large = turn_row(2);
    large.acts.assign(1024 * 1024, 'a');
    for (int i = 0; i < 12; ++i) REQUIRE(store.append(session_row("session " + std::to_string(i)), large));
    // 12 MiB is more than kCheckpointPages; the copying is beside the commits, so it is waited for.
    const auto is_copied = [&] { return fs::file_size(folder.file()) > 8 * large.acts.size(); };
    for (int i = 0; i < 500 && !is_copied(); ++i) ::usleep(10'000);
    CHECK(is_copied());
}
