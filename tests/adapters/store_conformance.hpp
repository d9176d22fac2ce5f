#pragma once
/// What every SessionStore does, as one suite of examples. A store's test calls check_store() in a
/// TEST_CASE of its own.

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include <catch2/catch.hpp>

#include "host/session_store.hpp"
#include "result_printer.hpp"

namespace anamnesis::conformance {

/// An empty store, and how to let it finish what it began (nothing to do where it answers at once).
struct StoreUnderTest {
    std::unique_ptr<SessionStore> store;
    std::function<void()> finish = [] {};
};

/// The store with its callbacks turned into return values.
class Store {
public:
    explicit Store(StoreUnderTest test) : test_(std::move(test)) {}

    Result<std::optional<StoredSession>> load(const std::string& id) {
        return wait<std::optional<StoredSession>>([&](auto done) { store().load(id, done); });
    }
    Result<bool> append(const SessionRow& session, const TurnRow& turn) {
        return wait<bool>([&](auto done) { store().append(session, turn, done); });
    }
    Result<bool> update(const SessionRow& session) {
        return wait<bool>([&](auto done) { store().update(session, done); });
    }
    Result<bool> erase(const std::string& id) {
        return wait<bool>([&](auto done) { store().erase(id, done); });
    }
    Result<int> purge(Instant now) {
        return wait<int>([&](auto done) { store().purge(now, done); });
    }
    Result<bool> put_contact(const std::string& hash, const Contact& contact) {
        return wait<bool>([&](auto done) { store().put_contact(hash, contact, done); });
    }
    Result<std::optional<Contact>> find_contact(const std::string& hash) {
        return wait<std::optional<Contact>>([&](auto done) { store().find_contact(hash, done); });
    }
    Result<std::string> probe() {
        return wait<std::string>([&](auto done) { store().probe(done); });
    }

    bool has(const std::string& id) {
        const auto loaded = load(id);
        REQUIRE(loaded);
        return loaded->has_value();
    }

private:
    SessionStore& store() { return *test_.store; }

    template <class T, class Call>
    Result<T> wait(const Call& call) {
        std::optional<Result<T>> answer;
        call(Done<T>([&](Result<T> result) {
            REQUIRE_FALSE(answer);  // exactly once
            answer = std::move(result);
        }));
        test_.finish();
        REQUIRE(answer);
        return *answer;
    }

