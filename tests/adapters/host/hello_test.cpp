// Beginning and resuming a conversation.

#include <catch2/catch.hpp>

#include "host_world.hpp"

using namespace anamnesis;
using tests::Client;
using tests::World;
using Briefs = std::vector<std::string>;

namespace {

/// A conversation of two turns on a socket that then went away.
void two_turns(Client& client) {
    client.hello();
    client.choose("m1", "face", {"no"});
    client.choose("m2", "where", {"eyelid"});
    REQUIRE(client.last_brief() == "reply 3 for m2");
}

/// What a replayed reply has in common with the first one.
nlohmann::json core(const nlohmann::json& reply) {
    return {reply.at("for"), reply.at("messages"), reply.at("question"), reply.at("outcome")};
}

}  // namespace

TEST_CASE("A first hello gives ready and the greeting, and stores nothing") {
    World world;
    Client client(world.host);
    client.hello();
    CHECK(client.briefs() == Briefs{"ready", "reply 1"});
    CHECK(client.received[0].at("dialog") == "tiny");
    CHECK(client.received[0].at("version") == "1.0.0");
    CHECK(client.last().at("for").is_null());
    CHECK(client.last().at("question").at("id") == "face");
    CHECK_FALSE(world.store.stored(client.session));
    CHECK(world.host.metrics().sessions_started == 1);
}

TEST_CASE("No dialog is the first one; an unknown one is an error, after which hello may come again") {
    World world;
    Client client(world.host);
    client.send_bytes(R"({"type":"hello","dialog":"nowhere"})");
    CHECK(client.last_brief() == "error unknown_dialog");
    client.send_bytes(R"({"type":"hello"})");
    CHECK(client.last_brief() == "reply 1");
}

TEST_CASE("An unknown locale is the default language, never an error") {
    World world;
    for (const char* locale : {"xx-nowhere", "", "not a tag", "EN_gb"}) {
        Client client(world.host);
        client.send_bytes(nlohmann::json{{"type", "hello"}, {"locale", locale}}.dump());
        CHECK(client.last_brief() == "reply 1");
    }
}

TEST_CASE("A turn before hello and a second hello are out of order") {
    World world;
    Client client(world.host);
    client.say("m1", "hello?");
    CHECK(client.last_brief() == "error out_of_order for m1");
    client.hello();
    client.hello();
    CHECK(client.briefs() == Briefs{"error out_of_order for m1", "ready", "reply 1", "error out_of_order"});
}

TEST_CASE("A resumed conversation replays what came after the last reply seen, equal to the first") {
    World world;
    Client first(world.host);
    two_turns(first);
    first.leave();

    Client all(world.host);
    all.resume(first, 0);
    CHECK(all.briefs() == Briefs{"ready", "reply 1", "reply 2 for m1", "reply 3 for m2"});
    for (std::size_t i = 1; i < all.received.size(); ++i) CHECK(core(all.received[i]) == core(first.received[i]));
    CHECK(all.session == first.session);
    CHECK(world.host.metrics().sessions_resumed == 1);
    all.leave();

    Client some(world.host);
    some.resume(all, 2);
    CHECK(some.briefs() == Briefs{"ready", "reply 3 for m2"});
    some.choose("m3", "coffee", {"yes"});
    CHECK(some.last_brief() == "reply 4 for m3");
}

TEST_CASE("A resumed conversation goes on in the locale it began in") {
    World world;
    Client first(world.host);
    first.send_bytes(R"({"type":"hello","locale":"en-US"})");
    first.choose("m1", "face", {"no"});
    Client second(world.host);
    second.resume(first, 1);
    second.command("m2", "help");
    CHECK(second.last().at("messages").dump().find("911") != std::string::npos);
}

TEST_CASE("What does not open a session is session_unknown; a fresh hello may follow") {
    World world;
    Client first(world.host);
    two_turns(first);

    Client client(world.host);
    client.resume("nobody", first.secret);
    client.resume(first.session, "guess");
    client.resume(first.session, "");
    CHECK(client.briefs() == Briefs{"error session_unknown", "error session_unknown", "error session_unknown"});
    client.hello();
    CHECK(client.last_brief() == "reply 1");
    first.choose("m3", "coffee", {"no"});
    CHECK(first.last_brief() == "reply 4 for m3");  // guesses took nothing over
}

TEST_CASE("A session that had no turn was never stored") {
    World world;
    Client first(world.host), second(world.host);
    first.hello();
    second.resume(first);
    CHECK(second.last_brief() == "error session_unknown");
}

TEST_CASE("Past its retention a session is unknown, purged yet or not") {
    World world;
    Client first(world.host);
    two_turns(first);
    world.clock.time += 24 * kHourMs - 1;
    Client in_time(world.host);
    in_time.resume(first);
    CHECK(in_time.last_brief() == "reply 3 for m2");

    world.clock.time += 1;
    Client late(world.host);
    late.resume(in_time);
    CHECK(late.last_brief() == "error session_unknown");
    CHECK(world.store.stored(first.session));
    world.host.purge();
    CHECK_FALSE(world.store.stored(first.session));
}

