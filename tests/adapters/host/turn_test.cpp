// Turns: each is stored, then answered, once.

#include <catch2/catch.hpp>

#include "host/kept.hpp"
#include "host/sealed_store.hpp"
#include "host_world.hpp"

using namespace anamnesis;
using tests::Client;
using tests::FaultyStore;
using tests::World;
using Briefs = std::vector<std::string>;

namespace {

/// A client that has been greeted.
struct Greeted : World {
    Greeted() { client.hello(); }

    StoredSession stored() { return store.stored(client.session).value(); }

    /// The store, for who has the key.
    SealedStore sealed() { return {store, std::make_shared<const Vault>(privacy.key, random)}; }

    StoredSession opened() {
        std::optional<StoredSession> session;
        sealed().load(client.session, [&](auto loaded) { session = *loaded; });
        return session.value();
    }

    Client client{host};
};

}  // namespace

TEST_CASE("A turn is stored with what it meant, then answered") {
    Greeted world;
    world.client.choose("m1", "face", {"no"});
    CHECK(world.client.last_brief() == "reply 2 for m1");
    CHECK(world.client.last().at("question").at("id") == "where");

    const StoredSession stored = world.stored();
    CHECK(stored.session.dialog == "tiny");
    CHECK(stored.session.locale == "en-GB");
    CHECK(stored.turns.back().script == tests::tiny_script()->pin);
    CHECK(stored.session.expires_at == world.clock.time + 24 * kHourMs);
    REQUIRE(stored.turns.size() == 1);
    CHECK(stored.turns[0].seq == 2);
    CHECK(stored.turns[0].message_id == "m1");
    const Acts meant = {Answer{"face", {"no"}, {}, false, false}};
    CHECK((acts_of_turn(world.opened().turns[0].acts) == meant));
    CHECK(world.host.metrics().turns == 1);
}

TEST_CASE("Nothing is acknowledged before it is stored") {
    Greeted world;
    world.store.waits = true;
    world.client.choose("m1", "face", {"no"});
    CHECK(world.client.last_brief() == "reply 1");
    world.store.answer_one();
    CHECK(world.client.last_brief() == "reply 2 for m1");
}

TEST_CASE("Words give acts; the words themselves are nowhere in the store") {
    Greeted world;
    world.client.say("m1", "no, zanzibar");
    CHECK(world.client.last_brief() == "reply 2 for m1");
    CHECK(world.opened().turns[0].acts.find("zanzibar") == std::string::npos);
}

TEST_CASE("An emergency is answered with its number and counted") {
    Greeted world;
    world.client.choose("m1", "face", {"yes"});
    CHECK(world.client.last().at("outcome").at("level") == "emergency");
    CHECK(world.client.last().at("outcome").at("emergency_number") == "999");
    CHECK(world.host.metrics().emergencies == 1);
}

TEST_CASE("A choice that cannot be made is an error, and nothing is stored") {
    Greeted world;
    world.client.choose("m1", "nowhere", {"yes"});
    CHECK(world.client.last_brief() == "error unknown_question for m1");
    world.client.choose("m2", "face", {"purple"});
    CHECK(world.client.last_brief() == "error unknown_choice for m2");
    CHECK_FALSE(world.store.stored(world.client.session));
    world.client.choose("m1", "face", {"yes"});  // an id that got an error may be used again
    CHECK(world.client.last_brief() == "reply 2 for m1");
}

TEST_CASE("An earlier question can be chosen again") {
    Greeted world;
    world.client.choose("m1", "face", {"no"});
    world.client.choose("m2", "where", {"thumb"});
    world.client.choose("m3", "where", {"eyelid"});
    CHECK(world.client.last_brief() == "reply 4 for m3");
}

