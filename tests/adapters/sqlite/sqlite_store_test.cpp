#include "sqlite/sqlite_store.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../store_conformance.hpp"

using namespace anamnesis;
using conformance::session_row;
using conformance::Store;
using conformance::turn_row;

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
