// Causes that fit, and words that stay: the dialog language, section 1.

#include <catch2/catch.hpp>

#include "engine/conversation.hpp"
#include "engine/tiny_dialog.hpp"

using namespace anamnesis;
using tests::knee_dialog;
using Ids = std::vector<std::string>;
using Values = std::initializer_list<std::pair<const char*, const char*>>;

namespace {

std::vector<FittingCause> fitting(Values said) {
    return fitting_causes(knee_dialog(), effective(knee_dialog(), tests::facts(knee_dialog(), said)));
}

Ids ids(Values said) {
    Ids out;
    for (const FittingCause& c : fitting(said)) out.push_back(knee_dialog().causes[c.cause].id);
    return out;
}

Ids kept(Values said) {
    Ids out;
    for (std::size_t o : kept_outcomes(knee_dialog(), effective(knee_dialog(), tests::facts(knee_dialog(), said))))
        out.push_back(knee_dialog().outcomes[o].id);
    return out;
}

}  // namespace

TEST_CASE("A cause fits where one of its facts holds") {
    CHECK(ids({}).empty());
    CHECK(ids({{"running", "yes"}}) == Ids{"overuse"});
    CHECK(ids({{"running", "unsure"}}).empty());
}

TEST_CASE("What only makes a cause more likely does not make it fit") {
    CHECK(ids({{"duration", "long"}, {"side", "left"}}).empty());
}

TEST_CASE("The strongest comes first; equals keep the order of the file") {
    CHECK(ids({{"running", "yes"}, {"stress", "yes"}}) == Ids{"tension", "overuse", "growth"});
    CHECK(ids({{"running", "yes"}, {"stress", "yes"}, {"duration", "long"}}) == Ids{"overuse", "tension", "growth"});
    CHECK(ids({{"running", "yes"}, {"stress", "yes"}, {"duration", "long"}, {"side", "left"}}) ==
          Ids{"overuse", "tension", "growth"});
}

TEST_CASE("A cause has the citations of all that holds, and its most telling sub-cause") {
    const auto found = fitting({{"running", "yes"}, {"duration", "long"}});
    REQUIRE(found.size() == 1);
    CHECK(found[0].sub == "runner");
    CHECK(found[0].cites == Ids{"S1", "S2"});
}

TEST_CASE("An outcome that is kept stays while its condition holds, lifted or not") {
    CHECK(kept({}).empty());
    CHECK(kept({{"suicidal_thoughts", "yes"}}) == Ids{"crisis_support"});
    CHECK(kept({{"suicidal_thoughts", "yes"}, {"crisis_go_on", "yes"}}) == Ids{"crisis_support"});
    CHECK(kept({{"suicidal_thoughts", "yes"}, {"suicide_plan_or_attempt", "yes"}}) ==
          Ids{"crisis_now", "crisis_support"});
    CHECK(kept({{"leg_cold", "yes"}}).empty());
}
