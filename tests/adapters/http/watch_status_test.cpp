#include "http/watch_status.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "../host/host_world.hpp"

namespace anamnesis::http {
namespace {

TEST_CASE("an author hears what is wrong, with its place, until it is mended") {
    const tests::TempFolder folder;
    tests::copy_tiny_dialog(folder);
    tests::World world;
    DialogReloader reloader(
        world.host, [&] { return std::vector{folder.at("tiny")}; }, ConversationHost::Superseded::dropped);
    Router router;
    add_watch_status(router, reloader);
    const auto status = [&] {
        nlohmann::json told;
        router.handle({.method = "GET", .path = kWatchStatusPath, .query = {}, .headers = {}, .body = {}},
                      [&](const Response& response) { told = nlohmann::json::parse(response.body); });
        return told;
    };
    CHECK(status()["diagnostics"].empty());
    const std::string good = folder.read("tiny/dialog.json");
    folder.write("tiny/dialog.json", "\xFF");
    reloader.reload();
    REQUIRE_FALSE(status()["diagnostics"].empty());
    const auto first = status()["diagnostics"][0];
    CHECK(first["file"] == folder.at("tiny/dialog.json"));
    CHECK(first["line"] == 1);
    for (const char* key : {"code", "severity", "column", "pointer", "message", "hint"}) CHECK(first.contains(key));
    folder.write("tiny/dialog.json", good);
    reloader.reload();
    CHECK(status()["diagnostics"].empty());
}

}  // namespace
}  // namespace anamnesis::http
