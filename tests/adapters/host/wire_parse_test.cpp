#include <catch2/catch.hpp>

#include "../result_printer.hpp"
#include "host/wire.hpp"

using namespace anamnesis;
using namespace anamnesis::wire;

namespace {

template <class Kind>
Kind read(const std::string& bytes) {
    const auto parsed = parse(bytes);
    REQUIRE(parsed);
    REQUIRE(std::holds_alternative<Kind>(*parsed));
    return std::get<Kind>(*parsed);
}

/// The code of the refusal, with the id it answers: "bad_shape for 7", "bad_json".
std::string refusal(const std::string& bytes) {
    const auto parsed = parse(bytes);
    if (parsed) return "read";
    const ErrorMessage error = parsed.error();
    CHECK_FALSE(error.message.empty());
    return std::string(to_string(error.code)) + (error.for_id ? " for " + *error.for_id : "");
}

std::string say(const std::string& text) { return R"({"type":"say","id":"7","text":")" + text + R"("})"; }

std::string choose(std::size_t count, const std::string& choice) {
    std::string choices;
    for (std::size_t i = 0; i < count; ++i) choices += (i ? ",\"" : "\"") + choice + '"';
    return R"({"type":"choose","id":"7","question":"q","choices":[)" + choices + "]}";
}

/// An unknown key with lists in lists, `depth` of them.
std::string nested(std::size_t depth) {
    return R"({"type":"say","id":"7","text":"","more":)" + std::string(depth, '[') + std::string(depth, ']') + "}";
}

}  // namespace

TEST_CASE("A first hello may leave out everything, or say null") {
    for (const char* bytes :
         {R"({"type":"hello"})", R"({"type":"hello","dialog":null,"locale":null,"session":null,"secret":null})"}) {
        const auto hello = read<Hello>(bytes);
        CHECK(hello.dialog.empty());
        CHECK(hello.locale.empty());
        CHECK_FALSE(hello.session);
        CHECK(hello.after == 0);
    }
}

TEST_CASE("A hello that resumes names session, secret and the last seq seen") {
    const auto hello =
        read<Hello>(R"({"type":"hello","dialog":"tiny","locale":"en-GB","session":"s","secret":"x","after":4})");
    CHECK(hello.dialog == "tiny");
    CHECK(hello.locale == "en-GB");
    CHECK(hello.session == "s");
    CHECK(hello.secret.reveal() == "x");
    CHECK(hello.after == 4);
}

TEST_CASE("A locale is never an error: what cannot be a tag is an unknown one") {
    CHECK(read<Hello>(R"({"type":"hello","locale":"xx-nowhere"})").locale == "xx-nowhere");
    CHECK(read<Hello>(R"({"type":"hello","locale":"\u0000 \n"})").locale.empty());
    CHECK(read<Hello>(R"({"type":"hello","locale":")" + std::string(500, 'e') + "\"}").locale.empty());
}

TEST_CASE("Turns") {
    CHECK(read<Say>(say("my lip twitches")).text.reveal() == "my lip twitches");
    CHECK(read<Say>(say("")).text.reveal().empty());
    CHECK(read<Choose>(choose(0, "")).choices.empty());
    CHECK(read<Choose>(choose(2, "yes")).choices == std::vector<std::string>{"yes", "yes"});
    CHECK(read<CommandMessage>(R"({"type":"command","id":"7","name":"back"})").name == "back");
    CHECK(read<CommandMessage>(R"({"type":"command","id":"7","name":"change","question":"face"})").argument == "face");
    CHECK(read<CommandMessage>(R"({"type":"command","id":"7","name":"language","locale":"de"})").argument == "de");
}

TEST_CASE("Every command of the contract is read, and no other") {
    for (const std::string name : {"help", "why", "known", "back", "repeat", "change", "start_over", "skip_all", "stop",
                                   "delete", "person", "language"})
        CHECK(read<CommandMessage>(R"({"type":"command","id":"7","name":")" + name + "\"}").name == name);
    CHECK(refusal(R"({"type":"command","id":"7","name":"shutdown"})") == "bad_shape for 7");
    CHECK(refusal(R"({"type":"command","id":"7"})") == "bad_shape for 7");
}

TEST_CASE("Keys that are not known are passed over") {
    CHECK(read<Say>(R"({"type":"say","id":"7","text":"x","colour":{"red":[1,2.5,null]}})").id == "7");
}

