#include "host/own_data.hpp"

#include <catch2/catch.hpp>

#include "host_world.hpp"

using namespace anamnesis;
using tests::Client;
using tests::World;

namespace {

void ask(Client& client) { client.send_bytes(R"({"type":"export","id":"e1"})"); }

}  // namespace

TEST_CASE("Who holds a conversation gets what is kept of it, as data and in plain words") {
    World world;
    Client client(world.host);
    client.hello();
    client.choose("m1", "face", {"yes"});
    const nlohmann::json advice = client.last().at("messages");
    ask(client);
    REQUIRE(client.last().at("type") == "export");
    CHECK(client.last().at("for") == "e1");

    const nlohmann::json& data = client.last().at("data");
    CHECK(data.at("session") == client.session);
    CHECK(data.at("dialog") == "tiny");
    CHECK(data.at("begun_at") == "2001-09-09T01:46:40Z");
    CHECK(data.at("erased_at") == "2001-09-10T01:46:40Z");
    REQUIRE(data.at("turns").size() == 1);
    CHECK(data.at("turns")[0].at("seq") == 2);
    CHECK(data.at("turns")[0].at("id") == "m1");
    CHECK(data.at("turns")[0].at("acts").dump() == acts_to_json({Answer{"face", {"yes"}, {}, false, false}}));

    const std::string summary = client.last().at("summary");
    CHECK(summary.starts_with(text_for(tests::tiny_script()->dialog, "en-GB", "dialog.title") + "\n"));
    CHECK(summary.find("This is what I know so far: ") != std::string::npos);
    for (const auto& paragraph : advice)
        CHECK(summary.find(paragraph.at("text").get<std::string>()) != std::string::npos);
}

TEST_CASE("An export is no turn, has no secret in it, and can be asked for in any state") {
    World world;
    Client client(world.host);
    ask(client);
    CHECK(client.last_brief() == "error out_of_order for e1");
    client.hello();
    ask(client);
    CHECK(client.last().at("data").at("turns").empty());
    CHECK_FALSE(world.store.stored(client.session));
    client.choose("m1", "face", {"no"});
    client.command("m2", "stop");
    ask(client);
    CHECK(client.last().at("data").at("turns").size() == 2);
    CHECK(client.last().dump().find(client.secret) == std::string::npos);
    CHECK(world.store.stored(client.session)->turns.size() == 2);
    client.command("m3", "help");
    CHECK(client.last_brief() == "reply 4 for m3");
}

TEST_CASE("What was deleted is not given any more; nor is what another socket has taken over") {
    World world;
    Client client(world.host);
    client.hello();
    client.choose("m1", "face", {"no"});
    SECTION("deleted") {
        client.command("m2", "delete");
        ask(client);
        CHECK(client.last_brief() == "error out_of_order for e1");
    }
    SECTION("taken over") {
        Client newer(world.host);
        newer.resume(client);
        ask(client);
        CHECK(client.last_brief() == "error taken_over for e1");
    }
}

TEST_CASE("At the reception there is no dialog yet") {
    tests::ManualClock clock;
    tests::CountingRandom random;
    MemoryStore store;
    ConversationHost host({tests::tiny_script(), tests::knee_script()}, store, clock, random, {make_key(random)});
    Client client(host);
    client.send_bytes(R"({"type":"hello","locale":"en-GB"})");
    ask(client);
    CHECK(client.last().at("data").at("dialog").is_null());
    CHECK_FALSE(client.last().at("summary").get<std::string>().empty());
}

TEST_CASE("Times are written in UTC") {
    CHECK(iso_time(0) == "1970-01-01T00:00:00Z");
    CHECK(iso_time(1'709'210'096'999) == "2024-02-29T12:34:56Z");
}
