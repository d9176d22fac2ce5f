#include "http/listener.hpp"

#include <catch2/catch.hpp>

#include "running_listener.hpp"

namespace anamnesis::http {
namespace {

TEST_CASE("an address to listen on") {
    const auto v4 = parse_listen("127.0.0.1:8080");
    REQUIRE(v4.has_value());
    CHECK(v4->address == "127.0.0.1");
    CHECK(v4->port == 8080);
    const auto v6 = parse_listen("[::1]:0");
    REQUIRE(v6.has_value());
    CHECK(v6->address == "::1");
    CHECK(parse_listen("127.0.0.1:65535").has_value());
    for (const auto* bad : {"", ":", "8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:-1",
                            "127.0.0.1:80x", "localhost:80", "::1:80"}) {
        INFO(bad);
        CHECK_FALSE(parse_listen(bad).has_value());
    }
}

TEST_CASE("a port that is taken is an error in words") {
    const Router router;
    const RunningListener first(router, {});
    boost::asio::io_context io;
    const auto second = Listener::open(io, router, {.port = first.port()});
    REQUIRE_FALSE(second.has_value());
    CHECK(second.error().code == Errc::unavailable);
    CHECK(second.error().message.find(std::to_string(first.port())) != std::string::npos);
}

TEST_CASE("the url names the port that was found") {
    const Router router;
    const RunningListener server(router, {});
    CHECK(server.port() != 0);
    CHECK(server.url() == "http://127.0.0.1:" + std::to_string(server.port()));
}

TEST_CASE("connections are bounded: the last one is served, one more is turned away") {
    Router router;
    router.get("/", [](const Request&) { return Response{}; });
    const RunningListener server(router, {.connections_max = 2});
    const std::string get = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
    Client first(server.port());
    CHECK(has_status(first.ask(get), 200));
    {
        Client second(server.port());
        CHECK(has_status(second.ask(get), 200));
        Client third(server.port());
        CHECK(has_status(third.header(), 503));
        CHECK(third.closed());
    }
    for (int tries = 0; tries < 100; ++tries) {  // the place is free once the server saw the end
        Client again(server.port());
        if (has_status(again.ask(get), 200)) return;
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    FAIL("a connection that ended did not give its place back");
}

TEST_CASE("stopping closes idle connections and ends") {
    Router router;
    router.get("/", [](const Request&) { return Response{}; });
    RunningListener server(router, {});
    Client client(server.port());
    CHECK(has_status(client.ask("GET / HTTP/1.1\r\nHost: x\r\n\r\n"), 200));
    server.stop();
    CHECK(client.closed());
}

}  // namespace
}  // namespace anamnesis::http
