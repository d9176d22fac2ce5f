// Facts said in passing: they may raise an alarm and never cancel one.

#include <catch2/catch.hpp>

#include "engine/conversation.hpp"
#include "engine/tiny_dialog.hpp"

using namespace anamnesis;
using tests::Conversation;
using tests::knee_dialog;

namespace {

bool is_claimed(const Conversation& c, const std::string& finding) {
    return c.session.talk.claims.count(tests::index_of(c.dialog, finding)) > 0;
}

Mention said(const std::string& finding, Status status, const std::string& value = {},
             std::optional<double> number = {}) {
    return {finding, status, value, number, {}, {}};
}

}  // namespace

TEST_CASE("A fact in passing counts, is said back, and its question does not come") {
    Conversation c(knee_dialog());
    c.take({said("leg_weak", Status::absent), said("fever", Status::present), said("stress", Status::absent),
            said("side", Status::present, "left"), said("duration", Status::present, "", 3)});
    CHECK(c.value("fever") == "yes");
    CHECK(c.value("stress") == "no");
    CHECK(c.value("side") == "left");
    CHECK(c.value("duration") == "short");
    CHECK(c.keys().front() == "engine.noted");
    CHECK(c.reply.messages.front().text.list.size() == 4);
    CHECK(c.reply.noted.size() == 4);
}

TEST_CASE("An alarm in passing acts in the same reply, whatever was open") {
    Conversation c(knee_dialog());
    c.mention("leg_cold");
    CHECK(c.outcome() == "call_now");
}

TEST_CASE("A denial of an alarm in passing is a claim: the question comes, in other words") {
    Conversation c(knee_dialog());
    c.tap("who", {"myself"});
    c.mention("leg_weak", Status::absent);
    CHECK(c.value("leg_weak") == "");
    CHECK(is_claimed(c, "leg_weak"));
    CHECK(c.question() == "cold");
    c.mention("fever", Status::absent);
    CHECK(c.value("fever") == "");
    c.mention("suicidal_thoughts", Status::absent);  // need not be asked, is an alarm all the same
    CHECK(c.value("suicidal_thoughts") == "");
}

TEST_CASE("A denial of an alarm that is on cancels nothing without a word on it") {
    Conversation c(knee_dialog());
    c.mention("leg_cold");
    c.mention("leg_cold", Status::absent);
    CHECK(c.value("leg_cold") == "yes");
    CHECK(c.question() == "leg_cold.confirm");
}

TEST_CASE("A denial counts where the alarm is asked for") {
    Conversation c(knee_dialog());
    c.tap("who", {"myself"});
    REQUIRE(c.question() == "cold");
    c.mention("leg_cold", Status::absent);
    CHECK(c.value("leg_cold") == "no");
    CHECK_FALSE(is_claimed(c, "leg_cold"));
}

TEST_CASE("A denial of a lesser flag counts in passing") {
    Conversation c(knee_dialog());
    c.mention("new_medicine", Status::absent);
    CHECK(c.value("new_medicine") == "no");
}

TEST_CASE("A fact that would lift an alarm is a claim outside its own question") {
    Conversation c(knee_dialog());
    c.take({said("weak_since", Status::present, "slow")});
    CHECK(c.value("weak_since") == "");
    CHECK(is_claimed(c, "weak_since"));
    c.mention("leg_weak");
    REQUIRE(c.question() == "since");
    c.take({said("weak_since", Status::present, "slow")});  // now it is its own question
    CHECK(c.value("weak_since") == "slow");
    CHECK(c.outcome() == "-");
}

TEST_CASE("Perhaps: not sure of an alarm, whose check comes next; nothing for others") {
    Conversation c(knee_dialog());
    c.mention("leg_cold", Status::uncertain);
    CHECK(c.value("leg_cold") == "unsure");
    CHECK(c.question() == "leg_cold.check");
    c.mention("stress", Status::uncertain);
    CHECK(c.value("stress") == "");
    CHECK(c.says("engine.not_counted"));
}

TEST_CASE("Perhaps never weakens a yes, and undoes a no") {
    Conversation c(knee_dialog());
    c.mention("leg_cold");
    c.mention("leg_cold", Status::uncertain);
    CHECK(c.value("leg_cold") == "yes");
    CHECK(c.question() == "-");  // nothing waits either
    Conversation other(knee_dialog());
    other.tap("who", {"myself"});
    other.tap("cold", {"no"});
    other.mention("leg_cold", Status::uncertain);
    CHECK(other.value("leg_cold") == "unsure");
    CHECK(other.question() == "leg_cold.check");
}

TEST_CASE("What was in the past, or may be, sets nothing and is answered") {
    Conversation c(knee_dialog());
    c.mention("leg_cold", Status::past);
    CHECK(c.value("leg_cold") == "");
    CHECK(c.says("engine.not_counted"));
    c.mention("leg_cold", Status::hypothetical);
    CHECK(c.value("leg_cold") == "");
    CHECK(c.says("engine.cannot_tell"));
}

TEST_CASE("An alarm in someone else asks whom it is about") {
    Conversation c(knee_dialog());
    c.tap("who", {"myself"});
    c.mention("leg_cold", Status::other_person);
    CHECK(c.value("leg_cold") == "");
    CHECK(c.says("engine.other_person"));
    CHECK(c.question() == "who");
    c.tap("who", {"other_person"});
    CHECK(c.question() == "cold");
}

TEST_CASE("What is no alarm in someone else is only answered") {
    Conversation c(knee_dialog());
    c.tap("who", {"myself"});
    c.mention("stress", Status::other_person);
    CHECK_FALSE(c.says("engine.other_person"));
    CHECK(c.question() == "cold");
}

TEST_CASE("In one message what raises comes before what denies") {
    Conversation c(knee_dialog());
    c.take({said("leg_cold", Status::absent), said("leg_cold", Status::present)});
    CHECK(c.value("leg_cold") == "yes");
    CHECK(c.outcome() == "call_now");
    CHECK(c.question() == "leg_cold.confirm");
}

TEST_CASE("An answer and an alarm in one message both count") {
    Conversation c(knee_dialog());
    c.take({Answer{"who", {"myself"}, {}, true, false}, said("leg_cold", Status::present)});
    CHECK(c.value("myself") == "yes");
    CHECK(c.outcome() == "call_now");
}

TEST_CASE("The flag named in the answer to its own check is not said anew") {
    Conversation c(knee_dialog());
    c.mention("leg_weak");
    REQUIRE(c.question() == "since");
    c.take({Answer{"since", {"slow"}, {}, true, false}, said("leg_weak", Status::present)});
    CHECK(c.value("weak_since") == "slow");
    CHECK(c.outcome() == "-");
}

TEST_CASE("What the dialog does not know is passed over") {
    Conversation c(knee_dialog());
    c.mention("hair_loss");
    CHECK(c.session.findings == no_findings(knee_dialog()));
    CHECK(c.question() == "who");
    c.take({said("side", Status::present, "middle"), said("duration", Status::present, "", -4)});
    CHECK(c.session.findings == no_findings(knee_dialog()));
}
