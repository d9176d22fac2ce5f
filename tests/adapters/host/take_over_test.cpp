// A conversation that another version of its script takes over.

#include <catch2/catch.hpp>

#include "host/kept.hpp"
#include "host_world.hpp"

using namespace anamnesis;
using tests::changed_tiny_script;
using tests::Client;
using tests::World;
using Briefs = std::vector<std::string>;

namespace {

/// A conversation that came to less coffee, on a server that then ended.
struct Ended {
    World world;
    Client first{world.host};

    Ended() {
        first.hello();
        first.choose("m1", "face", {"no"});
        first.choose("m2", "where", {"eyelid"});
        first.choose("m3", "coffee", {"yes"});
        first.choose("m4", "mood", {"no"});
        REQUIRE(first.last().at("outcome").at("level") == "routine");
    }
};

/// The next server, with its version of the script.
struct Next {
    Next(Ended& ended, std::shared_ptr<const LoadedScript> script)
        : host({std::move(script)}, ended.world.store, ended.world.clock, ended.world.random, ended.world.privacy) {}

    ConversationHost host;
    Client client{host};
};

std::string first_message(const nlohmann::json& reply) { return reply.at("messages").at(0).at("text"); }

}  // namespace

TEST_CASE("A new version goes on with what was said, and shows where the conversation stands") {
    Ended ended;
    Next next(ended, tests::next_tiny_script());
    next.client.resume(ended.first, 0);
    CHECK(next.client.briefs() == Briefs{"ready", "reply 5 for m4"});
    CHECK(next.client.last().at("outcome").at("level") == "routine");
    next.client.command("m5", "known");
    CHECK(next.client.last_brief() == "reply 6 for m5");
    CHECK(next.client.last().at("noted").size() >= 3);
}

TEST_CASE("A level that a new version raises is told before anything else") {
    Ended ended;
    const auto raised =
        changed_tiny_script("dialog.json", R"("if": "all red_flag denied and coffee", "then": "less_coffee")",
                            R"("if": "coffee", "then": "same_day")");
    Next next(ended, raised);
    next.client.resume(ended.first, 5);
    CHECK(next.client.briefs() == Briefs{"ready"});  // they have seen them all
    next.client.command("m5", "help");
    CHECK(next.client.last().at("outcome").at("level") == "urgent");
    const std::string told = text_for(raised->dialog, "en-GB", "outcomes.same_day.say");
    CHECK(first_message(next.client.last()) == told);
    CHECK(ended.world.store.stored(ended.first.session)->turns.back().script == raised->pin);
}

TEST_CASE("What means something else now is asked again, and only that") {
    Ended ended;
    Next next(ended, changed_tiny_script("dialog.json", R"("coffee": { "cite")", R"("coffee": { "rev": 2, "cite")"));
    next.client.resume(ended.first, 0);
    CHECK(next.client.last().at("question").at("id") == "coffee");
    next.client.choose("m5", "coffee", {"yes"});
    CHECK(next.client.last().at("question").is_null());
    CHECK(next.client.last().at("outcome").at("level") == "routine");
}

TEST_CASE("An alarm is carried over, and stays on the page") {
    World world;
    Client first(world.host);
    first.hello();
    first.choose("m1", "face", {"yes"});
    REQUIRE(first.last().at("outcome").at("level") == "emergency");
    ConversationHost host({tests::next_tiny_script()}, world.store, world.clock, world.random, world.privacy);
    Client second(host);
    second.resume(first, 0);
    CHECK(second.last().at("outcome").at("level") == "emergency");
    second.choose("m2", "face", {"no"});
    CHECK(second.last().at("outcome").at("level") == "emergency");  // it falls by a confirmed word alone
}