TEST_CASE("What is no JSON, or not UTF-8, is told apart") {
    CHECK(refusal("") == "bad_json");
    CHECK(refusal("hello") == "bad_json");
    CHECK(refusal(R"({"type":"hello"} x)") == "bad_json");
    CHECK(refusal(R"({"type":"say","id":"7","text":"\ud800"})") == "bad_json");
    CHECK(refusal(R"({"type":"hello","after":1e999})") == "bad_json");
    CHECK(refusal(say("\xFF")) == "not_utf8");
    CHECK(refusal(say("\xC0\xAF")) == "not_utf8");          // overlong
    CHECK(refusal(say("\xED\xA0\x80")) == "not_utf8");      // surrogate
    CHECK(refusal(say("\xF4\x90\x80\x80")) == "not_utf8");  // above U+10FFFF
    CHECK(refusal(say("\xE2\x82")) == "not_utf8");          // cut
    CHECK(read<Say>(say("\xE2\x82\xAC")).text.reveal() == "\xE2\x82\xAC");
}

TEST_CASE("JSON of the wrong shape is answered, with the id where there is one") {
    CHECK(refusal("[]") == "bad_shape");
    CHECK(refusal("null") == "bad_shape");
    CHECK(refusal("{}") == "bad_shape");
    CHECK(refusal(R"({"id":"7"})") == "bad_shape for 7");
    CHECK(refusal(R"({"type":7,"id":"7"})") == "bad_shape for 7");
    CHECK(refusal(R"({"type":"sing","id":"7"})") == "bad_shape for 7");
    CHECK(refusal(R"({"type":"say","text":"x"})") == "bad_shape");
    CHECK(refusal(R"({"type":"say","id":"","text":"x"})") == "bad_shape");
    CHECK(refusal(R"({"type":"say","id":7,"text":"x"})") == "bad_shape");
    CHECK(refusal(R"({"type":"say","id":"\u0000","text":"x"})") == "bad_shape");
    CHECK(refusal(R"({"type":"say","id":"7"})") == "bad_shape for 7");
    CHECK(refusal(R"({"type":"say","id":"7","text":["x"]})") == "bad_shape for 7");
    CHECK(refusal(R"({"type":"choose","id":"7","question":"q","choices":"yes"})") == "bad_shape for 7");
    CHECK(refusal(R"({"type":"choose","id":"7","question":"q","choices":[1]})") == "bad_shape for 7");
    CHECK(refusal(R"({"type":"choose","id":"7","choices":[]})") == "bad_shape for 7");
    CHECK(refusal(R"({"type":"hello","after":-1})") == "bad_shape");
    CHECK(refusal(R"({"type":"hello","after":2147483648})") == "bad_shape");
    CHECK(refusal(R"({"type":"hello","after":1.5})") == "bad_shape");
    CHECK(refusal(R"({"type":"hello","session":7})") == "bad_shape");
    CHECK(refusal(R"({"type":"hello","locale":7})") == "bad_shape");
}

TEST_CASE("Limits hold at n and give way at n + 1") {
    SECTION("a frame") {
        const std::string hello = R"({"type":"hello"})";
        const std::string most = hello + std::string(kFrameBytesMax - hello.size(), ' ');
        CHECK(refusal(most) == "read");
        CHECK(refusal(most + ' ') == "too_large");
    }
    SECTION("a text, in bytes as they are meant") {
        CHECK(refusal(say(std::string(kTextBytesMax, 'a'))) == "read");
        CHECK(refusal(say(std::string(kTextBytesMax + 1, 'a'))) == "too_large for 7");
    }
    SECTION("an id") {
        const auto with_id = [](std::size_t size) {
            return R"({"type":"say","text":"x","id":")" + std::string(size, 'i') + "\"}";
        };
        CHECK(refusal(with_id(kIdBytesMax)) == "read");
        CHECK(refusal(with_id(kIdBytesMax + 1)) == "bad_shape");
    }
    SECTION("choices, and one choice") {
        CHECK(refusal(choose(kChoicesMax, "c")) == "read");
        CHECK(refusal(choose(kChoicesMax + 1, "c")) == "bad_shape for 7");
        CHECK(refusal(choose(1, std::string(kIdBytesMax, 'c'))) == "read");
        CHECK(refusal(choose(1, std::string(kIdBytesMax + 1, 'c'))) == "bad_shape for 7");
    }
    SECTION("a seq") { CHECK(read<Hello>(R"({"type":"hello","after":2147483647})").after == 2147483647); }
    SECTION("depth: the message and seven lists in it") {
        CHECK(refusal(nested(7)) == "read");
        CHECK(refusal(nested(8)) == "bad_shape");
        CHECK(refusal(nested(30000)) == "bad_shape");
        CHECK(refusal(std::string(kFrameBytesMax, '[')) == "bad_json");
    }
}
