#include <catch2/catch.hpp>

#include <algorithm>

#include <anamnesis/proof.hpp>
#include <anamnesis/replay.hpp>

#include "engine/tiny_dialog.hpp"

using namespace anamnesis;
using namespace anamnesis::tests;

namespace {

const PropertyReport& property(const DialogReport& report, const std::string& id) {
    return *std::find_if(report.properties.begin(), report.properties.end(), [&](const auto& p) { return p.id == id; });
}

Dialog changed_knee(const std::string& old, const std::string& with) {
    ScriptSource source = knee_source();
    source.main.dialog.text = replaced(source.main.dialog.text, old, with);
    Compiled compiled = compile(source);
    INFO(in_words(compiled.diagnostics));
    REQUIRE(compiled.dialog);
    return std::move(*compiled.dialog);
}

}  // namespace

TEST_CASE("A safe dialog is proved, twice in the same way", "[proof]") {
    const DialogReport report = check_dialog(knee_dialog());
    for (const PropertyReport& p : report.properties) {
        INFO(p.id);
        CHECK(p.result == ProofResult::proved);
    }
    CHECK(is_proved(report));
    const DialogReport again = check_dialog(knee_dialog());
    CHECK(again.queries == report.queries);
    CHECK(property(again, "G4").rests_on == property(report, "G4").rests_on);
}

TEST_CASE("A proof rests on the rules without which it fails", "[proof]") {
    const DialogReport report = check_dialog(knee_dialog());
    CHECK(property(report, "G7").rests_on == std::vector<std::string>{"E01"});
}

TEST_CASE("A violation comes with the shortest conversation, and that is how the engine goes", "[proof]") {
    const Dialog knee = changed_knee(R"("if": "fever", "then": "same_day")", R"("if": "fever", "then": "this_week")");
    const DialogReport report = check_dialog(knee);
    const PropertyReport& flags = property(report, "G4");
    REQUIRE(flags.result == ProofResult::violated);
    REQUIRE(flags.counterexamples.size() == 1);
    const Counterexample& c = flags.counterexamples.front();
    CHECK(c.subject == "fever");
    REQUIRE(c.reached);
    CHECK(c.chat.find("fever") != std::string::npos);
    CHECK(c.chat.find("level: soon") != std::string::npos);
    const auto transcript = read_transcript("c.chat", c.chat);
    REQUIRE(transcript.has_value());
    CHECK(replay(knee, *transcript).failures.empty());
}

TEST_CASE("An outcome below soon while a red flag is not denied is found, though no script that is read can have one",
          "[proof]") {
    Dialog knee = knee_dialog();
    for (Rule& rule : knee.rules)
        if (knee.outcomes[rule.outcome].level < Level::soon)
            rule.condition = Expr{};
        else
            rule.unless = Expr{};  // never holds
    const DialogReport report = check_dialog(knee);
    const PropertyReport& cleared = property(report, "G1");
    REQUIRE(cleared.result == ProofResult::violated);
    REQUIRE(cleared.counterexamples.front().reached);
    const auto transcript = read_transcript("c.chat", cleared.counterexamples.front().chat);
    REQUIRE(transcript.has_value());
    CHECK(replay(knee, *transcript).failures.empty());
}

TEST_CASE("Options that no condition tells apart are noted", "[proof]") {
    Dialog knee = knee_dialog();
    Finding colour;
    colour.id = "colour";
    colour.type = FindingType::choice;
    colour.options = {{"red", 0, 0, {}}, {"blue", 0, 0, {}}};
    knee.order.push_back(static_cast<FindingIndex>(knee.findings.size()));
    knee.findings.push_back(colour);
    const auto notes = check_dialog(knee).notes;
    CHECK(std::any_of(notes.begin(), notes.end(), [](const std::string& note) {
        return note.find("no condition tells apart") != note.npos && note.find("colour.blue and red") != note.npos;
    }));
}

TEST_CASE("What another solver is asked is the same question", "[proof]") {
    ProofLimits limits;
    limits.with_queries = true;
    const DialogReport report = check_dialog(knee_dialog(), limits);
    const std::string& query = property(report, "G4").query;
    CHECK(query.rfind("p cnf ", 0) == 0);
    CHECK(std::count(query.begin(), query.end(), '\n') == 1 + std::stol(query.substr(query.find(' ', 6))));
    CHECK(property(check_dialog(knee_dialog()), "G4").query.empty());
}

TEST_CASE("What the budget leaves open is not proved", "[proof]") {
    ProofLimits nothing;
    nothing.conflicts_max = 0;
    const DialogReport report = check_dialog(knee_dialog(), nothing);
    CHECK_FALSE(is_proved(report));
    CHECK(std::none_of(report.properties.begin(), report.properties.end(),
                       [](const auto& p) { return p.id[0] == 'G' && p.result == ProofResult::violated; }));
}

TEST_CASE("A waiver lets its own finding stand, and no other", "[proof]") {
    const std::string dead = R"("growth": { "strength": "rarely", "fits": [{ "if": "stress and no stress")";
    const std::string live = R"("growth": { "strength": "rarely", "fits": [{ "if": "stress")";
    const std::string end = R"("guarantees": [)";
    for (const auto& [of, waived] : {std::pair{"cause growth", true}, std::pair{"cause tension", false}}) {
        ScriptSource source = knee_source();
        std::string& text = source.main.dialog.text;
        text = replaced(
            replaced(text, live, dead), end,
            R"("waivers": [{ "property": "dead", "of": ")" + std::string(of) + R"(", "why": "soon" }], )" + end);
        const Compiled compiled = compile(source);
        REQUIRE(compiled.dialog);
        const DialogReport report = check_dialog(*compiled.dialog);
        CHECK(property(report, "dead").result == ProofResult::violated);
        CHECK(is_proved(report) == waived);
    }
}

TEST_CASE("A score of 2000 sums is looked at, one of more is not proved", "[proof]") {
    for (const auto& [items, too_wide] : {std::pair{10, false}, std::pair{11, true}}) {  // 1024 sums, 2048
        Dialog wide = knee_dialog();
        auto& findings = wide.findings;
        const auto score = std::find_if(findings.begin(), findings.end(),
                                        [](const Finding& f) { return f.type == FindingType::score; });
        score->items.clear();
        std::vector<Finding> added(static_cast<std::size_t>(items));
        for (std::size_t i = 0; i < added.size(); ++i) {
            added[i].type = FindingType::choice;
            added[i].options = {{"none", 0, 0, {}}, {"some", 1 << i, 0, {}}};
            score->items.push_back(static_cast<FindingIndex>(findings.size() + i));
        }
        findings.insert(findings.end(), added.begin(), added.end());
        for (std::size_t i = 0; i < added.size(); ++i)
            wide.order.insert(wide.order.begin(), static_cast<FindingIndex>(findings.size() - added.size() + i));
        CHECK((check_dialog(wide).queries == 0) == too_wide);
    }
}
