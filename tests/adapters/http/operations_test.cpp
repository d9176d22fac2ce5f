#include "http/operations.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace anamnesis::http {
namespace {

TEST_CASE("counters are written for Prometheus") {
    const HostMetrics metrics{.sessions_started = 2, .turns = 7};
    const auto text = metrics_text(metrics, 3);
    CHECK(text.find("# TYPE anamnesis_turns_total counter\nanamnesis_turns_total 7\n") != std::string::npos);
    CHECK(text.find("anamnesis_sessions_started_total 2\n") != std::string::npos);
    CHECK(text.find("# TYPE anamnesis_open_sockets gauge\nanamnesis_open_sockets 3\n") != std::string::npos);
}

/// A store that is there or not; nothing else is asked of it.
class SwitchedStore final : public SessionStore {
public:
    bool up = true;

    void load(const std::string&, Done<std::optional<StoredSession>> done) override {
        if (up) return done(std::optional<StoredSession>{});
        done(Error{Errc::unavailable, "planted"});
    }
    void append(const SessionRow&, const TurnRow&, Done<bool> done) override { done(true); }
    void update(const SessionRow&, Done<bool> done) override { done(true); }
    void erase(const std::string&, Done<bool> done) override { done(true); }
    void purge(Instant, Done<int> done) override { done(0); }
};

struct Fixture {
    SwitchedStore store;
    SystemClock clock;
    SystemRandom random;
    std::shared_ptr<LoadedScript> script = std::make_shared<LoadedScript>();
    ConversationHost host{{script}, store, clock, random};
    Router router;

    Fixture() {
        script->dialog.id = "lips";
        script->dialog.version = "1.2.3";
        script->pin = "lips@1.2.3#abc";
        add_operations(router, {host, store, "0.9", [] { return std::size_t{1}; }});
    }

    Response get(const std::string& path) {
        Response given{.status = 0};
        router.handle({.method = "GET", .path = path, .query = {}, .headers = {}, .body = {}},
                      [&](Response response) { given = std::move(response); });
        return given;
    }
};

TEST_CASE_METHOD(Fixture, "healthy is up; ready is a store that answers") {
    CHECK(get("/healthz").status == 200);
    CHECK(get("/readyz").status == 200);
    store.up = false;
    CHECK(get("/healthz").status == 200);
    CHECK(get("/readyz").status == 503);
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