TEST_CASE("A message sent again gets the same reply, and nothing is stored anew") {
    Greeted world;
    world.client.choose("m1", "face", {"no"});
    const nlohmann::json first = world.client.last();
    world.client.say("m2", "thumb");
    world.client.choose("m1", "face", {"no"});
    CHECK(world.client.last() == first);
    world.client.say("m2", "thumb");
    CHECK(world.client.last_brief() == "reply 3 for m2");
    CHECK(world.stored().turns.size() == 2);
    CHECK(world.host.metrics().turns == 2);

    Client again(world.host);
    again.resume(world.client, 3);
    again.choose("m1", "face", {"no"});
    CHECK(again.last() == first);
}

TEST_CASE("An id used again with other content is id_reused") {
    Greeted world;
    world.client.choose("m1", "face", {"no"});
    world.client.choose("m1", "face", {"yes"});
    CHECK(world.client.last_brief() == "error id_reused for m1");
    world.client.say("m1", "no");
    CHECK(world.client.last_brief() == "error id_reused for m1");
    world.client.command("m1", "back");
    CHECK(world.client.last_brief() == "error id_reused for m1");
    CHECK(world.stored().turns.size() == 1);
}

TEST_CASE("Commands are turns; start_over goes on in the same session") {
    Greeted world;
    world.client.choose("m1", "face", {"no"});
    world.client.command("m2", "start_over");
    CHECK(world.client.last_brief() == "reply 3 for m2");
    CHECK(world.client.last().at("question").at("id") == "face");
    CHECK(world.stored().turns.size() == 2);
}

TEST_CASE("delete erases the session, then answers; the connection may begin anew") {
    Greeted world;
    world.client.choose("m1", "face", {"no"});
    const std::string session = world.client.session, secret = world.client.secret;

    SECTION("as a command") { world.client.command("m2", "delete"); }
    SECTION("in words") { world.client.say("m2", "delete"); }
    CHECK(world.client.last_brief() == "reply 3 for m2");
    CHECK_FALSE(world.store.stored(session));

    world.client.choose("m3", "where", {});
    CHECK(world.client.last_brief() == "error out_of_order for m3");
    CHECK_FALSE(world.store.stored(session));
    world.client.resume(session, secret);
    CHECK(world.client.last_brief() == "error session_unknown");
    world.client.hello();
    CHECK(world.client.last_brief() == "reply 1");
    CHECK(world.client.session != session);
}

TEST_CASE("delete sent again gets its reply again; its id for something else is id_reused") {
    Greeted world;
    world.client.choose("m1", "face", {"no"});
    world.client.command("m2", "delete");
    const nlohmann::json first = world.client.last();
    world.client.command("m2", "delete");
    CHECK(world.client.last() == first);
    world.client.command("m2", "help");
    CHECK(world.client.last_brief() == "error id_reused for m2");
}

TEST_CASE("delete without a turn before it is fine; one that fails has erased nothing") {
    Greeted world;
    SECTION("nothing was stored") { world.client.command("m1", "delete"); }
    SECTION("the store is down at first") {
        world.store.fails_all = true;
        world.client.command("m1", "delete");
        CHECK(world.client.last_brief() == "error unavailable for m1");
        world.store.fails_all = false;
        world.client.command("m1", "delete");
    }
    CHECK(world.client.last_brief() == "reply 2 for m1");
}

TEST_CASE("A store that fails is unavailable; the same message works later") {
    Greeted world;
    world.store.append_mode = FaultyStore::Append::fails;
    world.client.choose("m1", "face", {"no"});
    CHECK(world.client.last_brief() == "error unavailable for m1");
    CHECK(world.host.metrics().store_failures == 1);
    world.store.append_mode = FaultyStore::Append::works;
    world.client.choose("m1", "face", {"no"});
    CHECK(world.client.last_brief() == "reply 2 for m1");
    CHECK(world.stored().turns.size() == 1);
}

TEST_CASE("A turn whose storing went through unheard is found by its id") {
    Greeted world;
    world.store.append_mode = FaultyStore::Append::works_but_says_it_failed;
    world.client.choose("m1", "face", {"no"});
    CHECK(world.client.last_brief() == "reply 2 for m1");
    world.store.append_mode = FaultyStore::Append::works;
    world.client.choose("m2", "where", {});
    CHECK(world.client.last_brief() == "reply 3 for m2");
    CHECK(world.stored().turns.size() == 2);
}

