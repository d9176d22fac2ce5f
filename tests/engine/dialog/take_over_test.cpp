// From one version of a dialog to another.

#include <catch2/catch.hpp>

#include <anamnesis/take_over.hpp>

#include "engine/conversation.hpp"
#include "engine/random_acts.hpp"
#include "engine/tiny_dialog.hpp"

using namespace anamnesis;
using namespace anamnesis::tests;

namespace {

/// What is carried of a conversation to the very same version.
void check_same(const Session& before, const Session& after) {
    CHECK(after.locale == before.locale);
    CHECK(after.findings == before.findings);
    CHECK(after.talk.claims == before.talk.claims);
    CHECK(after.talk.answered == before.talk.answered);
}

}  // namespace

TEST_CASE("A value that means the same is carried; one of another revision, or without a name now, is not") {
    Conversation talk(tiny_dialog());
    talk.tap("face", {"no"});
    talk.tap("coffee", {"yes"});
    const Kept kept = keep(talk.dialog, talk.session);
    Dialog next = tiny_dialog();
    next.findings[index_of(next, "coffee")].rev = 2;
    Session carried = take_over(next, kept);
    CHECK(carried.findings == facts(next, {{"face_droop", "no"}}));
    next.findings[index_of(next, "face_droop")].id = "droop";
    carried = take_over(next, kept);
    CHECK(carried.findings == no_findings(next));
}

TEST_CASE("An open check stays open, where there still is one") {
    Conversation talk(tiny_dialog());
    talk.tap("face", {"unsure"});
    REQUIRE(talk.question() == "face_droop.check");
    const Kept kept = keep(talk.dialog, talk.session);
    const Session carried = take_over(talk.dialog, kept);
    CHECK(open_prompt(talk.dialog, carried)->id == "face_droop.check");
    Dialog next = tiny_dialog();
    next.findings[index_of(next, "face_droop")].has_probe = false;
    CHECK(take_over(next, kept).findings.said[index_of(next, "face_droop")] == value::kUnsure);
}

TEST_CASE("An alarm that was told is not told anew; one that is higher now is") {
    Conversation talk(tiny_dialog());
    talk.tap("face", {"yes"});
    Kept kept = keep(talk.dialog, talk.session);
    REQUIRE(kept.shown == Level::emergency);
    CHECK(take_over(talk.dialog, kept).talk.shown == talk.session.talk.shown);
    kept.shown = Level::routine;
    const Session raised = take_over(talk.dialog, kept);
    CHECK(raised.talk.shown != talk.session.talk.shown);
    const Step next = step(talk.dialog, raised, {Command{"help", {}}});
    CHECK(next.reply.messages.front().text.key == "outcomes.call_now.say");
}

TEST_CASE("On the same version everything that was said is carried, whatever was said") {
    for (unsigned seed = 0; seed < 200; ++seed) {
        RandomActs acts(knee_dialog(), seed);
        Session session = start(knee_dialog(), "en-GB").session;
        for (int turn = 0; turn < 15; ++turn) session = step(knee_dialog(), session, acts.any(session)).session;
        check_same(session, take_over(knee_dialog(), keep(knee_dialog(), session)));
    }
}
