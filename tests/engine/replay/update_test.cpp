#include <catch2/catch.hpp>

#include "engine/replay/reading.hpp"
#include "engine/tiny_dialog.hpp"
#include "replay/keys.hpp"
#include "replay/source_lines.hpp"
#include "replay/update.hpp"

using namespace anamnesis;

namespace {

Page page_of(const std::vector<std::string>& messages) {
    Page page;
    for (const std::string& message : messages) page.messages.push_back({message, {}});
    page.question = Page::Question{"face", Style::yes_no, {"face_droop"}, {}};
    return page;
}

TurnLines turn_of(const std::string& text) { return tests::transcript_of(text).lines; }

std::string mended_text(const std::string& text, const Page& page) {
    return mended(tests::tiny_dialog(), turn_of(text), page);
}

}  // namespace

TEST_CASE("a turn is an input with what stands below it", "[replay]") {
    const auto turns = turns_of(tests::transcript_of("# note\nbot: Hello\nyou: hi\nask: face\n\ntap: no\n"));
    REQUIRE(turns.size() == 3);
    CHECK(unchanged(turns[0]) == "# note\nbot: Hello\n");
    CHECK(unchanged(turns[1]) == "you: hi\nask: face\n\n");
    CHECK(unchanged(turns[2]) == "tap: no\n");
}

TEST_CASE("an update leaves alone what holds", "[replay]") {
    const std::string text = "you: hi\n# why\n  bot :  Hello...\n\nask: face\nnot: bye\n";
    CHECK(mended_text(text, page_of({"Hello you."})) == text);
}

TEST_CASE("an update mends what is broken, but no `not`", "[replay]") {
    CHECK(mended_text("you: hi\nask: arms\nnot: hello\r\nlevel: soon\r\n", page_of({"Hello."})) ==
          "you: hi\nask: face\nnot: hello\r\nlevel: -\r\n");
    CHECK(mended_text("ask: arms", page_of({})) == "ask: face");
}

TEST_CASE("a broken message becomes the one most like it", "[replay]") {
    const Page page = page_of({"Noted: coffee.", "Ring 999 now.", "Is it the face?"});
    CHECK(mended_text("bot: Call 999 now.\n", page) == "bot: Ring 999 now.\n");
    CHECK(mended_text("bot: Is it the arm?\nbot: Call 999 now.\n", page) ==
          "bot: Is it the face?\nbot: Ring 999 now.\n");
}

TEST_CASE("a message that another line is about is not taken again", "[replay]") {
    const Page page = page_of({"Ring 999 now.", "Is it the face?"});
    CHECK(mended_text("bot: Call 999 now.\nbot: Ring 999...\n", page) == "bot: Is it the face?\nbot: Ring 999...\n");
    CHECK(mended_text("bot: Ring...\nbot: Is...\nbot: Gone.\n", page) == "bot: Ring...\nbot: Is...\n");
    CHECK(mended_text("bot: Gone.\n", page_of({})) == "bot: Gone.\n");
}

TEST_CASE("a bare input gets all that the page has", "[replay]") {
    Page page = page_of({"Ring\n999 now.", " ", "Is it the face?"});
    CHECK(filled(turn_of("you: hi\n\n# end\n"), page) ==
          "you: hi\nbot: Ring 999 now.\nbot: Is it the face?\nask: face\n\n# end\n");
    page.question.reset();
    page.outcome = Page::Outcome{"call_now", Level::soon, "E01", {{"stress", "often"}}, {}, {}};
    CHECK(filled(turn_of("tap: yes"), page) ==
          "tap: yes\nbot: Ring 999 now.\nbot: Is it the face?\ncauses: stress\nlevel: soon\n"
          "rule: E01\noutcome: call_now\nask: -\n");
}

TEST_CASE("what was noted is written below words", "[replay]") {
    Page page = page_of({"Hello."});
    page.noted = {{"coffee", "yes", "coffee"}};
    CHECK(filled(turn_of("you: coffee\n"), page) == "you: coffee\nnoted: coffee=yes\nbot: Hello.\nask: face\n");
    CHECK(filled(turn_of("tap: yes\n"), page) == "tap: yes\nbot: Hello.\nask: face\n");
}

TEST_CASE("new lines end as their input does", "[replay]") {
    CHECK(filled(turn_of("you: hi\r\n"), page_of({"Hello."})) == "you: hi\r\nbot: Hello.\r\nask: face\r\n");
}

TEST_CASE("a message that no line can hold is cut, at a whole letter", "[replay]") {
    const std::size_t most = kTranscriptLineBytesMax - 5;
    const auto line_for = [](const std::string& message) {
        const std::string text = filled(turn_of("you: hi\n"), page_of({message}));
        return turn_of(text).at(1).text;
    };
    CHECK(line_for(std::string(most - 3, 'a')) == std::string(most - 3, 'a'));
    CHECK(line_for(std::string(most - 2, 'a')) == std::string(most - 3, 'a') + "...");
    CHECK(line_for(std::string(most - 4, 'a') + "\xC3\xA9") == std::string(most - 4, 'a') + "...");
}
