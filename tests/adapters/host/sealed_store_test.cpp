#include "host/sealed_store.hpp"

#include <catch2/catch.hpp>

#include "host_world.hpp"
#include "result_printer.hpp"

using namespace anamnesis;
using tests::Client;
using tests::World;

namespace {

/// Raw rows, and a way to spoil them.
struct Sealed {
    tests::CountingRandom random;
    tests::FaultyStore raw;
    MasterKey master = make_key(random);

    SealedStore open(const MasterKey& key) { return {raw, std::make_shared<const Vault>(key, random)}; }
    SealedStore open() { return open(master); }

    Result<bool> check(const MasterKey& key) {
        std::optional<Result<bool>> answer;
        open(key).check_key([&](Result<bool> checked) { answer = std::move(checked); });
        REQUIRE(answer);
        return *answer;
    }

    SessionRow row(const std::string& id) {
        SessionRow row;
        row.id = id;
        row.wrapped_key = Vault(master, random).wrap_new_key(id, {});
        return row;
    }

    Result<std::optional<StoredSession>> load(const std::string& id) {
        Result<std::optional<StoredSession>> answer = Error{};
        open().load(id, [&](auto loaded) { answer = std::move(loaded); });
        return answer;
    }

    void append(const SessionRow& row, const TurnRow& turn) {
        open().append(row, turn, [](const Result<bool>& done) { CHECK(done.has_value()); });
    }

    /// Writes a row as it is, beside the seal.
    void append_raw(const SessionRow& row, const TurnRow& turn) {
        raw.append(row, turn, [](const Result<bool>& done) { CHECK(done.has_value()); });
    }
};

TurnRow turn_of(int seq) { return {seq, "m" + std::to_string(seq), "hash", "tiny@1", "[]"}; }

}  // namespace

TEST_CASE("What goes in comes back; below it nothing can be read") {
    Sealed store;
    const SessionRow row = store.row("a");
    const TurnRow turn{2, "m2", "hash of face: no", "tiny@1", R"([{"question":"face","choices":["no"]}])"};
    store.append(row, turn);
    CHECK(**store.load("a") == StoredSession{row, {turn}});
    const TurnRow raw = store.raw.stored("a")->turns.front();
    CHECK(raw.acts.find("face") == std::string::npos);
    CHECK(raw.request_hash.empty());
    CHECK(*store.load("nobody") == std::nullopt);
}

TEST_CASE("Rows that were changed or swapped do not open") {
    Sealed store;
    const SessionRow one = store.row("one"), two = store.row("two");
    store.append(one, turn_of(2));
    store.append(one, turn_of(3));
    const StoredSession raw = *store.raw.stored("one");
    SessionRow victim = two;
    SECTION("a turn of another conversation") { store.append_raw(victim, raw.turns[0]); }
    SECTION("a turn of another conversation, with its key") {
        victim.wrapped_key = one.wrapped_key;
        store.append_raw(victim, raw.turns[0]);
    }
    SECTION("another turn of the same one") {
        store.append(victim, turn_of(2));
        TurnRow again = store.raw.stored("two")->turns[0];
        again.seq = 3;
        again.message_id = "m3";
        store.append_raw(victim, again);
    }
    SECTION("a changed byte") {
        TurnRow changed = raw.turns[0];
        changed.acts.back() = static_cast<char>(changed.acts.back() ^ 1);
        store.append_raw(victim, changed);
    }
    SECTION("a turn that was never sealed, in a row without a key") {
        victim.wrapped_key.clear();
        store.append_raw(victim, turn_of(2));
    }
    CHECK(store.load("two").error().code == Errc::bad_input);
    CHECK(store.load("one").has_value());
}

TEST_CASE("A store belongs to the master key that was first used with it") {
    Sealed store;
    const MasterKey foreign = make_key(store.random);
    CHECK(store.check(store.master));
    CHECK(store.check(store.master));
    const Result<bool> refused = store.check(foreign);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Errc::bad_input);
    CHECK(refused.error().message.find("another master key") != std::string::npos);
    // No purge takes the mark away.
    store.open().purge(std::numeric_limits<Instant>::max() - 1, [](const Result<int>& purged) { CHECK(*purged == 0); });
    CHECK_FALSE(store.check(foreign));
}

TEST_CASE("Two servers that open a new store at once agree on whose it is") {
    Sealed store;
    const MasterKey foreign = make_key(store.random);
    SECTION("of one key") {
        store.raw.on_append = [&] { CHECK(store.check(store.master)); };
        CHECK(store.check(store.master));
    }
    SECTION("of two") {
        store.raw.on_append = [&] { CHECK(store.check(foreign)); };
        CHECK_FALSE(store.check(store.master));
    }
}

TEST_CASE("A store that is down at the start is told as that") {
    Sealed store;
    store.raw.fails_all = true;
    CHECK(store.check(store.master).error().code == Errc::unavailable);
}

TEST_CASE("A contact is found by its address, and gone with its conversation") {
    Sealed store;
    const SessionRow row = store.row("a");
    store.append(row, turn_of(2));
    std::optional<Contact> found;
    const auto find = [&] { store.open().find_contact("telegram:1", [&](auto contact) { found = *contact; }); };
    store.open().put_contact(row, "telegram:1", [](const Result<bool>& done) { CHECK(done.has_value()); });
    find();
    CHECK(found == Contact{"a", "telegram:1"});
    store.open().erase("a", [](const Result<bool>& done) { CHECK(done.has_value()); });
    find();
    CHECK_FALSE(found);
}

TEST_CASE("A host with another master key opens no conversation of the first, and says no more than that") {
    World world;
    Client first(world.host);
    first.hello();
    first.choose("m1", "face", {"no"});
    ConversationHost foreign({tests::tiny_script()}, world.store, world.clock, world.random, {make_key(world.random)});
    Client second(foreign);
    second.resume(first);
    CHECK(second.last_brief() == "error session_unknown");
    first.choose("m2", "where", {});
    CHECK(first.last_brief() == "reply 3 for m2");
}
