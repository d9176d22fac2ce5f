#include "host/conversation_host.hpp"

#include <catch2/catch.hpp>

#include "host_world.hpp"

using namespace anamnesis;
using tests::Client;
using tests::World;

TEST_CASE("Connections are apart: each has a session of its own") {
    World world;
    Client one(world.host), two(world.host);
    one.hello();
    two.hello();
    CHECK(one.session != two.session);
    CHECK(one.secret != two.secret);
    one.choose("m1", "face", {"no"});
    CHECK(two.last_brief() == "reply 1");
    two.choose("m1", "face", {"no"});
    CHECK(two.last_brief() == "reply 2 for m1");
}

TEST_CASE("A connection that is not there is passed over") {
    World world;
    world.host.receive(7, R"({"type":"hello"})");
    world.host.refuse(7, wire::ErrorCode::too_large);
    world.host.disconnect(7);
    CHECK(world.host.metrics().sessions_started == 0);
    CHECK(world.host.metrics().errors_sent == 0);
}

TEST_CASE("purge erases what is past its retention, and counts a store that failed") {
    World world;
    Client client(world.host);
    client.hello();
    client.choose("m1", "face", {"no"});
    world.clock.time += 24 * kHourMs - 1;
    world.host.purge();
    CHECK(world.store.stored(client.session));
    world.clock.time += 1;
    world.store.fails_all = true;
    world.host.purge();
    CHECK(world.host.metrics().store_failures == 1);
    world.store.fails_all = false;
    world.host.purge();
    CHECK_FALSE(world.store.stored(client.session));
}

TEST_CASE("A store that answers after the host is gone does no harm") {
    tests::ManualClock clock;
    tests::CountingRandom random;
    tests::FaultyStore store;
    struct Silent final : Peer {
        void send(const wire::ServerMessage&) override { ++count; }
        int count = 0;
    } peer;
    {
        ConversationHost host({tests::tiny_script()}, store, clock, random, {make_key(random)});
        const int connection = host.connect(peer);
        host.receive(connection, R"({"type":"hello"})");
        store.waits = true;
        host.receive(connection, R"({"type":"command","id":"m1","name":"help"})");
        host.purge();
    }
    store.answer_all();
    CHECK(peer.count == 2);
}
