// What questions must fulfil: the dialog language, section 10.

#include <catch2/catch.hpp>

#include "engine/tiny_dialog.hpp"
#include "script/report.hpp"

using namespace anamnesis;
using tests::replaced;
using Codes = std::vector<std::string>;

namespace {

Codes codes_with(const std::string& old_text, const std::string& new_text) {
    ScriptSource source = tests::knee_source();
    source.main.dialog.text = replaced(source.main.dialog.text, old_text, new_text);
    return tests::codes_of(compile(source).diagnostics);
}

}  // namespace

TEST_CASE("A condition looks back: at what was asked, what a check asks, what is set without a question") {
    const std::string old_text = "\"asks\": \"duration\"";
    const auto with_when = [&](const std::string& when) {
        return codes_with(old_text, old_text + ", \"when\": \"" + when + "\"");
    };
    CHECK(with_when("leg_cold and maybe pregnant").empty());
    CHECK(with_when("weak_since is slow").empty());  // asked by a check
    CHECK(with_when("refused").empty());             // set by a command
    CHECK(with_when("known duration") == Codes{code::kLooksAhead});
    CHECK(with_when("side is left") == Codes{code::kLooksAhead});
    CHECK(with_when("worry >= 1") == Codes(2, code::kLooksAhead));  // a score looks at its items
}

TEST_CASE("A condition may name what an earlier question of the same state asks") {
    CHECK(codes_with("\"asks\": \"side\"", "\"asks\": \"side\", \"when\": \"duration is long\"").empty());
}

TEST_CASE("A child is asked under a condition that names a parent, or a parent of it") {
    const std::string deep = "\"when\": \"maybe wound\"";
    CHECK(codes_with(deep, "\"when\": \"maybe wound or stress\"") == Codes{code::kLooksAhead});
    CHECK(codes_with(deep, "\"when\": \"fever\"") == Codes{code::kWrongParent});
    CHECK(codes_with(", \"when\": \"maybe wound\"", "").empty());  // asked of everyone: no condition, no mistake
}

TEST_CASE("The condition of the state counts as the question's own") {
    CHECK(codes_with("\"id\": \"context\",", "\"id\": \"context\", \"when\": \"maybe fever\",").empty());
    CHECK(codes_with("{ \"id\": \"pregnancy\", \"asks\": \"pregnancy_danger\", \"when\": \"maybe pregnant\" }",
                     "{ \"id\": \"pregnancy\", \"asks\": \"pregnancy_danger\", \"when\": \"stress\" }") ==
          Codes{code::kLooksAhead, code::kWrongParent});
}

TEST_CASE("Every finding is asked somewhere; a score is not asked at all") {
    CHECK(codes_with("[\"myself\", \"other_person\"]", "[\"myself\"]") == Codes{code::kNeverAsked, code::kBadQuestion});
    CHECK(codes_with("\"set_by\": \"command:skip_all\", ", "") == Codes{code::kNeverAsked});
}

TEST_CASE("A list is of yes_no findings and says how it is answered") {
    CHECK(codes_with("\"asks\": [\"stress\", \"running\", \"low_mood\"], \"style\": \"any_of\"",
                     "\"asks\": [\"stress\", \"running\", \"low_mood\"]") == Codes{code::kBadQuestion});
    CHECK(codes_with("\"asks\": \"side\"", "\"asks\": \"side\", \"style\": \"yes_no\"") == Codes{code::kBadQuestion});
    CHECK(codes_with("\"asks\": \"pregnant\"", "\"asks\": \"pregnant\", \"style\": \"number\"") ==
          Codes{code::kBadQuestion});
    CHECK(codes_with("\"asks\": \"pregnant\"", "\"asks\": [\"pregnant\"], \"style\": \"any_of\"").empty());
}
