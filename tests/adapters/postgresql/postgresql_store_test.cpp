/// Run by postgresql_test.py, which starts a server and names it in ANAMNESIS_POSTGRESQL.

#include "postgresql/postgresql_store.hpp"

#include <cstdlib>

#include <libpq-fe.h>

#include "../store_conformance.hpp"
#include "host/inbox.hpp"

using namespace anamnesis;
using conformance::session_row;
using conformance::Store;
using conformance::turn_row;

namespace {

std::string uri() {
    const char* const named = std::getenv("ANAMNESIS_POSTGRESQL");
    REQUIRE(named);
    return named;
}

/// Runs SQL beside the store; gives the first value, if any.
std::string run_sql(const char* sql) {
    PGconn* const connection = PQconnectdb(uri().c_str());
    PQsetNoticeProcessor(connection, [](void*, const char*) {}, nullptr);
    PGresult* const result = PQexec(connection, sql);
    INFO(PQerrorMessage(connection));
    const ExecStatusType status = PQresultStatus(result);
    CHECK((status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK));
    const std::string value = PQntuples(result) > 0 ? PQgetvalue(result, 0, 0) : "";
    PQclear(result);
    PQfinish(connection);
    return value;
}

std::unique_ptr<SessionStore> open_store(Post post = {}) {
    Result<std::unique_ptr<SessionStore>> store = open_postgresql(uri(), std::move(post));
    if (!store) FAIL(store.error().message);
    return std::move(*store);
}

std::unique_ptr<SessionStore> open_empty(Post post = {}) {
    run_sql("DROP SCHEMA IF EXISTS anamnesis CASCADE");
    return open_store(std::move(post));
}

void break_connections() {
    run_sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'anamnesis'");
}

}  // namespace

TEST_CASE("The PostgreSQL store does what every store does") {
    conformance::check_store([] { return conformance::StoreUnderTest{open_empty()}; });
}

TEST_CASE("Two nodes see each other's turns, and only one takes a seq") {
    Store one({open_empty()}), two({open_store()});
    REQUIRE(one.append(session_row("a"), turn_row(2)));
    TurnRow other = turn_row(2);
    other.message_id = "another";
    CHECK(conformance::is_error(two.append(session_row("a"), other), Errc::conflict));
    CHECK(two.append(session_row("a"), turn_row(3)));
    CHECK((**one.load("a")).turns.size() == 2);
}

TEST_CASE("A message id is any bytes, none of them the end") {
    Store store({open_empty()});
    TurnRow turn = turn_row(2);
    turn.message_id = std::string("a\0b", 3);
    REQUIRE(store.append(session_row("a"), turn));
    CHECK((**store.load("a")).turns.front().message_id == turn.message_id);
}

TEST_CASE("A connection that was cut is made again; what was on its way is unknown, and can be read back") {
    Store store({open_empty()});
    REQUIRE(store.append(session_row("a"), turn_row(2)));
    break_connections();
    const Result<bool> cut = store.append(session_row("a"), turn_row(3));
    CHECK((cut || cut.error().code == Errc::unavailable));
    const auto loaded = [&] {
        auto first = store.load("a");  // the reader's connection was cut too
        return first ? first : store.load("a");
    }();
    REQUIRE(loaded);
    const int next = (**loaded).turns.back().seq + 1;
    CHECK(store.append(session_row("a"), turn_row(next)));
}

TEST_CASE("Of turns that go together one that cannot be stored fails alone") {
    Inbox inbox;
    const auto store = open_empty(inbox.post());
    run_sql("ALTER TABLE anamnesis.turn ADD CHECK (request_hash <> 'bad')");
    std::vector<std::string> failed;
    int answered = 0;
    for (int i = 0; i < 20; ++i) {
        const std::string id = "session " + std::to_string(i);
        TurnRow turn = turn_row(2);
        if (i == 13) turn.request_hash = "bad";
        store->append(session_row(id), turn, [&, id](const Result<bool>& done) {
            ++answered;
            if (!done) failed.push_back(id);
        });
    }
    while (answered < 20) inbox.run_one();
    CHECK(failed == std::vector<std::string>{"session 13"});
    CHECK(run_sql("SELECT count(*) FROM anamnesis.session") == "19");
}

TEST_CASE("An erasure that was cut off is none that can be read, and the next purge ends it") {
    Store store({open_empty()});
    REQUIRE(store.append(session_row("a"), turn_row(2)));
    REQUIRE(store.put_contact("hash", {"a", "address"}));
    run_sql("UPDATE anamnesis.session SET wrapped_key = NULL");
    CHECK_FALSE(store.has("a"));
    CHECK(*store.find_contact("hash") == std::nullopt);
    CHECK(conformance::is_error(store.append(session_row("a"), turn_row(3)), Errc::conflict));
    CHECK(conformance::is_error(store.update(session_row("a")), Errc::not_found));
    REQUIRE(store.purge(0));
    for (const char* table : {"session", "turn", "contact"})
        CHECK(run_sql(("SELECT count(*) FROM anamnesis." + std::string(table)).c_str()) == "0");
}

TEST_CASE("A probe warns where a lost disk would lose what was answered") {
    Store store({open_empty()});
    CHECK(store.probe()->find("no synchronous standby") == 0);
}

TEST_CASE("A schema of a newer version is left alone") {
    open_empty();
    run_sql("UPDATE anamnesis.version SET number = 99");
    CHECK(conformance::is_error(open_postgresql(uri()), Errc::bad_input));
    run_sql("DROP SCHEMA anamnesis CASCADE");
}

TEST_CASE("What cannot be opened is a Result, without the password") {
    const auto lost = open_postgresql("postgresql://someone:hush@127.0.0.1:1/none");
    CHECK(conformance::is_error(lost, Errc::unavailable));
    CHECK(lost.error().message.find("hush") == std::string::npos);
    const auto odd = open_postgresql("postgresql://someone:hush@[");
    CHECK(conformance::is_error(odd, Errc::bad_input));
    CHECK(odd.error().message.find("hush") == std::string::npos);
}

TEST_CASE("A server that takes no writes is unavailable, then fine again") {
    Store store({open_empty()});
    run_sql("ALTER SYSTEM SET default_transaction_read_only = on");
    run_sql("SELECT pg_reload_conf()");
    break_connections();
    Result<bool> refused = store.append(session_row("a"), turn_row(2));
    CHECK(conformance::is_error(refused, Errc::unavailable));
    run_sql("ALTER SYSTEM RESET default_transaction_read_only");
    run_sql("SELECT pg_reload_conf()");
    Result<bool> stored = store.append(session_row("a"), turn_row(2));
    for (int tries = 0; !stored && tries < 20; ++tries) stored = store.append(session_row("a"), turn_row(2));
    CHECK(stored);
}