TEST_CASE("... or at the next try, where the store could not be asked at once") {
    Greeted world;
    world.store.append_mode = FaultyStore::Append::works_but_says_it_failed;
    world.store.waits = true;
    world.client.choose("m1", "face", {"no"});
    world.store.fails_all = true;
    world.store.answer_all();
    CHECK(world.client.last_brief() == "error unavailable for m1");
    world.store.fails_all = world.store.waits = false;
    world.store.append_mode = FaultyStore::Append::works;
    world.client.choose("m1", "face", {"no"});
    CHECK(world.client.last_brief() == "reply 2 for m1");
    CHECK(world.stored().turns.size() == 1);
}

TEST_CASE("A turn that another one overtook is understood anew, three times at most") {
    Greeted world;
    world.client.choose("m1", "face", {"no"});
    int overtakings = 0;
    std::function<void()> overtake = [&] {
        if (overtakings-- <= 0) return;
        const StoredSession now = world.opened();
        TurnRow turn = now.turns.back();
        turn.message_id += '+';
        ++turn.seq;
        world.sealed().append(now.session, turn, [](const Result<bool>& done) { CHECK(done.has_value()); });
        world.store.on_append = overtake;
    };
    SECTION("three") {
        overtakings = 3;
        world.store.on_append = overtake;
        world.client.choose("m2", "where", {});
        CHECK(world.client.last_brief() == "reply 6 for m2");
    }
    SECTION("four") {
        overtakings = 4;
        world.store.on_append = overtake;
        world.client.choose("m2", "where", {});
        CHECK(world.client.last_brief() == "error busy for m2");
        world.client.choose("m2", "where", {});
        CHECK(world.client.last_brief() == "reply 7 for m2");
    }
}

TEST_CASE("A socket of another server takes over; the older one learns it at its next turn") {
    Greeted world;
    world.client.choose("m1", "face", {"no"});
    ConversationHost elsewhere({tests::tiny_script()}, world.store, world.clock, world.random, world.privacy);
    Client newer(elsewhere);
    newer.resume(world.client, 2);
    world.client.choose("m2", "where", {});
    CHECK(world.client.last_brief() == "error taken_over for m2");
    world.client.say("m3", "hello?");
    CHECK(world.client.last_brief() == "error taken_over for m3");
    newer.choose("m2", "where", {});
    CHECK(newer.last_brief() == "reply 3 for m2");
}

TEST_CASE("A socket that another server has taken over cannot delete the conversation") {
    Greeted world;
    world.client.choose("m1", "face", {"no"});
    ConversationHost elsewhere({tests::tiny_script()}, world.store, world.clock, world.random, world.privacy);
    Client newer(elsewhere);
    newer.resume(world.client, 2);
    world.client.command("m2", "delete");
    CHECK(world.client.last_brief() == "error taken_over for m2");
    newer.choose("m2", "where", {});
    CHECK(newer.last_brief() == "reply 3 for m2");
}

TEST_CASE("A session that was erased elsewhere is unknown at its next turn") {
    Greeted world;
    world.client.choose("m1", "face", {"no"});
    world.store.erase(world.client.session, [](const Result<bool>&) {});
    world.client.choose("m2", "where", {});
    CHECK(world.client.last_brief() == "error session_unknown for m2");
    world.client.hello();
    CHECK(world.client.last_brief() == "reply 1");
}

TEST_CASE("Stored turns that cannot be read are not guessed at") {
    Greeted world;
    world.client.choose("m1", "face", {"no"});
    StoredSession stored = world.stored();
    world.store.append(stored.session, {3, "x", "y", stored.turns.back().script, "no acts"},
                       [](const Result<bool>&) {});
    Client second(world.host);
    second.resume(world.client);
    CHECK(second.last_brief() == "error session_unknown");
    CHECK(world.host.metrics().store_failures == 1);
}
