// Why a conversation stands where it stands.

#include <algorithm>

#include <catch2/catch.hpp>

#include <anamnesis/explanation.hpp>

#include "engine/conversation.hpp"
#include "engine/tiny_dialog.hpp"

using namespace anamnesis;
using tests::Conversation;
using tests::knee_dialog;

namespace {

const Explanation::Flip* flip_of(const Explanation& told, const std::string& finding, const std::string& value) {
    const auto is_it = [&](const auto& flip) { return flip.finding == finding && flip.value == value; };
    const auto found = std::find_if(told.flips.begin(), told.flips.end(), is_it);
    return found == told.flips.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("At the beginning nothing is known, the default holds, and a flag would change it") {
    const Conversation c(knee_dialog());
    const Explanation told = explain(c.dialog, c.session);
    CHECK(told.facts.empty());
    CHECK(told.rule == "default");
    CHECK(told.why.empty());
    const auto* cold = flip_of(told, "leg_cold", "yes");
    REQUIRE(cold);
    CHECK(cold->level == Level::emergency);
    CHECK(flip_of(told, "leg_cold", "no") == nullptr);
    CHECK(std::is_sorted(told.flips.begin(), told.flips.end(),
                         [](const auto& a, const auto& b) { return a.level > b.level; }));
}

TEST_CASE("A fact is told with how it came to be known, and the rule with its reason") {
    Conversation c(knee_dialog());
    c.tap("who", {"myself"});
    c.mention("leg_cold");
    const Explanation told = explain(c.dialog, c.session);
    const auto cold =
        std::find_if(told.facts.begin(), told.facts.end(), [](const auto& f) { return f.finding == "leg_cold"; });
    REQUIRE(cold != told.facts.end());
    CHECK(cold->value == "yes");
    CHECK(cold->evidence.how == Evidence::How::in_passing);
    CHECK(cold->evidence.turn == 2);
    CHECK(told.level == Level::emergency);
    CHECK(told.outcome == c.outcome());
    CHECK(told.rule == c.rule());
    CHECK_FALSE(told.why.empty());
    const auto* not_cold = flip_of(told, "leg_cold", "no");
    REQUIRE(not_cold);
    CHECK(not_cold->level < Level::emergency);
}