TEST_CASE("The new secret is stored before ready goes out, and only as a hash") {
    World world;
    Client first(world.host);
    two_turns(first);
    world.store.waits = true;
    Client second(world.host);
    second.resume(first);
    world.store.answer_one();  // load
    CHECK(second.received.empty());
    const std::string hash = world.store.stored(first.session)->session.secret_hash;
    world.store.answer_one();  // update
    world.store.answer_one();  // what is read again, under the new secret
    CHECK(second.received.at(0).at("type") == "ready");
    CHECK(hash == sha256_hex(second.secret));
    CHECK(second.secret != first.secret);
}

TEST_CASE("The old secret is valid until the new one was used") {
    World world;
    Client first(world.host);
    two_turns(first);
    Client second(world.host);
    second.resume(first);  // its ready may have been lost ...

    SECTION("... so the old secret still opens the session") {
        Client third(world.host);
        third.resume(first);
        CHECK(third.last_brief() == "reply 3 for m2");
        Client fourth(world.host);
        fourth.resume(second);  // never used, and replaced
        CHECK(fourth.last_brief() == "error session_unknown");
    }
    SECTION("a turn on the new socket ends it") {
        second.choose("m3", "coffee", {"no"});
        REQUIRE(second.last_brief() == "reply 4 for m3");
        Client third(world.host);
        third.resume(first);
        CHECK(third.last_brief() == "error session_unknown");
        third.resume(second);
        CHECK(third.last_brief() == "reply 4 for m3");
    }
    SECTION("a hello that shows the new one ends it") {
        Client third(world.host);
        third.resume(second);
        REQUIRE(third.last_brief() == "reply 3 for m2");
        Client fourth(world.host);
        fourth.resume(first);
        CHECK(fourth.last_brief() == "error session_unknown");
    }
}

TEST_CASE("Of two sockets the newer wins; the older hears it, and hears it again") {
    World world;
    Client older(world.host);
    two_turns(older);
    Client newer(world.host);
    newer.resume(older, 3);
    CHECK(older.last_brief() == "error taken_over");
    older.choose("m3", "coffee", {"no"});
    CHECK(older.last_brief() == "error taken_over for m3");
    older.hello();
    CHECK(older.last_brief() == "error taken_over");
    older.leave();
    newer.choose("m3", "coffee", {"no"});
    CHECK(newer.last_brief() == "reply 4 for m3");
}

TEST_CASE("A dialog that is no longer offered makes its sessions unknown") {
    World world;
    Client first(world.host);
    two_turns(first);
    auto other = std::make_shared<LoadedScript>(*tests::tiny_script());
    other->dialog.id = "other";
    ConversationHost next({other}, world.store, world.clock, world.random, world.privacy);
    Client second(next);
    second.resume(first);
    CHECK(second.last_brief() == "error session_unknown");
}

TEST_CASE("A session of an older script goes on with the one that is loaded now") {
    World world;
    Client first(world.host);
    first.hello();
    first.choose("m1", "face", {"no"});
    const auto next_script = tests::next_tiny_script();
    ConversationHost next({next_script}, world.store, world.clock, world.random, world.privacy);
    Client second(next);
    second.resume(first, 2);
    CHECK(world.store.stored(first.session)->turns.back().script == tests::tiny_script()->pin);
    second.choose("m2", "where", {});  // it may mean something else now, so that it is shown first
    CHECK(second.last().at("messages").back().at("text") == "Does one of these twitch too?");
    second.choose("m3", "where", {});
    CHECK(second.last().at("messages").back().at("text") == "Is it the coffee?");
    CHECK(world.store.stored(first.session)->turns.back().script == next_script->pin);
}

TEST_CASE("A store that is down at a resume is unavailable, and nothing is lost") {
    World world;
    Client first(world.host);
    two_turns(first);
    Client second(world.host);
    world.store.fails_all = true;
    second.resume(first);
    CHECK(second.last_brief() == "error unavailable");
    CHECK(world.host.metrics().store_failures == 1);
    world.store.fails_all = false;
    second.resume(first);
    CHECK(second.last_brief() == "reply 3 for m2");
}

TEST_CASE("A peer that left while it resumed takes nothing over") {
    World world;
    Client first(world.host);
    two_turns(first);
    world.store.waits = true;
    {
        Client second(world.host);
        second.resume(first);
    }
    world.store.answer_all();
    CHECK(first.last_brief() == "reply 3 for m2");
}

TEST_CASE("A turn that the older socket ends while another server resumes is among the replies") {
    World world;
    Client older(world.host);
    two_turns(older);
    ConversationHost elsewhere({tests::tiny_script()}, world.store, world.clock, world.random, world.privacy);
    Client newer(elsewhere);
    world.store.on_update = [&] { older.choose("m3", "coffee", {"no"}); };
    newer.resume(older, 3);
    CHECK(older.last_brief() == "reply 4 for m3");
    CHECK(newer.briefs() == std::vector<std::string>{"ready", "reply 4 for m3"});
}