    StoreUnderTest test_;
};

inline SessionRow session_row(const std::string& id) {
    return {id, "tiny", "en-GB", "newest hash", "", "wrapped key", 1000, 5000};
}

inline TurnRow turn_row(int seq) {
    return {seq, "message " + std::to_string(seq), "request hash", "tiny@1.0.0#0123", "acts"};
}

template <class T>
bool is_error(const Result<T>& result, Errc code) {
    return !result && result.error().code == code;
}

inline void check_turns(Store& store) {
    SECTION("an unknown session is nothing, not an error") { CHECK_FALSE(store.has("nobody")); }
    SECTION("the first turn makes the session; what was stored is what is loaded") {
        REQUIRE(store.append(session_row("a"), turn_row(2)));
        SessionRow later = session_row("a");
        later.expires_at = 6000;
        TurnRow other_script = turn_row(3);
        other_script.script = "tiny@1.1.0#4567";
        REQUIRE(store.append(later, other_script));
        CHECK(**store.load("a") == StoredSession{later, {turn_row(2), other_script}});
    }
    SECTION("any bytes come back as they were") {
        SessionRow row = session_row("a");
        TurnRow turn = turn_row(2);
        for (int byte = 0; byte < 256; ++byte) turn.acts += static_cast<char>(byte);
        row.wrapped_key = turn.acts;
        REQUIRE(store.append(row, turn));
        CHECK(**store.load("a") == StoredSession{row, {turn}});
    }
    SECTION("a turn clears the old secret, and may bring the end nearer") {
        SessionRow row = session_row("a");
        row.old_secret_hash = "old hash";
        REQUIRE(store.append(row, turn_row(2)));
        row.old_secret_hash.clear();
        row.expires_at = 2000;
        REQUIRE(store.append(row, turn_row(3)));
        CHECK((**store.load("a")).session == row);
        CHECK(*store.purge(2000) == 1);
    }
    SECTION("any text comes back as it was") {
        SessionRow row = session_row("it's \"a\"; DROP TABLE session;--");
        row.locale = "\xC3\xA4\xF0\x9F\x99\x82\\";
        TurnRow turn = turn_row(2);
        turn.message_id = "'%_?1";
        REQUIRE(store.append(row, turn));
        CHECK(**store.load(row.id) == StoredSession{row, {turn}});
    }
    SECTION("sessions do not see each other") {
        REQUIRE(store.append(session_row("a"), turn_row(2)));
        REQUIRE(store.append(session_row("b"), turn_row(2)));
        REQUIRE(store.append(session_row("b"), turn_row(3)));
        CHECK((**store.load("a")).turns.size() == 1);
        CHECK((**store.load("b")).turns.size() == 2);
    }
}

inline void check_conflicts(Store& store) {
    REQUIRE(store.append(session_row("a"), turn_row(2)));
    const StoredSession before = **store.load("a");
    SessionRow changed = session_row("a");
    changed.expires_at = 9000;

    SECTION("a seq that was taken") {
        TurnRow other = turn_row(2);
        other.message_id = "another";
        CHECK(is_error(store.append(changed, other), Errc::conflict));
    }
    SECTION("a seq that leaves a gap") { CHECK(is_error(store.append(changed, turn_row(4)), Errc::conflict)); }
    SECTION("a message id that was taken") {
        TurnRow again = turn_row(3);
        again.message_id = turn_row(2).message_id;
        CHECK(is_error(store.append(changed, again), Errc::conflict));
    }
    SECTION("a socket that no longer holds the newest secret") {
        changed.secret_hash = "older hash";
        CHECK(is_error(store.append(changed, turn_row(3)), Errc::conflict));
    }
    SECTION("a later turn of a session that is not there, which makes none") {
        CHECK(is_error(store.append(session_row("gone"), turn_row(3)), Errc::conflict));
        CHECK_FALSE(store.has("gone"));
    }
    CHECK(**store.load("a") == before);  // a conflict changes nothing
}

inline void check_changes(Store& store) {
    SECTION("update replaces the row, but for when it expires, and leaves the turns") {
        REQUIRE(store.append(session_row("a"), turn_row(2)));
        SessionRow rotated = session_row("a");
        rotated.secret_hash = "next hash";
        rotated.old_secret_hash = "newest hash";
        rotated.wrapped_key = "wrapped anew";
        SessionRow late = rotated;
        late.expires_at = 9000;
        REQUIRE(store.update(late));
        CHECK(**store.load("a") == StoredSession{rotated, {turn_row(2)}});
    }
    SECTION("update of what is not there is not_found, and makes nothing") {
        CHECK(is_error(store.update(session_row("nobody")), Errc::not_found));
        CHECK_FALSE(store.has("nobody"));
    }
    SECTION("erase removes a session with its turns, and only that; twice is fine") {
        REQUIRE(store.append(session_row("a"), turn_row(2)));
        REQUIRE(store.append(session_row("b"), turn_row(2)));
        REQUIRE(store.erase("a"));
        CHECK_FALSE(store.has("a"));
        CHECK(store.has("b"));
        CHECK(store.erase("a"));
        // Had its turns stayed, seq 2 and the message id would be taken.
        CHECK(store.append(session_row("a"), turn_row(2)));
    }
    SECTION("purge removes what has expired by then, and nothing else") {
        SessionRow old = session_row("old"), young = session_row("young");
        old.expires_at = 5000;
        young.expires_at = 5001;
        REQUIRE(store.append(old, turn_row(2)));
        REQUIRE(store.append(young, turn_row(2)));
        CHECK(*store.purge(5000) == 1);
        CHECK_FALSE(store.has("old"));
        CHECK(store.has("young"));
        CHECK(*store.purge(5000) == 0);
    }
    SECTION("each turn puts off when it expires") {
        SessionRow row = session_row("a");
        REQUIRE(store.append(row, turn_row(2)));
        row.expires_at = 7000;
        REQUIRE(store.append(row, turn_row(3)));
        CHECK(*store.purge(6999) == 0);
        CHECK((**store.load("a")).session == row);
        CHECK(*store.purge(7000) == 1);
    }
    SECTION("a probe leaves nothing that a purge finds, and works again") {
        CHECK(store.probe());
        CHECK(store.probe());
        CHECK(*store.purge(9000) == 0);
    }
}

inline void check_contacts(Store& store) {
    REQUIRE(store.append(session_row("a"), turn_row(2)));
    REQUIRE(store.append(session_row("b"), turn_row(2)));
    const Contact contact{"a", std::string("sealed\0address", 14)};
    SECTION("an unknown hash is nothing, not an error") { CHECK(*store.find_contact("hash") == std::nullopt); }
    SECTION("what was put is found, and only by its hash") {
        REQUIRE(store.put_contact("hash", contact));
        CHECK(*store.find_contact("hash") == contact);
        CHECK(*store.find_contact("hash2") == std::nullopt);
    }
    SECTION("a person who begins anew has the new session") {
        REQUIRE(store.put_contact("hash", contact));
        REQUIRE(store.put_contact("hash", {"b", "address"}));
        REQUIRE(store.erase("a"));
        CHECK(*store.find_contact("hash") == Contact{"b", "address"});
    }
    SECTION("a session that is not there has no contact") {
        CHECK(is_error(store.put_contact("hash", {"nobody", "address"}), Errc::not_found));
        CHECK(*store.find_contact("hash") == std::nullopt);
    }
    SECTION("erase takes them along") {
        REQUIRE(store.put_contact("hash", contact));
        REQUIRE(store.put_contact("another", contact));
        REQUIRE(store.erase("a"));
        CHECK(*store.find_contact("hash") == std::nullopt);
        CHECK(*store.find_contact("another") == std::nullopt);
    }
    SECTION("purge takes them along") {
        REQUIRE(store.put_contact("hash", contact));
        REQUIRE(*store.purge(5000) == 2);
        CHECK(*store.find_contact("hash") == std::nullopt);
    }
}

/// `make` gives a new, empty store each time.
inline void check_store(const std::function<StoreUnderTest()>& make) {
    Store store(make());
    SECTION("turns") { check_turns(store); }
    SECTION("conflicts") { check_conflicts(store); }
    SECTION("changes") { check_changes(store); }
    SECTION("contacts") { check_contacts(store); }
}

}  // namespace anamnesis::conformance
