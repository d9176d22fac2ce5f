#include "http/operations.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "../host/host_world.hpp"

namespace anamnesis::http {
namespace {

TEST_CASE("counters are written for Prometheus") {
    const HostMetrics metrics{.sessions_started = 2, .turns = 7};
    const auto text = metrics_text(metrics, 3);
    CHECK(text.find("# TYPE anamnesis_turns_total counter\nanamnesis_turns_total 7\n") != std::string::npos);
    CHECK(text.find("anamnesis_sessions_started_total 2\n") != std::string::npos);
    CHECK(text.find("# TYPE anamnesis_open_sockets gauge\nanamnesis_open_sockets 3\n") != std::string::npos);
}

struct Fixture {
    tests::FaultyStore store;
    tests::ManualClock clock;
    SystemRandom random;
    std::shared_ptr<LoadedScript> script = std::make_shared<LoadedScript>();
    ConversationHost host{{script}, store, clock, random, {make_key(random)}};
    Router router;

    Fixture() {
        script->dialog.id = "lips";
        script->dialog.version = "1.2.3";
        script->pin = "lips@1.2.3#abc";
        add_operations(router, {host, store, clock, "0.9", [] { return std::size_t{1}; }});
    }

    Response get(const std::string& path) {
        Response given{.status = 0};
        router.handle({.method = "GET", .path = path, .query = {}, .headers = {}, .body = {}},
                      [&](Response response) { given = std::move(response); });
        return given;
    }
};

TEST_CASE_METHOD(Fixture, "healthy is up; ready is a store that keeps what it is given") {
    CHECK(get("/healthz").status == 200);
    CHECK(get("/readyz").status == 200);
    CHECK(get("/readyz").body == "ready\n");
    store.fails_all = true;
    clock.time += kReadyEveryMs;
    CHECK(get("/healthz").status == 200);
    CHECK(get("/readyz").status == 503);
}

TEST_CASE_METHOD(Fixture, "ready says what the store warns of") {
    store.warning = "no synchronous standby";
    CHECK(get("/readyz").status == 200);
    CHECK(get("/readyz").body == "ready\nwarning: no synchronous standby\n");
}

TEST_CASE_METHOD(Fixture, "ready tries the store no more often than every five seconds") {
    get("/readyz");
    clock.time += kReadyEveryMs - 1;
    get("/readyz");
    CHECK(store.probes == 1);
    clock.time += 1;
    get("/readyz");
    CHECK(store.probes == 2);
    clock.time -= 1'000'000;  // the clock was set back
    get("/readyz");
    CHECK(store.probes == 3);
}

TEST_CASE_METHOD(Fixture, "pages hear which dialogs there are") {
    script->dialog.languages = {{"en-GB", {{"dialog.title", "About lips"}}, {}, nullptr}};
    script->dialog.regions = {{"*", "", {}}};
    const auto offered = nlohmann::json::parse(get("/dialogs").body);
    CHECK(offered["watch"] == false);
    REQUIRE(offered["dialogs"].size() == 1);
    CHECK(offered["dialogs"][0]["id"] == "lips");
    CHECK(offered["dialogs"][0]["title"] == "About lips");
}

TEST_CASE_METHOD(Fixture, "the version names every dialog with the script it runs on") {
    const auto version = nlohmann::json::parse(get("/version").body);
    CHECK(version["name"] == "anamnesis");
    CHECK(version["version"] == "0.9");
    REQUIRE(version["dialogs"].size() == 1);
    CHECK(version["dialogs"][0]["id"] == "lips");
    CHECK(version["dialogs"][0]["script"] == "lips@1.2.3#abc");
}

TEST_CASE_METHOD(Fixture, "metrics are served") {
    CHECK(get("/metrics").body.find("anamnesis_open_sockets 1\n") != std::string::npos);
}

}  // namespace
}  // namespace anamnesis::http
