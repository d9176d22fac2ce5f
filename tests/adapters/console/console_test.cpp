#include "console/console.hpp"

#include <sstream>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "../host/host_world.hpp"

using namespace anamnesis;
using tests::World;

namespace {

/// What comes out for what is typed.
std::string run(const std::string& input, bool as_json, const std::string& locale = "en-GB") {
    World world;
    std::istringstream in(input);
    std::ostringstream out;
    CHECK(run_console(world.host, in, out, {locale, "", as_json}) == 0);
    return out.str();
}

std::vector<nlohmann::json> run_json(const std::string& input) {
    std::istringstream out(run(input, true));
    std::vector<nlohmann::json> messages;
    for (std::string line; std::getline(out, line);) messages.push_back(nlohmann::json::parse(line));
    return messages;
}

const std::string kHello = "{\"type\":\"hello\"}\n";

}  // namespace

TEST_CASE("json: one message a line, both ways, and nothing else") {
    CHECK(run("", true).empty());
    const auto messages =
        run_json(kHello + "{\"type\":\"choose\",\"id\":\"m1\",\"question\":\"face\",\"choices\":[\"no\"]}\n");
    REQUIRE(messages.size() == 3);
    CHECK(messages[0].at("type") == "ready");
    CHECK(messages[1].at("seq") == 1);
    CHECK(messages[2].at("for") == "m1");
}

TEST_CASE("json: every line is answered, bad ones too, and the conversation goes on") {
    const auto messages = run_json("\nhello\n\xFF\n" + std::string(wire::kFrameBytesMax + 1, ' ') + '\n' +
                                   kHello.substr(0, kHello.size() - 1) + "\r\n");
    REQUIRE(messages.size() == 6);
    CHECK(messages[0].at("code") == "bad_json");
    CHECK(messages[1].at("code") == "bad_json");
    CHECK(messages[2].at("code") == "not_utf8");
    CHECK(messages[3].at("code") == "too_large");
    CHECK(messages[4].at("type") == "ready");
}

TEST_CASE("json: a line as long as a frame may be is read") {
    std::string line = kHello.substr(0, kHello.size() - 1);
    line.resize(wire::kFrameBytesMax, ' ');
    CHECK(run_json(line).at(0).at("type") == "ready");
}

TEST_CASE("For people: the greeting and its options come by themselves") {
    const std::string text = run("", false);
    CHECK(text.find("Does one side of your face droop?\n  - Yes\n  - No\n") != std::string::npos);
    CHECK(text.find("\"type\"") == std::string::npos);
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) CHECK(line.size() <= kConsoleColumns);
}

TEST_CASE("For people: what is typed is said; a number or a label answers") {
    CHECK(run("no\n", false).find("Does one of these twitch too?") != std::string::npos);
    CHECK(run("no\n2\n", false).find("And what about this one: a twitching eyelid?") != std::string::npos);
}

TEST_CASE("For people: an emergency comes first, with the number of the region") {
    CHECK(run("yes\n", false).find("\n*** 999 ***\n") != std::string::npos);
    CHECK(run("yes\n", false, "en-US").find("\n*** 911 ***\n") != std::string::npos);
}

TEST_CASE("For people: a slash is a command; one that is not known is answered kindly") {
    CHECK(run("no\n/back\n", false).find("Here is the earlier question again") != std::string::npos);
    CHECK(run("no\n/change face\n", false).find("Here is the earlier question again") != std::string::npos);
    for (const char* line : {"/sing\n", "/\n", "/ \n"})
        CHECK(run(line, false).find("is not one that this conversation knows") != std::string::npos);
}

TEST_CASE("For people: bytes that are no text, lines too long, an odd locale: all are answered") {
    CHECK(run("\xFF\n", false).find("could not be read as text") != std::string::npos);
    const std::string longer(wire::kFrameBytesMax + 1, 'a');
    CHECK(run(longer + "\nno\n", false).find("Does one of these twitch too?") != std::string::npos);
    CHECK(run("", false, "\xFF\xFE").find("Does one side of your face droop?") != std::string::npos);
}