TEST_CASE("No words answer a question that was never seen") {
    World world;
    Client first(world.host);
    first.hello();
    first.choose("m1", "face", {"no"});
    first.choose("m2", "where", {"eyelid"});
    REQUIRE(first.last().at("question").at("id") == "coffee");
    ConversationHost host({changed_tiny_script("dialog.json", R"("face_droop": {)", R"("face_droop": { "rev": 2,)")},
                          world.store, world.clock, world.random, world.privacy);
    Client second(host);
    second.resume(first, 3);
    REQUIRE(second.briefs() == Briefs{"ready"});  // the page still shows what was asked before
    SECTION("typed") { second.say("m3", "no"); }
    SECTION("tapped") { second.choose("m3", "coffee", {"no"}); }
    CHECK(second.last_brief() == "reply 4 for m3");
    CHECK(second.last().at("question").at("id") == "face");
    CHECK(world.store.stored(first.session)->turns.size() == 3);
    second.say("m4", "no");
    CHECK(second.last().at("question").at("id") != "face");
}

TEST_CASE("An alarm outlives another revision of its finding") {
    World world;
    Client first(world.host);
    first.hello();
    first.choose("m1", "face", {"yes"});
    ConversationHost host({changed_tiny_script("dialog.json", R"("face_droop": {)", R"("face_droop": { "rev": 2,)")},
                          world.store, world.clock, world.random, world.privacy);
    Client second(host);
    second.resume(first, 2);
    second.say("m2", "no");
    CHECK(second.last().at("outcome").at("level") == "emergency");
}

TEST_CASE("A message that is sent again to another version is not taken twice") {
    Ended ended;
    Next next(ended, tests::next_tiny_script());
    next.client.resume(ended.first, 5);
    next.client.choose("m2", "where", {"eyelid"});
    CHECK(next.client.last_brief() == "reply 3 for m2");
    next.client.choose("m4", "mood", {"no"});
    CHECK(next.client.last_brief() == "reply 5 for m4");
    next.client.choose("m4", "mood", {"yes"});
    CHECK(next.client.last_brief() == "error id_reused for m4");
    CHECK(ended.world.store.stored(ended.first.session)->turns.size() == 4);
}

TEST_CASE("Nodes of two versions take turns of one conversation") {
    Ended ended;
    Next next(ended, tests::next_tiny_script());
    next.client.resume(ended.first, 5);
    next.client.command("m5", "repeat");
    next.client.choose("m6", "coffee", {"no"});
    REQUIRE(next.client.last_brief() == "reply 7 for m6");
    ConversationHost older({tests::tiny_script()}, ended.world.store, ended.world.clock, ended.world.random,
                           ended.world.privacy);
    Client back(older);
    back.resume(next.client, 7);
    back.command("m7", "known");
    CHECK(back.last_brief() == "reply 8 for m7");
    CHECK(back.last().at("outcome").at("level") == "soon");  // no coffee any more
}

TEST_CASE("What is kept goes into JSON and back, and what is not it is nothing") {
    Kept kept{"en-GB",
              {{"duration", {"weeks", "", false, 21.0, 2}}, {"droop", {"unsure", "", true, {}, 1}}},
              {"fits"},
              {"face"},
              Level::urgent};
    CHECK(kept_from_json(kept_to_json(kept)) == kept);
    for (const char* odd : {"{}", "[]", R"({"locale":"x","findings":[1],"claims":[],"answered":[]})",
                            R"({"locale":"x","findings":{},"claims":[],"answered":[],"shown":9})"})
        CHECK_FALSE(kept_from_json(nlohmann::json::parse(odd)));
}

TEST_CASE("The changes of all turns make what is known after the last") {
    const Kept one{"en", {{"a", {"yes", "no", false, {}, 1}}, {"b", {"no", "", false, {}, 1}}}, {"c"}, {"q"}, {}};
    const Kept two{"en", {{"a", {"yes", "", false, {}, 1}}}, {}, {"q", "r"}, Level::soon};
    nlohmann::json known = nlohmann::json::object();
    merge_turn(known, turn_to_bytes({}, known, kept_to_json(one)));
    CHECK(kept_from_json(known) == one);
    merge_turn(known, turn_to_bytes({}, known, kept_to_json(two)));
    CHECK(kept_from_json(known) == two);
    merge_turn(known, "no JSON");
    CHECK(kept_from_json(known) == two);
}
