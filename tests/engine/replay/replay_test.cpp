#include <filesystem>
#include <fstream>
#include <iterator>

#include <catch2/catch.hpp>

#include "engine/replay/reading.hpp"
#include "engine/tiny_dialog.hpp"
#include "replay/keys.hpp"

using namespace anamnesis;
using tests::places_of;

namespace {

using Codes = std::vector<std::string>;

ReplayReport run(const std::string& text) { return replay(tests::tiny_dialog(), tests::transcript_of(text)); }

struct Chat {
    std::string path;
    std::string text;
};

std::vector<Chat> shipped_chats() {
    std::vector<Chat> out;
    for (const auto& entry : std::filesystem::directory_iterator(tests::source_path("dialogs/lip-twitching/replays"))) {
        std::ifstream in(entry.path(), std::ios::binary);
        out.push_back({entry.path().string(), {std::istreambuf_iterator<char>(in), {}}});
    }
    return out;
}

std::string without_expectations(const Transcript& transcript) {
    std::string out;
    for (const TranscriptLine& line : transcript.lines)
        if (!is_expectation(line.key)) out += line.raw;
    return out;
}

}  // namespace

TEST_CASE("a conversation that goes as written", "[replay]") {
    const auto report =
        run("bot: Hello...999...\nask: face\n"
            "tap: yes\nlevel: emergency\nrule: E01\noutcome: call_now\nbot: Call 999 now.\nask: -\n");
    CHECK(places_of(report.failures).empty());
    CHECK(report.covered.at("rules") == std::set<std::string>{"E01"});
}

TEST_CASE("the locale is that of the file", "[replay]") {
    CHECK(places_of(run("locale: en-US\ntap: yes\nbot: Call 911 now.\nnot: 999\n").failures).empty());
}

TEST_CASE("everything that is not as written is told, with its place", "[replay]") {
    const auto report = run("you: hello\n# note\nask: where\nlevel: soon\ntap: no\nask: coffee\n");
    CHECK(places_of(report.failures) == Codes{"R203:3", "R204:4", "R203:6"});
    CHECK(report.failures[0].file == "a.chat");
    CHECK(report.failures[0].column == 6);
}

TEST_CASE("nothing is run or changed after an input that is not possible", "[replay]") {
    const std::string text = "tap: no\nask: where\ntap: nose\nask: nowhere\ntap: mouth\n";
    const auto report = run(text);
    CHECK(places_of(report.failures) == Codes{"R102:3"});
    CHECK(report.updated == text);
}

TEST_CASE("inputs that no expectation follows are written down", "[replay]") {
    const auto report = run("tap: no\n");
    CHECK(report.updated == "tap: no\nbot: Does one of these twitch too?\nask: where\n");
    CHECK(run("tap: no\ntap: none\nask: coffee\n").updated == "tap: no\ntap: none\nask: coffee\n");
    CHECK(run("ask: face\n").updated == "ask: face\n");
    CHECK(run("# only a note\n").updated == "# only a note\n");
}

TEST_CASE("an update makes a transcript go as written, and brings back what was planted", "[replay]") {
    const std::string good = run("you: my face is drooping\n").updated;
    CHECK(places_of(run(good).failures).empty());
    CHECK(run(good).updated == good);
    std::string planted = good;
    planted.insert(planted.find("bot: ") + 5, "planted ");
    CHECK(places_of(run(planted).failures).size() == 1);
    CHECK(run(planted).updated == good);
}

TEST_CASE("an update cannot mend a text that must not be said", "[replay]") {
    const auto report = run("tap: yes\nnot: 999\n");
    CHECK(places_of(report.failures) == Codes{"R202:2"});
    CHECK(report.updated == "tap: yes\nnot: 999\n");
}

TEST_CASE("a button is pressed and expected by what it says", "[replay]") {
    CHECK(places_of(run("offer: Yes\noffer: N...\npress: no\nask: where\npress: None of these\nask: coffee\n").failures)
              .empty());
    CHECK(places_of(run("offer: yes\npress: perhaps\n").failures) == Codes{"R210:1", "R107:2"});
    CHECK(places_of(run("press: yes\noffer: -\npress: yes\n").failures) == Codes{"R101:3"});
    CHECK(run("tap: no\noffer: Yes\nask: face\n").updated == "tap: no\noffer: Yes\nask: where\n");
}

TEST_CASE("of all shipped conversations, an update mends every expectation but `not`", "[replay]") {
    for (const Chat& chat : shipped_chats()) {
        CAPTURE(chat.path);
        Transcript planted = tests::transcript_of(chat.text);
        for (TranscriptLine& line : planted.lines)
            if (is_expectation(line.key) && line.key != "not") line.text = "planted";
        const auto updated = tests::transcript_of(replay(tests::lip_twitching(), planted).updated);
        for (const Diagnostic& failure : replay(tests::lip_twitching(), updated).failures) {
            CAPTURE(to_string(failure));
            CHECK((failure.code == "R202" || failure.code[1] == '1'));
        }
    }
}

TEST_CASE("of all shipped conversations, an update is one that a second update leaves alone", "[replay]") {
    const Dialog& dialog = tests::lip_twitching();
    for (const Chat& chat : shipped_chats()) {
        CAPTURE(chat.path);
        const Transcript written = tests::transcript_of(chat.text);
        const auto report = replay(dialog, written);
        if (report.failures.empty()) CHECK(report.updated == chat.text);
        const Transcript bare = tests::transcript_of(without_expectations(written));
        for (const std::string& updated : {report.updated, replay(dialog, bare).updated})
            CHECK(replay(dialog, tests::transcript_of(updated)).updated == updated);
    }
}
