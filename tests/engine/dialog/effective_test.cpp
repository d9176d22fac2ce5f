// What the rules see of a map: the dialog language, section 2.

#include <catch2/catch.hpp>

#include "engine/conversation.hpp"
#include "engine/tiny_dialog.hpp"

using namespace anamnesis;
using tests::knee_dialog;
using Values = std::initializer_list<std::pair<const char*, const char*>>;

namespace {

/// "yes", "no", "unsure", an option, "open", or "-".
std::string seen(const std::string& finding, Values said) {
    const Dialog& d = knee_dialog();
    const FindingIndex f = tests::index_of(d, finding);
    const Value v = effective(d, tests::facts(d, said)).values[f];
    if (v == value::kOpen) return "open";
    return v == value::kNotAsked ? "-" : std::string(value_id(d.findings[f], v));
}

int points(Values said) {
    const Dialog& d = knee_dialog();
    return effective(d, tests::facts(d, said)).points[tests::index_of(d, "worry")];
}

}  // namespace

TEST_CASE("What was said is what is seen") {
    CHECK(seen("stress", {}) == "-");
    CHECK(seen("stress", {{"stress", "yes"}}) == "yes");
    CHECK(seen("stress", {{"stress", "unsure"}}) == "unsure");
    CHECK(seen("side", {{"side", "right"}}) == "right");
}

TEST_CASE("Not sure of a finding with a check is open until the check is answered") {
    CHECK(seen("leg_cold", {{"leg_cold", "unsure"}}) == "open");
    CHECK(seen("leg_cold", {{"leg_cold", "unsure"}, {"leg_cold?", "yes"}}) == "yes");
    CHECK(seen("leg_cold", {{"leg_cold", "unsure"}, {"leg_cold?", "no"}}) == "no");
    CHECK(seen("leg_cold", {{"leg_cold", "unsure"}, {"leg_cold?", "unsure"}}) == "unsure");
    CHECK(seen("leg_cold", {{"leg_cold", "no"}, {"leg_cold?", "yes"}}) == "no");
    CHECK(seen("fever", {{"fever", "unsure"}}) == "unsure");  // has no check
}

TEST_CASE("A denied parent denies its child, unless something was said of the child") {
    CHECK(seen("pregnancy_danger", {{"pregnant", "no"}}) == "no");
    CHECK(seen("pregnancy_danger", {{"pregnant", "no"}, {"pregnancy_danger", "yes"}}) == "yes");
    CHECK(seen("pregnancy_danger", {{"pregnant", "unsure"}}) == "-");
    CHECK(seen("pregnancy_danger", {}) == "-");
    CHECK(seen("wound_deep", {{"wound", "unsure"}, {"wound?", "no"}}) == "no");
}

TEST_CASE("A choice is not denied by its parent: it has no no") {
    CHECK(seen("weak_since", {{"leg_weak", "no"}}) == "-");
}

TEST_CASE("The points of a score count as they come in") {
    CHECK(points({}) == 0);
    CHECK(points({{"worry_1", "daily"}}) == 2);
    CHECK(points({{"worry_1", "daily"}, {"worry_2", "some"}}) == 3);
    CHECK(points({{"worry_1", "daily"}, {"worry_2", "unsure"}}) == 2);
}

TEST_CASE("A score is known when all of its items are") {
    CHECK(seen("worry", {{"worry_1", "daily"}}) == "-");
    CHECK(seen("worry", {{"worry_1", "daily"}, {"worry_2", "unsure"}}) == "unsure");
    CHECK(seen("worry", {{"worry_1", "some"}, {"worry_2", "never"}}) == "low");
    CHECK(seen("worry", {{"worry_1", "daily"}, {"worry_2", "never"}}) == "high");
}

TEST_CASE("A rule holds where its condition does and nothing known takes it back") {
    const Dialog& d = knee_dialog();
    const auto rule_holds = [&](const std::string& id, Values said) {
        for (const Rule& rule : d.rules)
            if (rule.id == id) return holds(rule, effective(d, tests::facts(d, said)));
        return false;
    };
    CHECK(rule_holds("E02", {{"leg_weak", "yes"}}));
    CHECK(rule_holds("E02", {{"leg_weak", "yes"}, {"weak_since", "sudden"}}));
    CHECK(rule_holds("E02", {{"leg_weak", "yes"}, {"weak_since", "unsure"}}));
    CHECK_FALSE(rule_holds("E02", {{"leg_weak", "yes"}, {"weak_since", "slow"}}));
    CHECK_FALSE(rule_holds("E02", {{"leg_weak", "no"}}));
}
