#include <catch2/catch.hpp>

#include <anamnesis/diff.hpp>

#include "engine/tiny_dialog.hpp"

using namespace anamnesis;
using namespace anamnesis::tests;

namespace {

Dialog knee_with(const std::vector<std::pair<std::string, std::string>>& changes) {
    ScriptSource source = knee_source();
    for (const auto& [old, with] : changes) source.main.dialog.text = replaced(source.main.dialog.text, old, with);
    Compiled compiled = compile(source);
    INFO(in_words(compiled.diagnostics));
    REQUIRE(compiled.dialog);
    return std::move(*compiled.dialog);
}

const std::pair<std::string, std::string> kLowerFever = {R"("if": "fever", "then": "same_day")",
                                                         R"("if": "fever", "then": "this_week")"};

}  // namespace

TEST_CASE("A dialog and itself: nobody gets another level", "[proof]") {
    const DialogDiff diff = diff_dialogs(knee_dialog(), knee_dialog());
    CHECK(diff.changes.empty());
    CHECK(diff.complete);
    CHECK_FALSE(is_lowered(diff));
}

TEST_CASE("A lowered level is found with a conversation in each version; the other way round it is raised", "[proof]") {
    const Dialog lower = knee_with({kLowerFever});
    const DialogDiff diff = diff_dialogs(knee_dialog(), lower);
    REQUIRE_FALSE(diff.changes.empty());
    const LevelChange& change = diff.changes.front();
    CHECK(change.old_rule == "U01");
    CHECK(change.old_level == Level::urgent);
    CHECK(change.new_level < Level::urgent);
    CHECK(change.old_chat.find("level: urgent") != std::string::npos);
    CHECK(change.new_chat.find("level: urgent") == std::string::npos);
    CHECK_FALSE(change.new_chat.empty());
    CHECK(is_lowered(diff));
    CHECK_FALSE(is_lowered(diff_dialogs(lower, knee_dialog())));
    CHECK_FALSE(diff_dialogs(lower, knee_dialog()).changes.empty());
}

TEST_CASE("A lowered level that the new script lists is intended, for the version and the people it names", "[proof]") {
    const std::string end = R"("guarantees": [)";
    const auto listed = [&](const std::string& since, const std::string& condition) {
        return knee_with({kLowerFever,
                          {end, R"("lowered": [{ "since": ")" + since + R"(", "if": ")" + condition +
                                    R"(", "why": "a fever can wait" }], )" + end}});
    };
    CHECK_FALSE(is_lowered(diff_dialogs(knee_dialog(), listed("1.0.0", "fever"))));
    CHECK(diff_dialogs(knee_dialog(), listed("1.0.0", "fever")).changes.front().intended == "a fever can wait");
    CHECK(is_lowered(diff_dialogs(knee_dialog(), listed("0.9.0", "fever"))));
    CHECK(is_lowered(diff_dialogs(knee_dialog(), listed("1.0.0", "fever and stress"))));
}

TEST_CASE("A narrower condition of a rule is found", "[proof]") {
    const Dialog dropped =
        knee_with({{R"("if": "leg_cold", "then": "call_now")", R"("if": "leg_cold and fever", "then": "call_now")"}});
    const DialogDiff diff = diff_dialogs(knee_dialog(), dropped);
    CHECK(is_lowered(diff));
    CHECK(diff.changes.front().old_rule == "E01");
}

TEST_CASE("What the budget leaves open is not complete", "[proof]") {
    DiffLimits one;
    one.changes_max = 1;
    CHECK_FALSE(diff_dialogs(knee_dialog(), knee_with({kLowerFever}), one).complete);
}
