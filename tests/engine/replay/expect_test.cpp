#include <catch2/catch.hpp>

#include "engine/tiny_dialog.hpp"
#include "replay/expect.hpp"

using namespace anamnesis;

namespace {

Page page_with_outcome() {
    Page page;
    page.messages = {{"Call 999 now.\nStay where you are.", {}}, {"Is it the face?", {}}};
    page.question = Page::Question{"face", Style::yes_no, {"face_droop"}, {}};
    page.outcome = Page::Outcome{
        "call_now", Level::emergency, "E01", {{"stress", "often"}, {"sleep", "can"}}, {"rest", "walk"}, "999"};
    page.noted = {{"duration", "weeks", "2 to 8 weeks"}, {"coffee", "yes", "coffee"}};
    return page;
}

std::optional<Fault> fault_of(const std::string& key, const std::string& text, const Page& page) {
    return broken(tests::tiny_dialog(), {1, 1, key, text, {}}, page);
}

bool holds(const std::string& key, const std::string& text, const Page& page) { return !fault_of(key, text, page); }

}  // namespace

TEST_CASE("bot: some message of the reply reads so", "[replay]") {
    const Page page = page_with_outcome();
    CHECK(holds("bot", "Call 999 now. Stay where you are.", page));
    CHECK(holds("bot", "Call 999 now...", page));
    CHECK(holds("bot", "Is it the face?", page));
    CHECK_FALSE(holds("bot", "Is it the arm?", page));
    CHECK(fault_of("bot", "Is it the arm?", page)->message ==
          "expected the message \"Is it the arm?\"; the nearest of 2 is \"Is it the face?\"");
    CHECK(fault_of("bot", "Hello", Page{})->message == "expected the message \"Hello\"; the reply has none");
}

TEST_CASE("not: no message has this text, in capitals or not", "[replay]") {
    const Page page = page_with_outcome();
    CHECK(holds("not", "911", page));
    CHECK_FALSE(holds("not", "999", page));
    CHECK_FALSE(holds("not", "call 999", page));
    CHECK_FALSE(holds("not", "IS IT...FACE", page));
    CHECK(fault_of("not", "the face", page)->message == "\"the face\" must not be said; it is in \"Is it the face?\"");
}

TEST_CASE("an expectation of ids holds for just these", "[replay]") {
    const Page page = page_with_outcome();
    for (const auto& [key, text] :
         std::vector<std::pair<std::string, std::string>>{{"ask", "face"},
                                                          {"level", "emergency"},
                                                          {"rule", "E01"},
                                                          {"outcome", "call_now"},
                                                          {"causes", "stress, sleep"},
                                                          {"advice", "rest,walk"},
                                                          {"noted", "duration=weeks, coffee=yes"}}) {
        CAPTURE(key, text);
        CHECK(holds(key, text, page));
        CHECK_FALSE(holds(key, "other", page));
        CHECK_FALSE(holds(key, "-", page));
        CHECK(holds(key, "-", Page{}));
        CHECK_FALSE(holds(key, text, Page{}));
    }
}

TEST_CASE("causes and advice come in order, what was noted in any", "[replay]") {
    const Page page = page_with_outcome();
    CHECK_FALSE(holds("causes", "sleep, stress", page));
    CHECK_FALSE(holds("causes", "stress", page));
    CHECK(holds("noted", "coffee=yes, duration=weeks", page));
    CHECK_FALSE(holds("noted", "coffee=yes", page));
}

TEST_CASE("a failure tells what was expected and what is there", "[replay]") {
    const Page page = page_with_outcome();
    CHECK(fault_of("ask", "where", page)->message ==
          "expected the question where; the reply has face: \"Is it the face?\"");
    CHECK(fault_of("ask", "-", page)->message == "expected no question; the reply has face: \"Is it the face?\"");
    CHECK(fault_of("level", "soon", page)->message == "expected the level soon; the reply has emergency");
    CHECK(fault_of("rule", "E01", Page{})->message == "expected the rule E01; the reply has none");
}

TEST_CASE("a name that the dialog does not have is told as such", "[replay]") {
    const Page page = page_with_outcome();
    CHECK(fault_of("ask", "cofee", page)->hint == "the dialog has no \"cofee\"; did you mean \"coffee\"?");
    CHECK(fault_of("ask", "coffee", page)->hint.empty());
    CHECK(fault_of("ask", "face_droop.check", page)->hint.empty());
    CHECK(fault_of("rule", "default", page)->hint.empty());
    CHECK_FALSE(fault_of("rule", "E99", page)->hint.empty());
}

TEST_CASE("what a key would say now", "[replay]") {
    CHECK(present_text("advice", page_with_outcome()) == "rest, walk");
    CHECK(present_text("level", page_with_outcome()) == "emergency");
    CHECK(present_text("noted", page_with_outcome()) == "duration=weeks, coffee=yes");
    CHECK(present_text("causes", Page{}) == "-");
}
