#include "websocket/buffers.hpp"

#include <catch2/catch.hpp>

namespace anamnesis::websocket {
namespace {

TEST_CASE("a frame of 64 KiB is kept, one more byte makes it too large, until it is cleared") {
    Inbox inbox;
    inbox.add(std::string(wire::kFrameBytesMax - 1, 'a'));
    inbox.add("b");
    CHECK_FALSE(inbox.too_large());
    CHECK(inbox.bytes().size() == wire::kFrameBytesMax);
    inbox.add("c");
    CHECK(inbox.too_large());
    inbox.add("");
    CHECK(inbox.too_large());
    inbox.clear();
    inbox.add("d");
    CHECK_FALSE(inbox.too_large());
    CHECK(inbox.bytes() == "d");
}

TEST_CASE("messages wait in order, up to the limit and not one byte more") {
    Outbox outbox;
    CHECK(outbox.push("first"));
    CHECK(outbox.push(std::string(kOutboxBytesMax - 5, 'a')));
    CHECK_FALSE(outbox.push("b"));
    CHECK(outbox.front() == "first");
    outbox.pop();
    CHECK(outbox.push("fifth"));
    CHECK_FALSE(outbox.push("b"));
}

TEST_CASE("dropping what waits keeps the message that is on its way") {
    Outbox outbox;
    for (const auto* message : {"first", "second", "third"}) CHECK(outbox.push(message));
    outbox.drop_waiting();
    CHECK(outbox.front() == "first");
    outbox.pop();
    CHECK(outbox.empty());
    CHECK(outbox.push(std::string(kOutboxBytesMax, 'a')));
}

}  // namespace
}  // namespace anamnesis::websocket
