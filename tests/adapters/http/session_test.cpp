#include "http/session.hpp"

#include <catch2/catch.hpp>

#include "http/upgrade.hpp"
#include "running_listener.hpp"

namespace anamnesis::http {
namespace {

constexpr std::size_t kBodyBytesMax = 1000;

Router echo() {
    Router router;
    router.get("/", [](const Request& request) {
        return Response{.body = request.method + " " + request.query + " " + request.header("x-a")};
    });
    router.add("POST", "/", [](const Request& request, const Respond& respond) {
        respond({.body = std::to_string(request.body.size())});
    });
    router.get("/broken", [](const Request&) -> Response { throw std::runtime_error("planted"); });
    router.upgrade("/ws", {"chat.v1", [](Upgrade&& upgrade) {
                               const std::string taken = "taken " + upgrade.protocol + "\r\n\r\n";
                               boost::asio::write(upgrade.socket, boost::asio::buffer(taken));
                           }});
    return router;
}

struct Fixture {
    Router router = echo();
    RunningListener server{router, {.body_bytes_max = kBodyBytesMax, .allowed_origins = {"https://clinic.example"}}};
    Client client{server.port()};

    std::string upgrade(const std::string& headers) {
        return Client(server.port())
            .ask("GET /ws HTTP/1.1\r\nHost: here:1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n" + headers +
                 "\r\n");
    }
};

std::string get_with_fields_of(std::size_t bytes) {
    const std::string pad = "X-Pad: ";
    const std::string end = "\r\n\r\n";
    return "GET / HTTP/1.1\r\n" + pad + std::string(bytes - pad.size() - end.size(), 'a') + end;
}

std::string get_with_line_of(std::size_t bytes) {
    const std::string start = "GET /?";
    const std::string end = " HTTP/1.1\r\n\r\n";
    return start + std::string(bytes - start.size() - end.size(), 'a') + end;
}

std::string post_of(std::size_t bytes) {
    return "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::to_string(bytes) + "\r\n\r\n" +
           std::string(bytes, 'b');
}

TEST_CASE_METHOD(Fixture, "a connection is kept for the next request") {
    for (const std::string query : {"one", "two"}) {
        CHECK(has_status(client.ask("GET /?" + query + " HTTP/1.1\r\nX-A: 1\r\n\r\n"), 200));
        CHECK(client.body(9) == "GET " + query + " 1");
    }
    CHECK(has_status(client.ask("GET / HTTP/1.1\r\nConnection: close\r\n\r\n"), 200));
    client.body(5);
    CHECK(client.closed());
}

TEST_CASE_METHOD(Fixture, "HEAD is answered without a body") {
    const auto header = client.ask("HEAD /?abc HTTP/1.1\r\nConnection: close\r\n\r\n");
    CHECK(header.find("Content-Length: 9\r\n") != std::string::npos);
    CHECK(client.closed());
}

TEST_CASE_METHOD(Fixture, "every response forbids what no page here needs") {
    for (const std::string path : {"/", "/nowhere"}) {
        const auto header = client.ask("GET " + path + " HTTP/1.1\r\n\r\n");
        CHECK(header.find("Content-Security-Policy: default-src 'none';") != std::string::npos);
        CHECK(header.find("frame-ancestors 'none'") != std::string::npos);
        CHECK(header.find("X-Content-Type-Options: nosniff\r\n") != std::string::npos);
        CHECK(header.find("Referrer-Policy: no-referrer\r\n") != std::string::npos);
        client.body(path == "/" ? 5 : 10);
    }
}

TEST_CASE_METHOD(Fixture, "a header of 8 KiB is read, one more byte is 431") {
    CHECK(has_status(client.ask(get_with_fields_of(kHeaderBytesMax)), 200));
    CHECK(has_status(Client(server.port()).ask(get_with_fields_of(kHeaderBytesMax + 1)), 431));
    CHECK(has_status(Client(server.port()).ask(get_with_line_of(kHeaderBytesMax)), 200));
    CHECK(has_status(Client(server.port()).ask(get_with_line_of(kHeaderBytesMax + 1)), 431));
}

TEST_CASE_METHOD(Fixture, "a body of the limit is read, one more byte is 413") {
    CHECK(has_status(client.ask(post_of(kBodyBytesMax)), 200));
    CHECK(client.body(4) == "1000");
    CHECK(has_status(Client(server.port()).ask(post_of(kBodyBytesMax + 1)), 413));
}

TEST_CASE_METHOD(Fixture, "what is not HTTP is 400 and ends the connection") {
    CHECK(has_status(client.ask("hello there\r\n\r\n"), 400));
    client.body(20);
    CHECK(client.closed());
}

TEST_CASE_METHOD(Fixture, "a handler that throws is 500, and the server lives") {
    CHECK(has_status(client.ask("GET /broken HTTP/1.1\r\n\r\n"), 500));
    CHECK(has_status(Client(server.port()).ask("GET / HTTP/1.1\r\n\r\n"), 200));
}

TEST_CASE_METHOD(Fixture, "an upgrade goes to the channel, with the subprotocol both know") {
    CHECK(upgrade("") == "taken \r\n\r\n");
    CHECK(upgrade("Sec-WebSocket-Protocol: chat.v1\r\n") == "taken chat.v1\r\n\r\n");
    CHECK(upgrade("Sec-WebSocket-Protocol: mqtt, chat.v1\r\n") == "taken chat.v1\r\n\r\n");
    CHECK(has_status(upgrade("Sec-WebSocket-Protocol: mqtt\r\n"), 400));
}

TEST_CASE_METHOD(Fixture, "a query does not make another path of an upgrade either") {
    CHECK(client.ask("GET /ws?v=1 HTTP/1.1\r\nHost: here:1\r\nConnection: Upgrade\r\n"
                     "Upgrade: websocket\r\n\r\n") == "taken \r\n\r\n");
}

TEST_CASE_METHOD(Fixture, "pages of other origins may not upgrade") {
    CHECK(upgrade("Origin: http://here:1\r\n").starts_with("taken"));
    CHECK(upgrade("Origin: https://clinic.example\r\n").starts_with("taken"));
    CHECK(has_status(upgrade("Origin: http://evil.example\r\n"), 403));
    CHECK(has_status(upgrade("Origin: null\r\n"), 403));
}

TEST_CASE_METHOD(Fixture, "an upgrade elsewhere is a plain request") {
    const std::string upgrade = "HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";
    CHECK(has_status(client.ask("GET /nowhere " + upgrade), 404));
}

}  // namespace
}  // namespace anamnesis::http
