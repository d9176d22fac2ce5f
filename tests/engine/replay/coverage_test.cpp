#include <catch2/catch.hpp>

#include "engine/tiny_dialog.hpp"
#include "replay/player.hpp"

using namespace anamnesis;

namespace {

using Ids = std::set<std::string>;

Finding finding(const std::string& id, FindingType type, const std::vector<std::string>& options) {
    Finding out;
    out.id = id;
    out.type = type;
    for (const std::string& option : options) out.options.push_back({option, 0, 0, {}});
    return out;
}

// One state with a question, one check, a choice, a number, a score; a rule, a cause, a tip and a topic.
Dialog small_dialog() {
    Dialog d;
    d.findings = {finding("droop", FindingType::yes_no, {}), finding("place", FindingType::choice, {"upper", "lower"}),
                  finding("duration", FindingType::number, {"days", "weeks"}),
                  finding("score", FindingType::score, {"low", "high"})};
    d.questions = {{"face", {0}, Style::yes_no, {}}, {"examined", {0}, Style::yes_no, {}}};
    d.states = {{"danger", {}, false, {0}}};
    d.rules.resize(1);
    d.rules[0].id = "E01";
    d.outcomes.resize(3);
    d.outcomes[0].id = "call";
    d.outcomes[1].id = "see";
    d.outcomes[2].id = "no_rule_leads_here";
    d.default_outcome = 1;
    d.causes = {{"stress", "often", {}}};
    d.advice.resize(1);
    d.advice[0].id = "rest";
    d.topics = {{"palsy", {{"plain", {}, {}}}}};
    return d;
}

Step step_with_nothing(const Dialog& d) {
    Step step;
    step.session.findings = no_findings(d);
    return step;
}

Coverage covered_by(const Dialog& d, const Step& step) {
    Coverage out;
    cover(out, d, step);
    return out;
}

}  // namespace

TEST_CASE("all that there is to reach", "[replay]") {
    const Coverage all = coverable(small_dialog());
    CHECK(all.size() == 8);
    CHECK(all.at("states") == Ids{"danger"});
    CHECK(all.at("questions") == Ids{"face", "examined"});
    CHECK(all.at("options") == Ids{"place.upper", "place.lower", "duration.days", "duration.weeks"});
    CHECK(all.at("rules") == Ids{"E01"});
    CHECK(all.at("outcomes") == Ids{"call", "see"});
    CHECK(all.at("causes") == Ids{"stress"});
    CHECK(all.at("advice") == Ids{"rest"});
    CHECK(all.at("topics") == Ids{"palsy"});
}

TEST_CASE("a question that was put covers itself and its state; a probe covers neither", "[replay]") {
    const Dialog d = small_dialog();
    Step step = step_with_nothing(d);
    step.reply.prompt = Prompt{"face", Style::yes_no, {0}, {}};
    CHECK(covered_by(d, step)["questions"] == Ids{"face"});
    CHECK(covered_by(d, step)["states"] == Ids{"danger"});
    step.reply.prompt->id = "examined";
    CHECK(covered_by(d, step)["questions"] == Ids{"examined"});
    CHECK(covered_by(d, step)["states"].empty());
    step.reply.prompt->id = "droop.check";
    CHECK(covered_by(d, step)["questions"].empty());
}

TEST_CASE("an outcome on the page covers what it shows and the rule that decided", "[replay]") {
    const Dialog d = small_dialog();
    Step step = step_with_nothing(d);
    step.reply.ending = Ending{{0, 0}, {{0, {}, {}}}, {0}};
    CHECK(covered_by(d, step)["rules"] == Ids{"E01"});
    CHECK(covered_by(d, step)["outcomes"] == Ids{"call"});
    CHECK(covered_by(d, step)["causes"] == Ids{"stress"});
    CHECK(covered_by(d, step)["advice"] == Ids{"rest"});
    step.reply.ending = Ending{{std::nullopt, 1}, {}, {}};
    CHECK(covered_by(d, step)["rules"].empty());
    CHECK(covered_by(d, step)["outcomes"] == Ids{"see"});
}

TEST_CASE("options are covered when said, topics when their text was", "[replay]") {
    const Dialog d = small_dialog();
    Step step = step_with_nothing(d);
    step.session.findings.said = {value::kYes, value::option(1), value::kUnsure, value::option(0)};
    CHECK(covered_by(d, step)["options"] == Ids{"place.lower"});
    CHECK(covered_by(d, step)["topics"].empty());
    step.reply.messages = {{{"topics.palsy.text.plain", {}, {}}, {}}};
    CHECK(covered_by(d, step)["topics"] == Ids{"palsy"});
}

TEST_CASE("nothing is covered that is not there to cover", "[replay]") {
    const Dialog& d = tests::tiny_dialog();
    Player player(d, "");
    player.play({1, 1, "until", "end", {}});
    const Coverage all = coverable(d);
    for (const auto& [kind, ids] : player.covered())
        for (const std::string& id : ids) CHECK(all.at(kind).count(id) == 1);
    CHECK(player.covered().at("questions") == Ids{"face", "where", "coffee", "mood"});
}
