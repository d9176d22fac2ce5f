// Order and limits of one connection.

#include <catch2/catch.hpp>

#include "host/connection.hpp"
#include "host_world.hpp"

using namespace anamnesis;
using tests::Client;
using tests::World;
using Briefs = std::vector<std::string>;

TEST_CASE("Every frame is answered, bad ones too") {
    World world;
    Client client(world.host);
    client.send_bytes("{");
    client.send_bytes(R"({"type":"say","id":"m1"})");
    client.send_bytes("\xFF");
    client.refuse(wire::ErrorCode::too_large);
    CHECK(client.briefs() == Briefs{"error bad_json", "error bad_shape for m1", "error not_utf8", "error too_large"});
    CHECK(world.host.metrics().errors_sent == 4);
    client.hello();
    CHECK(client.last_brief() == "reply 1");
}

TEST_CASE("One turn at a time: what comes meanwhile waits, and is answered in order") {
    World world;
    Client client(world.host);
    client.hello();
    world.store.waits = true;
    client.choose("m1", "face", {"no"});
    client.send_bytes("{");
    client.choose("m2", "where", {});
    CHECK(client.last_brief() == "reply 1");
    world.store.answer_one();
    CHECK(client.last_brief() == "error bad_json");
    world.store.answer_one();
    CHECK(client.briefs() == Briefs{"ready", "reply 1", "reply 2 for m1", "error bad_json", "reply 3 for m2"});
}

TEST_CASE("So many messages may wait; one more is busy, and only that one") {
    World world;
    Client client(world.host);
    client.hello();
    world.store.waits = true;
    client.choose("m0", "face", {"no"});
    for (std::size_t i = 1; i <= kWaitingMessagesMax; ++i) client.command("m" + std::to_string(i), "help");
    CHECK(client.last_brief() == "reply 1");
    client.command("over", "help");
    CHECK(client.last_brief() == "error busy for over");

    world.store.answer_all();
    const std::string last = std::to_string(kWaitingMessagesMax);
    CHECK(client.last_brief() == "reply " + std::to_string(kWaitingMessagesMax + 2) + " for m" + last);
    world.store.waits = false;
    client.command("over", "help");
    CHECK(client.last_brief() == "reply " + std::to_string(kWaitingMessagesMax + 3) + " for over");
}

TEST_CASE("A try takes so many turns; then it can be begun anew or deleted") {
    World world;
    Client client(world.host);
    client.hello();
    for (std::size_t i = 0; i < kTurnsOfOneTryMax; ++i) client.command(std::to_string(i), "help");
    CHECK(client.last_brief() ==
          "reply " + std::to_string(kTurnsOfOneTryMax + 1) + " for " + std::to_string(kTurnsOfOneTryMax - 1));
    client.command("over", "help");
    CHECK(client.last_brief() == "error rate_limited for over");
    client.command("0", "help");  // a resend is no turn
    CHECK(client.last_brief() == "reply 2 for 0");
    client.command("anew", "start_over");
    CHECK(client.last_brief() == "reply " + std::to_string(kTurnsOfOneTryMax + 2) + " for anew");
    client.choose("first", "face", {"no"});
    CHECK(client.last_brief() == "reply " + std::to_string(kTurnsOfOneTryMax + 3) + " for first");
}

TEST_CASE("A session takes so many turns; then it can only be deleted") {
    World world;
    Client client(world.host);
    client.hello();
    for (std::size_t i = 0; i < kTurnsMax; ++i) client.command(std::to_string(i), i == 200 ? "start_over" : "help");
    CHECK(client.last_brief() == "reply " + std::to_string(kTurnsMax + 1) + " for " + std::to_string(kTurnsMax - 1));
    client.command("over", "start_over");
    CHECK(client.last_brief() == "error rate_limited for over");
    client.command("end", "delete");
    CHECK(client.last_brief() == "reply " + std::to_string(kTurnsMax + 2) + " for end");
}

TEST_CASE("A peer that left hears nothing, yet its turn in flight is stored") {
    World world;
    Client client(world.host);
    client.hello();
    world.store.waits = true;
    client.choose("m1", "face", {"no"});
    client.choose("m2", "where", {});
    client.leave();
    world.store.answer_all();
    CHECK(client.last_brief() == "reply 1");
    CHECK(world.store.stored(client.session)->turns.size() == 1);  // what waited was not begun
}

TEST_CASE("A turn in flight on a socket that is taken over is answered where it came from") {
    World world;
    Client older(world.host), newer(world.host);
    older.hello();
    older.choose("m1", "face", {"no"});
    world.store.waits = true;
    older.choose("m2", "where", {});  // stored, but its socket does not know yet
    world.store.waits = false;
    newer.resume(older, 2);
    CHECK(newer.last_brief() == "reply 3 for m2");
    world.store.answer_all();
    CHECK(older.briefs() == Briefs{"ready", "reply 1", "reply 2 for m1", "error taken_over", "reply 3 for m2"});
    newer.choose("m3", "coffee", {"no"});
    CHECK(newer.last_brief() == "reply 4 for m3");
}

TEST_CASE("Why a conversation stands where it stands is told to its peer alone, where the host was told to") {
    World world;
    Client client(world.host);
    client.hello();
    client.choose("m1", "face", {"yes"});
    client.send_bytes(R"({"type":"explain","id":"e1"})");
    CHECK(client.last_brief() == "error bad_shape for e1");
    world.host.allow_explanations();
    client.send_bytes(R"({"type":"explain","id":"e2"})");
    const auto told = client.last();
    CHECK(told["type"] == "explanation");
    CHECK(told["for"] == "e2");
    CHECK(told["facts"][0]["finding"] == "face_droop");
    CHECK(told["facts"][0]["how"] == "button");
    CHECK(told["level"] == "emergency");
    CHECK_FALSE(told["flips"].empty());
    client.command("m2", "help");  // an explanation is no turn
    CHECK(client.last_brief() == "reply 3 for m2");

    Client early(world.host);
    early.send_bytes(R"({"type":"explain","id":"e3"})");
    CHECK(early.last_brief() == "error out_of_order for e3");
}

TEST_CASE("A peer may send from within an answer, or leave") {
    struct Eager final : Peer {
        void send(const wire::ServerMessage& message) override {
            sent.push_back(message);
            if (sent.size() == 2) host->receive(connection, R"({"type":"command","id":"m1","name":"help"})");
            if (sent.size() == 3) host->disconnect(connection);
        }
        ConversationHost* host = nullptr;
        int connection = 0;
        std::vector<wire::ServerMessage> sent;
    };
    World world;
    Eager peer;
    peer.host = &world.host;
    peer.connection = world.host.connect(peer);
    world.host.receive(peer.connection, R"({"type":"hello"})");
    REQUIRE(peer.sent.size() == 3);
    CHECK(std::get<wire::ReplyMessage>(peer.sent[2]).for_id == "m1");
    world.host.receive(peer.connection, R"({"type":"hello"})");
    CHECK(peer.sent.size() == 3);
}
