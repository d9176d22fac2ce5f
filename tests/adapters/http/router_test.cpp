#include "http/router.hpp"

#include <catch2/catch.hpp>

namespace anamnesis::http {
namespace {

Response ask(const Router& router, const std::string& method, const std::string& path) {
    Response given{.status = 0};
    router.handle({.method = method, .path = path, .query = {}, .headers = {}, .body = {}},
                  [&](Response response) { given = std::move(response); });
    return given;
}

Router greeter() {
    Router router;
    router.get("/hello", [](const Request& request) { return Response{.body = "hello by " + request.method}; });
    router.add("POST", "/hello", [](const Request&, const Respond& respond) { respond({.status = 201}); });
    router.upgrade("/ws", {"chat.v1", {}});
    return router;
}

TEST_CASE("a path is answered by its handler, by method") {
    const auto router = greeter();
    CHECK(ask(router, "GET", "/hello").body == "hello by GET");
    CHECK(ask(router, "HEAD", "/hello").status == 200);
    CHECK(ask(router, "POST", "/hello").status == 201);
}

TEST_CASE("unknown paths are 404; a trailing slash makes another path") {
    const auto router = greeter();
    CHECK(ask(router, "GET", "/").status == 404);
    CHECK(ask(router, "GET", "/hello/").status == 404);
}

TEST_CASE("an unknown method is 405 and names those that there are") {
    const auto response = ask(greeter(), "DELETE", "/hello");
    CHECK(response.status == 405);
    REQUIRE(response.headers.size() == 1);
    CHECK(response.headers[0] == std::pair<std::string, std::string>{"Allow", "GET, HEAD, POST"});
}

TEST_CASE("a WebSocket path is found for upgrades and tells a plain GET so") {
    const auto router = greeter();
    CHECK(ask(router, "GET", "/ws").status == 426);
    REQUIRE(router.find_upgrade("/ws") != nullptr);
    CHECK(router.find_upgrade("/ws")->protocol == "chat.v1");
    CHECK(router.find_upgrade("/hello") == nullptr);
}

TEST_CASE("a handler may answer later") {
    Router router;
    Respond later;
    router.add("GET", "/slow", [&](const Request&, Respond respond) { later = std::move(respond); });
    Response given{.status = 0};
    router.handle({.method = "GET", .path = "/slow", .query = {}, .headers = {}, .body = {}},
                  [&](Response response) { given = std::move(response); });
    CHECK(given.status == 0);
    later({.body = "at last"});
    CHECK(given.body == "at last");
}

}  // namespace
}  // namespace anamnesis::http
