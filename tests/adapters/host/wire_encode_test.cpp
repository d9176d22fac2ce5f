#include <tuple>

#include <catch2/catch.hpp>

#include "host/wire.hpp"

using namespace anamnesis;
using namespace anamnesis::wire;

TEST_CASE("Ready and errors, as the contract writes them") {
    CHECK(encode(Ready{"s", "x", "tiny", "1.0.0"}) ==
          R"({"type":"ready","session":"s","secret":"x","dialog":"tiny","version":"1.0.0"})");
    CHECK(encode(ErrorMessage{ErrorCode::busy, "Later, please.", "7"}) ==
          R"({"type":"error","code":"busy","message":"Later, please.","for":"7"})");
    CHECK(encode(ErrorMessage{ErrorCode::bad_json, "What?", {}}) ==
          R"({"type":"error","code":"bad_json","message":"What?","for":null})");
}

TEST_CASE("Every error code has its name") {
    CHECK(to_string(ErrorCode::bad_json) == "bad_json");
    CHECK(to_string(ErrorCode::bad_shape) == "bad_shape");
    CHECK(to_string(ErrorCode::too_large) == "too_large");
    CHECK(to_string(ErrorCode::not_utf8) == "not_utf8");
    CHECK(to_string(ErrorCode::unknown_question) == "unknown_question");
    CHECK(to_string(ErrorCode::unknown_choice) == "unknown_choice");
    CHECK(to_string(ErrorCode::unknown_dialog) == "unknown_dialog");
    CHECK(to_string(ErrorCode::id_reused) == "id_reused");
    CHECK(to_string(ErrorCode::out_of_order) == "out_of_order");
    CHECK(to_string(ErrorCode::session_unknown) == "session_unknown");
    CHECK(to_string(ErrorCode::taken_over) == "taken_over");
    CHECK(to_string(ErrorCode::busy) == "busy");
    CHECK(to_string(ErrorCode::rate_limited) == "rate_limited");
    CHECK(to_string(ErrorCode::unavailable) == "unavailable");
}

TEST_CASE("A greeting: for nobody's message, with a question, without an outcome") {
    ReplyMessage reply;
    reply.seq = 1;
    reply.page.messages = {{"Hello.\nWhat is it?", {}}, {"It is often harmless.", {"article:a.1"}}};
    reply.page.question = Page::Question{"face", Style::yes_no, {"face_droop"}, {{"yes", "Yes"}}};
    reply.page.progress = {0, 3};
    reply.page.state = "danger";
    CHECK(encode(reply) == R"({"type":"reply","seq":1,"for":null,)"
                           R"("messages":[{"text":"Hello.\nWhat is it?","cite":[]},)"
                           R"({"text":"It is often harmless.","cite":["a.1"]}],)"
                           R"("question":{"id":"face","style":"yes_no","findings":["face_droop"],)"
                           R"("options":[{"id":"yes","label":"Yes"}]},)"
                           R"("outcome":null,"noted":[],"progress":{"done":0,"of":3},"state":"danger"})");
}

TEST_CASE("An ending: with an outcome and what was noted, without a question") {
    ReplyMessage reply;
    reply.seq = 7;
    reply.for_id = "id-7";
    reply.page.outcome = Page::Outcome{"call_now", Level::emergency, "E01", {{"stroke", "can"}}, {"rest"}, "999"};
    reply.page.noted = {{"face_droop", "yes", "Face droops: yes"}};
    const std::string json = encode(reply);
    CHECK(json.find(R"("for":"id-7","messages":[],"question":null,)") != std::string::npos);
    CHECK(json.find(R"("outcome":{"id":"call_now","level":"emergency","rule":"E01",)"
                    R"("causes":[{"id":"stroke","strength":"can"}],"advice":["rest"],)"
                    R"("emergency_number":"999"},)") != std::string::npos);
    CHECK(json.find(R"("noted":[{"finding":"face_droop","value":"yes","label":"Face droops: yes"}])") !=
          std::string::npos);

    reply.page.outcome->emergency_number.reset();
    CHECK(encode(reply).find(R"("emergency_number":null)") != std::string::npos);
}

TEST_CASE("Bytes that are no UTF-8 are replaced, not thrown over") {
    CHECK(encode(Ready{"\xFF", "", "", ""}).find("\xEF\xBF\xBD") != std::string::npos);
}

TEST_CASE("A client's message is read as it was written") {
    const auto again = [](const ClientMessage& message) { return *parse(encode(message)); };

    const auto hello = std::get<Hello>(again(Hello{"tiny", "en-GB", "s", "x", 3}));
    CHECK(std::tie(hello.dialog, hello.locale, *hello.session, hello.secret.reveal(), hello.after) ==
          std::make_tuple("tiny", "en-GB", "s", "x", 3));
    CHECK_FALSE(std::get<Hello>(again(Hello{})).session);

    const auto say = std::get<Say>(again(Say{"1", "a \"quoted\"\nline"}));
    CHECK(std::tie(say.id, say.text.reveal()) == std::make_tuple("1", "a \"quoted\"\nline"));

    const auto choose = std::get<Choose>(again(Choose{"2", "where", {"eyelid", "thumb"}}));
    CHECK(choose.question == "where");
    CHECK(choose.choices == std::vector<std::string>{"eyelid", "thumb"});

    CHECK(std::get<CommandMessage>(again(CommandMessage{"3", "change", "face"})).argument == "face");
    CHECK(std::get<CommandMessage>(again(CommandMessage{"4", "language", "de-AT"})).argument == "de-AT");
    CHECK(std::get<CommandMessage>(again(CommandMessage{"5", "back", ""})).name == "back");
}

TEST_CASE("What a client's message may not be is told when it is read") {
    CHECK(parse(encode(Say{"1", std::string(kTextBytesMax, 'a')})).has_value());
    CHECK(parse(encode(Say{"1", std::string(kTextBytesMax + 1, 'a')})).error().code == ErrorCode::too_large);
    CHECK(parse(encode(Say{"", "no id"})).error().code == ErrorCode::bad_shape);
    CHECK(std::get<Say>(*parse(encode(Say{"1", "\xff"}))).text.reveal() == "\xef\xbf\xbd");
}
