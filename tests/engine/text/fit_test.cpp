// A message held against dialogs that were not begun: the shipped one about a lip, and a small one about a knee.

#include <anamnesis/fit.hpp>

#include <catch2/catch.hpp>

#include "engine/text/shipped.hpp"
#include "engine/tiny_dialog.hpp"

using namespace anamnesis;

namespace {

constexpr std::size_t kLip = 0, kKnee = 1;

std::optional<std::size_t> choice(const std::string& text) {
    return clear_choice({fit(tests::shipped_dialog(), "en-GB", text), fit(tests::knee_dialog(), "en-GB", text)});
}

Fit knee(const std::string& text) { return fit(tests::knee_dialog(), "en-GB", text); }

}  // namespace

TEST_CASE("A message that names one subject, or facts of one dialog alone, is for that one") {
    CHECK(choice("my lip keeps twitching") == kLip);
    CHECK(choice("it is about: a sore knee, for tests") == kKnee);
    CHECK(choice("it hurts when I am running") == kKnee);
    CHECK(choice("loads of coffee") == kLip);
}

TEST_CASE("What fits none, or several alike, is not clear") {
    for (const char* text : {"", "hello", "yes", "no", "2", "so much stress", "it started 3 weeks ago", "???"}) {
        INFO(text);
        CHECK_FALSE(choice(text));
    }
    CHECK_FALSE(clear_choice({}));
}

TEST_CASE("Of dialogs that hear the same alarm the one takes it that listens for most") {
    const std::string crisis = "my friend is suicidal, and runs a lot";
    REQUIRE(knee(crisis).alarm == fit(tests::shipped_dialog(), "en-GB", crisis).alarm);
    CHECK(choice(crisis) == kLip);
}

TEST_CASE("Whom it is about tells nothing of what it is about") {
    CHECK_FALSE(choice("it is about me"));
    CHECK_FALSE(choice("about my mum"));
}

TEST_CASE("An alarm is heard in whichever dialog knows it, and beats all else that is said") {
    CHECK(choice("one side of my face is drooping") == kLip);
    CHECK(choice("my leg is cold") == kKnee);
    CHECK(choice("my lip keeps twitching, loads of coffee, and my leg is cold") == kKnee);
    CHECK(choice("I want to kill myself"));
    CHECK(knee("maybe my leg is cold").alarm == Level::emergency);
    CHECK(knee("I have a fever").alarm == Level::urgent);
    CHECK_FALSE(knee("a new medicine").alarm);
}

TEST_CASE("A denial chooses nothing, and of a flag is not carried over: its question was not put") {
    const Fit denied = knee("my leg is not cold");
    CHECK_FALSE(denied.alarm);
    CHECK(denied.facts == 0);
    CHECK(denied.acts.empty());
}

TEST_CASE("What lifts an alarm is not carried over either") { CHECK(knee("slowly").acts.empty()); }

TEST_CASE("A bare answer is no answer to a first question that nobody saw") {
    CHECK(fit(tests::tiny_dialog(), "en-GB", "yes").acts.empty());
    CHECK_FALSE(fit(tests::tiny_dialog(), "en-GB", "yes").alarm);
}

TEST_CASE("What was said of findings is there to begin the dialog with") {
    const Fit said = knee("it hurts when I am running");
    REQUIRE(said.acts.size() == 1);
    CHECK(std::get<Mention>(said.acts.front()).finding == "running");
}
