// How long conversations are kept, and who can open them.

#include "host/privacy.hpp"

#include <catch2/catch.hpp>

#include "host_world.hpp"

using namespace anamnesis;
using tests::Client;
using tests::World;

namespace {

constexpr Instant kDayMs = 24 * kHourMs;

/// A host on the world's store with other promises.
struct Promising {
    Promising(World& world, const Retention& retention)
        : host({tests::tiny_script()}, world.store, world.clock, world.random, {world.privacy.key, retention}) {}
    ConversationHost host;
};

std::string greeting(const Retention& retention) {
    World world;
    Promising promising(world, retention);
    Client client(promising.host);
    client.hello();
    std::string text;
    for (const auto& message : client.last().at("messages")) text += message.at("text").get<std::string>() + '\n';
    return text;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// A conversation with a question open, or with none.
void talk(Client& client, bool to_the_end) {
    client.hello();
    client.choose("m1", "face", {to_the_end ? "yes" : "no"});
    REQUIRE(client.last().at("question").is_null() == to_the_end);
}

}  // namespace

TEST_CASE("The greeting says how long answers are kept, as it is configured") {
    CHECK(has(greeting({}), "for up to 24 hours after your last message"));
    CHECK_FALSE(has(greeting({}), "no more questions"));
    CHECK(has(greeting({1, 1}), "for up to 1 hour after"));
    const std::string both = greeting({48, 2});
    CHECK(has(both, "for up to 48 hours after"));
    CHECK(has(both, "Once I have no more questions, they stay for up to 2 hours."));
    CHECK(has(both, "The words you type are not kept."));
}

TEST_CASE("A conversation is kept by its state: in progress, or ended") {
    World world;
    Promising promising(world, {48, 2});
    Client going_on(promising.host), ended(promising.host);
    talk(going_on, false);
    talk(ended, true);
    const auto expiry = [&](const Client& client) {
        return world.store.stored(client.session)->session.expires_at - world.clock.time;
    };
    CHECK(expiry(going_on) == 48 * kHourMs);
    CHECK(expiry(ended) == 2 * kHourMs);
    going_on.command("m2", "stop");
    CHECK(expiry(going_on) == 2 * kHourMs);
}

TEST_CASE("A conversation keeps what its greeting promised, whatever a later host promises") {
    World world;
    Client first(world.host);
    talk(first, false);
    const nlohmann::json greeted = first.received[1];
    Promising longer(world, {72, 72});
    Client second(longer.host);
    second.resume(first);
    CHECK(second.received[1].at("messages") == greeted.at("messages"));
    second.choose("m2", "where", {});
    CHECK(world.store.stored(first.session)->session.expires_at == world.clock.time + kDayMs);
}

TEST_CASE("A conversation on an idle socket ends with its time, in memory too") {
    World world;
    Client client(world.host), fresh(world.host);
    talk(client, false);
    world.clock.time += kDayMs - 1;
    fresh.hello();
    world.host.purge();
    CHECK(client.last_brief() == "reply 2 for m1");
    world.clock.time += 1;
    int purged = 0;
    world.host.purge([&](const Result<int>& done) { purged = *done; });
    CHECK(purged == 1);
    CHECK(client.last_brief() == "error session_unknown");
    CHECK(fresh.last_brief() == "reply 1");
    client.hello();
    CHECK(client.last_brief() == "reply 1");
}

TEST_CASE("A server that comes back after days erases what is past its time, and nothing else") {
    World world;
    Client old(world.host), young(world.host);
    talk(old, false);
    world.clock.time += kDayMs / 2;
    talk(young, false);
    world.clock.time += kDayMs / 2;
    ConversationHost next({tests::tiny_script()}, world.store, world.clock, world.random, world.privacy);
    next.purge();
    CHECK_FALSE(world.store.stored(old.session));
    CHECK(world.store.stored(young.session));
}

TEST_CASE("A wall clock that jumps a day, either way, erases nothing early and keeps nothing late") {
    Instant wall = 1'700'000'000'000, passed = 5'000;
    SystemClock clock([&] { return wall; }, [&] { return passed; });
    const auto wait = [&](Instant time) {
        wall += time;
        passed += time;
    };
    const Instant jump = GENERATE(-kDayMs, kDayMs, -400 * kDayMs, 400 * kDayMs);
    tests::CountingRandom random;
    tests::FaultyStore store;
    ConversationHost host({tests::tiny_script()}, store, clock, random, {make_key(random)});
    Client before(host), after(host);
    talk(before, false);
    wall += jump;
    CHECK(clock.jump() == jump);
    host.purge();
    talk(after, false);
    wait(kDayMs - 1);
    host.purge();
    CHECK(store.stored(before.session));
    CHECK(store.stored(after.session));
    wait(1);
    host.purge();
    CHECK_FALSE(store.stored(before.session));
    CHECK_FALSE(store.stored(after.session));
}

TEST_CASE("Deleting works in every state of a conversation, and leaves no row") {
    World world;
    Client client(world.host);
    SECTION("just greeted") { client.hello(); }
    SECTION("asked") { talk(client, false); }
    SECTION("ended") { talk(client, true); }
    SECTION("stopped") {
        talk(client, false);
        client.command("m2", "stop");
    }
    SECTION("asked whether an alarm was wrong") {
        talk(client, true);
        client.choose("m2", "face", {"no"});
    }
    SECTION("just begun anew") {
        talk(client, true);
        client.command("m2", "start_over");
    }
    SECTION("with rows that no longer open") {
        talk(client, false);
        StoredSession stored = *world.store.stored(client.session);
        stored.session.wrapped_key = "spoiled";
        world.store.update(stored.session, [](const Result<bool>& done) { CHECK(done.has_value()); });
    }
    client.command("bye", "delete");
    CHECK(client.last().at("for") == "bye");
    CHECK(client.last().at("type") == "reply");
    CHECK_FALSE(world.store.stored(client.session));
    Client back(world.host);
    back.resume(client);
    CHECK(back.last_brief() == "error session_unknown");
}

TEST_CASE("Wrong, stolen, expired and foreign secrets are told in the same words") {
    World world;
    Client first(world.host), other(world.host), second(world.host);
    talk(first, false);
    talk(other, false);
    second.resume(first);
    second.choose("m2", "where", {});  // from now on the first secret is an old one
    const auto answer = [&](const std::string& session, const std::string& secret) {
        Client client(world.host);
        client.resume(session, secret);
        return client.last().dump();
    };
    const std::string unknown = answer("nobody", "nothing");
    CHECK(unknown.find("session_unknown") != std::string::npos);
    CHECK(answer(second.session, std::string(32, '0')) == unknown);
    CHECK(answer(second.session, "") == unknown);
    CHECK(answer(second.session, second.secret.substr(1)) == unknown);
    CHECK(answer(second.session, second.secret + '0') == unknown);
    CHECK(answer(second.session, sha256_hex(second.secret)) == unknown);  // what a thief of the store has
    CHECK(answer(second.session, first.secret) == unknown);
    CHECK(answer(second.session, other.secret) == unknown);
    CHECK(answer(second.secret, second.session) == unknown);
    world.clock.time += kDayMs;
    CHECK(answer(second.session, second.secret) == unknown);
    world.clock.time -= 1;
    CHECK(answer(second.session, second.secret).find("reply") != std::string::npos);
}
