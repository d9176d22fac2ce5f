#include <catch2/catch.hpp>

#include "engine/replay/reading.hpp"
#include "replay/source_lines.hpp"

using namespace anamnesis;
using tests::places_of;
using tests::transcript_of;

namespace {

using Codes = std::vector<std::string>;

Diagnostics mistakes_in(const std::string& text) {
    const auto transcript = read_transcript("a.chat", text);
    return transcript ? Diagnostics{} : transcript.error();
}

Codes codes(const std::string& text) { return places_of(mistakes_in(text)); }

std::string repeated(const std::string& line, std::size_t times) {
    std::string out;
    while (times-- > 0) out += line;
    return out;
}

}  // namespace

TEST_CASE("a transcript is lines with a key and a text", "[replay]") {
    const Transcript t = transcript_of("# A note.\nlocale: en-US\n\n  tap : a, b \r\nbot: Note: this...");
    CHECK(t.path == "a.chat");
    CHECK(t.locale == "en-US");
    REQUIRE(t.lines.size() == 5);
    CHECK(t.lines[0].key.empty());
    CHECK(t.lines[2].key.empty());
    CHECK(t.lines[3].key == "tap");
    CHECK(t.lines[3].text == "a, b");
    CHECK(t.lines[3].line == 4);
    CHECK(t.lines[3].column == 9);
    CHECK(t.lines[4].text == "Note: this...");
}

TEST_CASE("a transcript keeps every byte", "[replay]") {
    for (const std::string text : {"", "\n", "# a\r\n\r\nyou: hi\r\n", "you: hi", "\xEF\xBB\xBFyou: hi\n\n# end"}) {
        std::string kept;
        for (const TranscriptLine& line : transcript_of(text).lines) kept += line.raw;
        CHECK(kept == text);
    }
}

TEST_CASE("a byte order mark and an empty message are no mistakes", "[replay]") {
    CHECK(transcript_of("\xEF\xBB\xBFyou: hi\n").lines[0].key == "you");
    CHECK(transcript_of("you:\n").lines[0].text.empty());
}

TEST_CASE("all mistakes are told at once, with their places", "[replay]") {
    CHECK(codes("hello\nYou: hi\nlevel: high\ntap:\nask: -\n") == Codes{"R004:1", "R005:2", "R008:3", "R007:4"});
    const auto mistakes = mistakes_in("you: hi\n  buddy: hi\n");
    REQUIRE(mistakes.size() == 1);
    CHECK(mistakes[0].file == "a.chat");
    CHECK(mistakes[0].line == 2);
    CHECK(mistakes[0].column == 3);
}

TEST_CASE("a hint names what was meant", "[replay]") {
    const auto hint = [](const std::string& text) { return mistakes_in(text).at(0).hint; };
    CHECK(hint("You: hi\n") == "did you mean \"you\"?");
    CHECK(hint("levl: soon\n") == "did you mean \"level\"?");
    CHECK(hint("level: emergancy\n") == "did you mean \"emergency\"?");
    CHECK(hint("do: bakc\n") == "did you mean \"back\"?");
}

TEST_CASE("the locale stands once, before the conversation", "[replay]") {
    CHECK(codes("# a note\n\nlocale: en-US\nyou: hi\n").empty());
    CHECK(codes("you: hi\nlocale: en-US\n") == Codes{"R006:2"});
    CHECK(codes("bot: Hello...\nlocale: en-US\n") == Codes{"R006:2"});
    CHECK(codes("locale: en-US\nlocale: en-GB\n") == Codes{"R006:2"});
}

TEST_CASE("what stands after a key must fit it", "[replay]") {
    CHECK(codes("do: back\ndo: change face\ndo: language en-US\n").empty());
    CHECK(codes("do: dance\ndo: back face\ndo: change\ndo: language\ndo:\n") ==
          Codes{"R008:1", "R008:2", "R008:3", "R008:4", "R007:5"});
    CHECK(codes("tap: none\ntap: unsure\ntap: a,b\n").empty());
    CHECK(codes("tap: a,,b\ntap: ,\ncauses: a,\n") == Codes{"R007:1", "R007:2", "R007:3"});
    CHECK(codes("noted: a=yes, b=no\nnoted: -\n").empty());
    CHECK(codes("noted: a\nnoted: a=\nnoted: =yes\n") == Codes{"R008:1", "R008:2", "R008:3"});
    CHECK(codes("level: self_care\nlevel: -\n").empty());
    CHECK(codes("bot:\nnot:\nask:\nlevel:\nuntil:\n") == Codes{"R007:1", "R007:2", "R007:3", "R007:4", "R007:5"});
}

TEST_CASE("what is not UTF-8 is told with its place", "[replay]") {
    const auto mistakes = mistakes_in("you: caf\xC3\xA9\nyou: caf\xE9\n");
    REQUIRE(mistakes.size() == 1);
    CHECK(mistakes[0].code == "R003");
    CHECK(mistakes[0].line == 2);
    CHECK(mistakes[0].column == 9);
}

TEST_CASE("the number of lines is bounded", "[replay]") {
    CHECK(codes(repeated("you: hi\n", kTranscriptLinesMax)).empty());
    CHECK(codes(repeated("you: hi\n", kTranscriptLinesMax - 1) + "you: hi").empty());
    CHECK(codes(repeated("you: hi\n", kTranscriptLinesMax + 1)) == Codes{"R001:2001"});
}

TEST_CASE("the length of a line is bounded", "[replay]") {
    const std::string longest = "you: " + std::string(kTranscriptLineBytesMax - 5, 'a');
    CHECK(codes(longest + "\r\n").empty());
    CHECK(codes(longest + "a\r\n" + longest) == Codes{"R002:1"});
}
