// What a host offers, from hello to a resume; and what becomes of conversations when it offers something else.

#include "host/offer.hpp"

#include <catch2/catch.hpp>

#include "host_world.hpp"

using namespace anamnesis;
using tests::Client;
using Briefs = std::vector<std::string>;

namespace {

struct TwoDialogs {
    tests::ManualClock clock;
    tests::CountingRandom random;
    tests::FaultyStore store;
    ConversationHost host{{tests::tiny_script(), tests::knee_script()}, store, clock, random, {make_key(random)}};
};

const std::string kAsk = R"({"type":"hello","locale":"en-GB"})";

std::string question_of(const Client& client) { return client.last().at("question").at("id"); }

std::string words_of(const Client& client) { return client.last().at("messages").dump(); }

std::shared_ptr<const LoadedScript> next_version(std::size_t number) {
    LoadedScript next = *tests::next_tiny_script();
    next.pin += std::to_string(number);
    return std::make_shared<const LoadedScript>(std::move(next));
}

}  // namespace

TEST_CASE("Without a name the only dialog begins; of several the person is asked") {
    const auto one = make_offer({tests::tiny_script()});
    CHECK(one->entrance("") == "tiny");
    const auto two = make_offer({tests::tiny_script(), tests::knee_script()});
    CHECK(two->entrance("").empty());
    CHECK(two->entrance("knee") == "knee");
    CHECK(two->find("")->pin.empty());
    CHECK(two->find("nowhere") == nullptr);
}

TEST_CASE("Asked which, ready names no dialog; a page that names one is not asked") {
    TwoDialogs world;
    Client asked(world.host), named(world.host);
    asked.send_bytes(kAsk);
    CHECK(asked.received[0].at("dialog").is_null());
    CHECK(asked.received[0].at("version").is_null());
    CHECK(question_of(asked) == kWhichDialog);
    CHECK_FALSE(world.store.stored(asked.session));
    named.hello();
    CHECK(named.received[0].at("dialog") == "tiny");
}

TEST_CASE("A choice is a turn: stored, resumed, answered again when it is resent") {
    TwoDialogs world;
    Client first(world.host);
    first.send_bytes(kAsk);
    first.say("m1", "hello?");
    CHECK(question_of(first) == kWhichDialog);
    first.choose("m2", kWhichDialog, {"knee"});
    const auto begun = first.last();
    first.choose("m2", kWhichDialog, {"knee"});
    CHECK(first.last() == begun);
    first.choose("m2", kWhichDialog, {"tiny"});
    CHECK(first.last_brief() == "error id_reused for m2");
    first.leave();

    Client second(world.host);
    second.resume(first);
    CHECK(second.briefs() == Briefs{"ready", "reply 1", "reply 2 for m1", "reply 3 for m2"});
    CHECK(second.received[0].at("dialog") == "knee");
    CHECK(second.last() == begun);
}

TEST_CASE("A resume while the choice is open goes on with it") {
    TwoDialogs world;
    Client first(world.host);
    first.send_bytes(kAsk);
    first.say("m1", "hello?");
    Client second(world.host);
    second.resume(first, 1);
    CHECK(second.received[0].at("dialog").is_null());
    second.say("m2", "my leg is cold");
    CHECK(second.last().at("outcome").at("level") == "emergency");
    CHECK(world.store.stored(first.session)->turns.back().script == tests::knee_script()->pin);
}

TEST_CASE("What is no dialog, or was chosen before, cannot be chosen") {
    TwoDialogs world;
    Client client(world.host);
    client.send_bytes(kAsk);
    client.choose("m1", kWhichDialog, {"nowhere"});
    CHECK(client.last_brief() == "error unknown_choice for m1");
    client.choose("m2", kWhichDialog, {"tiny"});
    client.choose("m3", kWhichDialog, {"knee"});
    CHECK(client.last_brief() == "error unknown_question for m3");
    client.command("m4", "start_over");
    client.choose("m5", kWhichDialog, {"knee"});
    CHECK(client.last_brief() == "reply 4 for m5");
}

TEST_CASE("A conversation goes on with the script that it began with; a new one has the new one") {
    for (const auto superseded : {ConversationHost::Superseded::kept, ConversationHost::Superseded::dropped}) {
        tests::World world;
        Client live(world.host);
        live.hello();
        live.choose("m1", "face", {"no"});
        world.host.offer({tests::next_tiny_script()}, superseded);
        live.choose("m2", "where", {});
        CHECK(words_of(live).find("Do you drink a lot of coffee?") != std::string::npos);

        Client fresh(world.host);
        fresh.hello();
        fresh.choose("m1", "face", {"no"});
        fresh.choose("m2", "where", {});
        CHECK(words_of(fresh).find("Is it the coffee?") != std::string::npos);

        const bool keeps = superseded == ConversationHost::Superseded::kept;
        Client again(world.host);
        again.resume(live, 2);
        CHECK((words_of(again).find("Do you drink a lot of coffee?") != std::string::npos) == keeps);
    }
}

TEST_CASE("So many older scripts are kept, and one more is not") {
    tests::World world;
    Client first(world.host);
    first.hello();
    first.choose("m1", "face", {"no"});
    first.choose("m2", "where", {});
    const auto resumed = [&] {
        Client again(world.host);
        again.resume(first, 2);
        first.secret = again.secret;
        return words_of(again);
    };
    for (std::size_t i = 0; i < kSupersededMax; ++i) {
        world.host.offer({next_version(i)}, ConversationHost::Superseded::kept);
        world.host.offer({next_version(i)}, ConversationHost::Superseded::kept);  // nothing new
    }
    CHECK(resumed().find("Do you drink a lot of coffee?") != std::string::npos);
    world.host.offer({next_version(kSupersededMax)}, ConversationHost::Superseded::kept);
    CHECK(resumed().find("Is it the coffee?") != std::string::npos);
}

TEST_CASE("A dialog that is withdrawn still answers those who are in it") {
    TwoDialogs world;
    Client client(world.host);
    client.hello();
    client.choose("m1", "face", {"no"});
    world.host.offer({tests::knee_script()}, ConversationHost::Superseded::kept);
    Client again(world.host);
    again.resume(client, 2);
    again.choose("m2", "where", {});
    CHECK(again.last_brief() == "reply 3 for m2");
    again.leave();
    Client fresh(world.host);
    fresh.hello();
    CHECK(fresh.last_brief() == "error unknown_dialog");
}
