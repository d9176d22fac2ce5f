// The reception: a conversation that named no dialog, step by step, as a fold of acts.

#include "host/moment.hpp"

#include <catch2/catch.hpp>

#include "tiny_dialog.hpp"

using namespace anamnesis;

namespace {

std::shared_ptr<const Offer> two_dialogs() {
    static const auto offer = make_offer({tests::tiny_script(), tests::knee_script()});
    return offer;
}

/// A conversation at the reception, in words.
struct Visit {
    const Offer& offer = *two_dialogs();
    Moment now = *begin(offer, "", "en-GB", {});

    void say(const std::string& text) {
        const bool is_here = now.script == offer.reception;
        take(is_here ? understand_at_reception(offer, now.step.session, text)
                     : understand(now.script->dialog, now.step.session, text));
    }
    void take(const Acts& acts) { now = *advance(offer, "", now, acts); }
    std::string dialog() const { return now.script->dialog.id; }
    std::string question() const {
        const Page page = page_of(now);
        return page.question ? page.question->id : "-";
    }
    bool tells(const std::string& part) const {
        for (const auto& message : page_of(now).messages)
            if (message.text.find(part) != std::string::npos) return true;
        return false;
    }
};

}  // namespace

TEST_CASE("The reception asks what it is about, with the titles as options") {
    const Visit visit;
    const Page page = page_of(visit.now);
    REQUIRE(page.question);
    CHECK(page.question->id == kWhichDialog);
    CHECK(page.question->style == Style::one_of);
    REQUIRE(page.question->options.size() == 3);
    CHECK(page.question->options[0].id == "tiny");
    CHECK(page.question->options[1].label == "a sore knee, for tests");
    CHECK(page.question->options[2].id == "unsure");
    CHECK(visit.tells("call 999 now"));
}

TEST_CASE("An option is chosen by button, number, place or title") {
    for (const char* words : {"2", "the second one", "a sore knee, for tests", "knee"}) {
        Visit visit;
        visit.say(words);
        CHECK(visit.dialog() == "knee");
        CHECK(visit.tells("This is about: a sore knee"));
    }
    Visit visit;
    visit.take({Answer{kWhichDialog, {"tiny"}, {}, false, false}});
    CHECK(visit.dialog() == "tiny");
    CHECK(visit.question() == "face");
    CHECK_FALSE(visit.tells("Hello"));
}

TEST_CASE("A message that is clearly for one dialog is its first turn") {
    Visit visit;
    visit.say("too much coffee");
    CHECK(visit.dialog() == "tiny");
    CHECK(visit.tells("I have noted: a lot of coffee"));
    CHECK(visit.question() == "face");
}

TEST_CASE("An alarm of any dialog acts at once") {
    for (const auto& [words, dialog] :
         {std::pair{"my face is drooping", "tiny"}, std::pair{"my leg is cold", "knee"}}) {
        Visit visit;
        visit.say(words);
        CHECK(visit.dialog() == dialog);
        REQUIRE(page_of(visit.now).outcome);
        CHECK(page_of(visit.now).outcome->level == Level::emergency);
    }
    Visit visit;
    visit.say("I want to kill myself");
    REQUIRE(page_of(visit.now).outcome);
    CHECK(page_of(visit.now).outcome->level >= Level::urgent);
}

TEST_CASE("A denial of a flag cancels nothing: the flag's question comes") {
    Visit visit;
    visit.say("my face is not drooping, but I drink coffee");
    CHECK(visit.dialog() == "tiny");
    CHECK(visit.question() == "face");
}

TEST_CASE("What is not clear is asked, in other words each time, and ends in advice, never in a loop") {
    Visit visit;
    visit.say("yes");
    CHECK(visit.question() == kWhichDialog);
    CHECK(visit.tells("If it may be an emergency, do not wait: call 999 now"));
    visit.say("hmm");
    CHECK(visit.question() == kWhichDialog);
    visit.say("hmm");
    REQUIRE(page_of(visit.now).outcome);
    CHECK(page_of(visit.now).outcome->level == Level::soon);
    CHECK(visit.tells("I can help with nothing else here"));
    visit.say("my face is drooping");
    CHECK(visit.dialog() == "tiny");
    CHECK(page_of(visit.now).outcome->level == Level::emergency);
}

TEST_CASE("Commands work before a dialog was chosen") {
    for (const char* name : {"help", "why", "known", "back", "repeat", "change", "start_over", "skip_all", "stop",
                             "delete", "person", "language"}) {
        Visit visit;
        visit.take({Command{name, "en"}});
        CHECK(visit.dialog().empty());
        CHECK_FALSE(page_of(visit.now).messages.empty());
    }
}

TEST_CASE("Start over leads back to the reception, which a named dialog never saw") {
    Visit visit;
    visit.say("too much coffee");
    visit.take({Command{"start_over", {}}});
    CHECK(visit.question() == kWhichDialog);
    CHECK(visit.now.turns == 0);
    visit.say("knee");
    CHECK(visit.dialog() == "knee");

    const Moment named = *begin(visit.offer, "tiny", "en-GB", {});
    CHECK(advance(visit.offer, "tiny", named, {Command{"start_over", {}}})->script->dialog.id == "tiny");
}

TEST_CASE("A dialog that is not offered is none") {
    const Visit visit;
    CHECK_FALSE(begin(visit.offer, "nowhere", "en-GB", {}));
    CHECK_FALSE(advance(visit.offer, "", visit.now, {Answer{kWhichDialog, {"nowhere"}, {}, false, false}}));
}
