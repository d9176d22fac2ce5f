// A reply in words: language, region and voice.

#include <catch2/catch.hpp>

#include "engine/conversation.hpp"
#include "engine/tiny_dialog.hpp"

using namespace anamnesis;
using tests::Conversation;
using tests::knee_dialog;

namespace {

std::string rendered(const TextRef& text, const std::string& locale = "en-GB") {
    Session session = start(knee_dialog(), locale).session;
    Reply reply;
    reply.messages = {{text, {}}};
    return render(knee_dialog(), session, reply).messages.front().text;
}

TextRef score(double points) { return {"engine.outcome.score", {{"findings.worry.name", {}, {}}}, points}; }

}  // namespace

TEST_CASE("Lists and numbers are filled in") {
    CHECK(rendered({"engine.noted", {{"findings.fever.name", {}, {}}, {"findings.wound.name", {}, {}}}, {}}) ==
          "I have noted: a fever, a wound.");
    CHECK(rendered(score(12)) == "worry score: 12 points.");
    CHECK(rendered(score(2.5)) == "worry score: 2.5 points.");
    CHECK(rendered(score(-1)) == "worry score: -1 points.");
    CHECK(rendered({"engine.outcome.score", {{"findings.worry.name", {}, {}}}, {}}) == "worry score:  points.");
}

TEST_CASE("The region gives the numbers, the language the words") {
    const TextRef call{"outcomes.call_now.say", {}, {}};
    CHECK(rendered(call) == "Call 999 now.");
    CHECK(rendered(call, "en-US") == "Call 911 now.");
    CHECK(rendered(call, "fr-FR") == "Call 112 now.");
    CHECK(rendered(call, "en_AU") == "Call 000 now.");
    CHECK(rendered(call, "en-xx").find("your local emergency number") != std::string::npos);
    CHECK(rendered(call, "").find("your local emergency number") != std::string::npos);
}

TEST_CASE("The emergency number of an outcome is one that can be dialled, or none") {
    const auto number_in = [](const std::string& locale) {
        Conversation c(knee_dialog(), locale);
        c.mention("leg_cold");
        return c.page().outcome->emergency_number;
    };
    CHECK(number_in("en-GB") == "999");
    CHECK(number_in("en-US") == "911");
    CHECK(number_in("en-IE") == "112");
    CHECK_FALSE(number_in("en-ZZ").has_value());
}

TEST_CASE("A voice has its own words where the script gives some, else the plain ones") {
    Conversation c(knee_dialog());
    c.tap("who", {"other_person"});
    CHECK(c.page().messages.back().text == "Is their leg cold?");
    c.tap("cold", {"no"});
    CHECK(c.page().messages.back().text == "Is the leg weak?");
    c.mention("leg_cold");
    c.tap("leg_cold.confirm", {"no"});
    CHECK(c.page().messages.front().text == "Call 999 for them now.");
    Conversation own(knee_dialog());
    own.tap("who", {"myself"});
    CHECK(own.page().messages.back().text == "Is the leg cold?");
}

TEST_CASE("A page has what a channel shows: question, options, outcome, notes") {
    Conversation c(knee_dialog());
    c.tap("who", {"myself"});
    const Page page = c.page();
    REQUIRE(page.question.has_value());
    CHECK(page.question->id == "cold");
    CHECK(page.question->findings == std::vector<std::string>{"leg_cold"});
    CHECK(page.question->options[2].id == "unsure");
    CHECK(page.question->options[2].label == "Not sure");
    CHECK_FALSE(page.outcome.has_value());
    CHECK(page.state == "danger");
    REQUIRE(page.noted.size() == 2);
    CHECK(page.noted[0].finding == "myself");
    CHECK(page.noted[0].value == "yes");
    CHECK(page.noted[0].label == "me");
    CHECK(page.noted[1].label == "not: someone else");
}

TEST_CASE("An outcome on a page has its level, rule, causes and tips") {
    Conversation c(knee_dialog());
    c.mention("leg_cold");
    const Page::Outcome outcome = c.page().outcome.value();
    CHECK(outcome.id == "call_now");
    CHECK(outcome.level == Level::emergency);
    CHECK(outcome.rule == "E01");
    CHECK(outcome.causes.empty());
}

TEST_CASE("Values are noted in words") {
    Conversation c(knee_dialog());
    c.take({Mention{"side", Status::present, "left", {}, {}, {}}, Mention{"duration", Status::present, "", 10, {}, {}},
            Mention{"leg_cold", Status::uncertain, {}, {}, {}, {}}});
    CHECK(c.page().messages.front().text == "I have noted: not sure: a cold leg, a week or more, left.");
}

TEST_CASE("A language that the dialog lacks is its default one") {
    CHECK(text_for(knee_dialog(), "de-DE", "questions.cold.text") == "Is the leg cold?");
    CHECK(&language_for(knee_dialog(), "en-US") == &knee_dialog().languages[0]);
    CHECK(find_language(knee_dialog(), "de-DE") == nullptr);
}

TEST_CASE("Regions: by the tag's region, by membership, else the row for all others") {
    const auto id = [](const std::string& locale) { return region_for(knee_dialog(), locale).id; };
    CHECK(id("en-GB") == "GB");
    CHECK(id("EN-gb") == "GB");
    CHECK(id("zh-Hans-NZ") == "NZ");
    CHECK(id("en-GB-oxendict") == "GB");
    CHECK(id("de-AT") == "EU");
    CHECK(id("en") == "*");
    CHECK(id("gb") == "*");
    CHECK(id("en-001") == "*");
    CHECK(id("-") == "*");
}

TEST_CASE("A text that does not exist shows as its key, never as nothing") {
    CHECK(rendered({"engine.no_such_text", {}, {}}) == "engine.no_such_text");
}
