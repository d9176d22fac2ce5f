#include "console/page_text.hpp"

#include <catch2/catch.hpp>

using namespace anamnesis;
using console::to_text;
using console::wrap;

TEST_CASE("Text is broken at spaces, at the column and not after it") {
    CHECK(wrap("aaa bbb ccc", 7) == "aaa bbb\nccc");
    CHECK(wrap("aaa bbb ccc", 6) == "aaa\nbbb\nccc");
    CHECK(wrap("aaa bbb", 7, "  ") == "aaa bbb");
    CHECK(wrap("aaa bbb", 6, "  ") == "aaa\n  bbb");
    CHECK(wrap("", 5).empty());
}

TEST_CASE("A long word stays whole, breaks of the text stay, code points count as one column") {
    CHECK(wrap("a abcdefgh b", 4) == "a\nabcdefgh\nb");
    CHECK(wrap("a\n\nb c", 4) == "a\n\nb c");
    CHECK(wrap("\xC3\xA4\xC3\xA4 \xC3\xB6\xC3\xB6", 5) == "\xC3\xA4\xC3\xA4 \xC3\xB6\xC3\xB6");
}

TEST_CASE("A page: messages, then numbered options") {
    wire::ReplyMessage reply;
    reply.page.messages = {{"Does your face droop?", {}}};
    reply.page.question = Page::Question{"face", Style::yes_no, {"face_droop"}, {{"yes", "Yes"}, {"no", "No"}}};
    CHECK(to_text(reply) == "\nDoes your face droop?\n  - Yes\n  - No\n");
}

TEST_CASE("An emergency shows its number before everything") {
    wire::ReplyMessage reply;
    reply.page.messages = {{"Call now.", {}}};
    reply.page.outcome = Page::Outcome{"call_now", Level::emergency, "E01", {}, {}, "999"};
    CHECK(to_text(reply) == "\n*** 999 ***\n\nCall now.\n");
    reply.page.outcome->level = Level::urgent;
    CHECK(to_text(reply) == "\nCall now.\n");
}

TEST_CASE("Errors are their words; ready is nothing that a person needs") {
    CHECK(to_text(wire::ErrorMessage{wire::ErrorCode::busy, "Later, please.", {}}) == "\nLater, please.\n");
    CHECK(to_text(wire::Ready{"s", "x", "tiny", "1"}).empty());
}
