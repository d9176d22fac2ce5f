// The question that is put, and its name on the wire.

#include <catch2/catch.hpp>

#include "dialog/prompt.hpp"
#include "engine/conversation.hpp"
#include "engine/tiny_dialog.hpp"

using namespace anamnesis;
using tests::Conversation;
using tests::knee_dialog;
using Ids = std::vector<std::string>;

TEST_CASE("Questions go by their id, checks of findings by <finding>.check") {
    const Dialog& d = knee_dialog();
    const Ask question{false, d.find_question("signs").value()};
    const Ask probe{true, tests::index_of(d, "leg_cold")};
    CHECK(ask_id(d, question) == "signs");
    CHECK(ask_id(d, probe) == "leg_cold.check");
    CHECK(find_ask(d, "signs") == question);
    CHECK(find_ask(d, "leg_cold.check") == probe);
    for (const char* none : {"", ".check", "fever.check", "nowhere.check", "nowhere", "leg_cold", "leg_cold.confirm"})
        CHECK_FALSE(find_ask(d, none).has_value());
}

TEST_CASE("Every style has its options, not sure last") {
    Conversation c(knee_dialog());
    CHECK(c.reply.prompt->style == Style::one_of);
    CHECK(c.reply.prompt->options == Ids{"myself", "other_person", "unsure"});
    c.tap("who", {"myself"});
    CHECK(c.reply.prompt->style == Style::yes_no);
    CHECK(c.reply.prompt->options == Ids{"yes", "no", "unsure"});
    CHECK(c.reply.prompt->findings == std::vector<FindingIndex>{tests::index_of(knee_dialog(), "leg_cold")});
    c.tap("cold", {"no"});
    c.tap("weak", {"no"});
    CHECK(c.reply.prompt->style == Style::any_of);
    CHECK(c.reply.prompt->options == Ids{"chest_pain", "wound", "fever", "new_medicine", "unsure"});
    c.tap("signs", {});
    c.tap("pregnant", {"no"});
    CHECK(c.reply.prompt->style == Style::number);
    CHECK(c.reply.prompt->options == Ids{"short", "long", "unsure"});
    c.tap("duration", {"long"});
    CHECK(c.reply.prompt->options == Ids{"left", "right", "unsure"});
}

TEST_CASE("A check asks yes or no of its finding") {
    Conversation c(knee_dialog());
    c.mention("leg_cold", Status::uncertain);
    CHECK(c.reply.prompt->id == "leg_cold.check");
    CHECK(c.reply.prompt->style == Style::yes_no);
    CHECK(c.reply.prompt->options == Ids{"yes", "no", "unsure"});
    CHECK_FALSE(c.reply.prompt->confirms);
}

TEST_CASE("A change that waits is asked before anything else, and says that it confirms") {
    Conversation c(knee_dialog());
    c.mention("leg_cold");
    c.mention("leg_cold", Status::absent);
    CHECK(c.reply.prompt->id == "leg_cold.confirm");
    CHECK(c.reply.prompt->confirms);
}

TEST_CASE("The open question of a session is the one that its last reply put") {
    Conversation c(knee_dialog());
    for (const Ids& choices : {Ids{"myself"}, Ids{"no"}, Ids{"unsure"}, Ids{"no"}, Ids{"fever"}}) {
        CHECK(open_prompt(knee_dialog(), c.session) == c.reply.prompt);
        c.tap(c.question(), choices);
    }
    REQUIRE(c.outcome() == "same_day");
    CHECK(open_prompt(knee_dialog(), c.session) == c.reply.prompt);
}

TEST_CASE("The text of an option is that of its kind of question") {
    const Dialog& d = knee_dialog();
    const Prompt choice{"side", Style::one_of, {tests::index_of(d, "side")}, {}};
    CHECK(option_key(d, choice, "left") == "findings.side.options.left.label");
    CHECK(option_key(d, choice, "stress") == "findings.side.options.stress.label");  // though a finding is called so
    CHECK(option_key(d, choice, "unsure") == "engine.answer.unsure");
    const Prompt list{"who", Style::one_of, {tests::index_of(d, "myself"), tests::index_of(d, "other_person")}, {}};
    CHECK(option_key(d, list, "myself") == "findings.myself.name");
}
