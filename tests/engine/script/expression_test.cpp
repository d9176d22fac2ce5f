// Expressions: the dialog language, section 3.

#include <catch2/catch.hpp>

#include <map>

#include "engine/conversation.hpp"
#include "engine/tiny_dialog.hpp"
#include "script/names.hpp"

using namespace anamnesis;
using tests::codes_of;

namespace {

Finding finding(const std::string& id, FindingType type, std::vector<Option> options) {
    Finding f;
    f.id = id;
    f.type = type;
    f.options = std::move(options);
    return f;
}

/// Two findings with a probe, two without, a choice, a number and a score; tag "sign" is of a and b.
Dialog small_dialog() {
    Dialog d;
    for (const char* id : {"a", "b", "c", "e"}) d.findings.push_back(finding(id, FindingType::yes_no, {}));
    for (FindingIndex probed : {FindingIndex{0}, FindingIndex{1}}) {
        d.findings[probed].has_probe = true;
        d.findings[probed].tags = {"sign"};
    }
    d.findings.push_back(finding("side", FindingType::choice, {{"left", 1, 0, {}}, {"right", 2, 0, {}}}));
    d.findings.push_back(finding("days", FindingType::number, {{"few", 0, 0, 7.0}, {"many", 0, 7, {}}}));
    d.findings.push_back(finding("sum", FindingType::score, {}));
    d.findings.back().items = {4};
    for (FindingIndex i = 0; i < d.findings.size(); ++i) d.order.push_back(i);
    return d;
}

struct Reading {
    explicit Reading(const std::string& text, const std::map<std::string, std::string>& defines = {}) {
        for (const auto& [name, condition] : defines) draft.defines.push_back({{name, {}}, {condition, {}}});
        Names names(dialog, {Part{&draft, ""}});
        expr = parse_expression({text, {"d.json", "/rules/0/if", 3, 20}}, "", names, diagnostics);
    }

    bool holds_with(std::initializer_list<std::pair<const char*, const char*>> values) const {
        return holds(expr, effective(dialog, tests::facts(dialog, values)));
    }

    Dialog dialog = small_dialog();
    Draft draft;
    Diagnostics diagnostics;
    Expr expr;
};

bool holds_with(const std::string& text, std::initializer_list<std::pair<const char*, const char*>> values) {
    const Reading r(text);
    INFO(text << "\n" << tests::in_words(r.diagnostics));
    REQUIRE(r.diagnostics.empty());
    return r.holds_with(values);
}

/// yes, no, unsure, open, not asked: as one letter each, T or F.
std::string truth(const std::string& atom) {
    std::string out;
    out += holds_with(atom, {{"a", "yes"}}) ? 'T' : 'F';
    out += holds_with(atom, {{"a", "no"}}) ? 'T' : 'F';
    out += holds_with(atom, {{"a", "unsure"}, {"a?", "unsure"}}) ? 'T' : 'F';
    out += holds_with(atom, {{"a", "unsure"}}) ? 'T' : 'F';
    out += holds_with(atom, {}) ? 'T' : 'F';
    return out;
}

std::string mistake(const std::string& text) {
    const Reading r(text);
    REQUIRE(r.diagnostics.size() == 1);
    CHECK(is_broken(r.expr));
    return r.diagnostics[0].code + " " + std::to_string(r.diagnostics[0].column);
}

}  // namespace

TEST_CASE("Every atom on every value: the table of the language") {
    CHECK(truth("a") == "TFFFF");
    CHECK(truth("no a") == "FTFFF");
    CHECK(truth("maybe a") == "TFTTF");
    CHECK(truth("unsure a") == "FFTFF");
    CHECK(truth("known a") == "TTFFF");
    CHECK(truth("any (a)") == "TFFFF");
    CHECK(truth("any (a) present") == "TFFFF");
    CHECK(truth("all (a) denied") == "FTFFF");
    CHECK(truth("any of (a) possible") == "TFTTF");
    CHECK(truth("at least 1 of (a) unsure") == "FFTFF");
}

TEST_CASE("The answer to a check counts as the finding's own") {
    CHECK(holds_with("a", {{"a", "unsure"}, {"a?", "yes"}}));
    CHECK(holds_with("no a", {{"a", "unsure"}, {"a?", "no"}}));
    CHECK(holds_with("no a", {{"a", "no"}, {"a?", "yes"}}));  // an old check under a clear answer is nothing
}

TEST_CASE("and, or and brackets") {
    CHECK(holds_with("a and b and no c", {{"a", "yes"}, {"b", "yes"}, {"c", "no"}}));
    CHECK_FALSE(holds_with("a and b and no c", {{"a", "yes"}, {"b", "yes"}}));
    CHECK(holds_with("a or b or c", {{"c", "yes"}}));
    CHECK(holds_with("a or (b and c)", {{"a", "yes"}}));
    CHECK_FALSE(holds_with("(a or b) and c", {{"a", "yes"}}));
    CHECK(holds_with("  ((a))\tor\n b ", {{"b", "yes"}}));
}

TEST_CASE("An empty condition always holds") {
    const Reading r("");
    CHECK(r.expr.kind == Expr::Kind::always);
    CHECK(r.holds_with({}));
}

TEST_CASE("Groups are of a list or a tag") {
    CHECK(holds_with("any sign", {{"b", "yes"}}));
    CHECK_FALSE(holds_with("all sign", {{"b", "yes"}}));
    CHECK(holds_with("all sign denied", {{"a", "no"}, {"b", "no"}}));
    CHECK_FALSE(holds_with("all sign denied", {{"a", "no"}}));
    CHECK(holds_with("any of (a, c) possible", {{"a", "unsure"}}));
}

TEST_CASE("At least so many of a group") {
    CHECK(holds_with("at least 2 of (a, b, c)", {{"a", "yes"}, {"c", "yes"}}));
    CHECK_FALSE(holds_with("at least 2 of (a, b, c)", {{"a", "yes"}}));
    CHECK(holds_with("at least 2 of sign unsure",
                     {{"a", "unsure"}, {"a?", "unsure"}, {"b", "unsure"}, {"b?", "unsure"}}));
    CHECK_FALSE(holds_with("at least 2 of sign unsure", {{"a", "unsure"}, {"b", "unsure"}, {"b?", "unsure"}}));
}

TEST_CASE("Choices, numbers and scores") {
    CHECK(holds_with("side is left", {{"side", "left"}}));
    CHECK_FALSE(holds_with("side is left", {{"side", "unsure"}}));
    CHECK(holds_with("side in (left, right)", {{"side", "right"}}));
    CHECK(holds_with("days is many", {{"days", "many"}}));
    CHECK(holds_with("known side and unsure days", {{"side", "left"}, {"days", "unsure"}}));
    CHECK(holds_with("sum >= 2", {{"side", "right"}}));
    CHECK(holds_with("sum>=1", {{"side", "left"}}));
    CHECK_FALSE(holds_with("sum >= 2", {{"side", "left"}}));
    CHECK(holds_with("sum >= 0", {}));
    CHECK(holds_with("known sum", {{"side", "left"}}));
    CHECK_FALSE(holds_with("known sum", {}));
}

TEST_CASE("A define stands for its condition") {
    const std::map<std::string, std::string> defines = {{"ill", "a or b"}, {"very_ill", "ill and c"}};
    CHECK(Reading("very_ill", defines).holds_with({{"a", "yes"}, {"c", "yes"}}));
    CHECK_FALSE(Reading("very_ill", defines).holds_with({{"a", "yes"}}));
    CHECK(Reading("no c or ill", defines).holds_with({{"b", "yes"}}));
}

TEST_CASE("A define is used plainly") {
    const auto word = GENERATE(as<std::string>(), "no", "maybe", "unsure", "known");
    const Reading r(word + " ill", {{"ill", "a or b"}});
    REQUIRE(codes_of(r.diagnostics) == std::vector<std::string>{code::kBadExpression});
}

TEST_CASE("Defines that lead back to themselves are reported") {
    const Reading r("x", {{"x", "y"}, {"y", "a or x"}});
    REQUIRE(codes_of(r.diagnostics) == std::vector<std::string>{code::kCycle});
}

TEST_CASE("and and or are not mixed without brackets") {
    CHECK(mistake("a and b or c") == "A105 29");
    CHECK(mistake("a or (b and c or e)") == "A105 35");
}

TEST_CASE("What is no expression is reported at the word") {
    CHECK(mistake("aa") == "A103 21");
    CHECK(mistake("a and nosuch") == "A103 27");
    CHECK(mistake("side is up") == "A103 29");
    CHECK(mistake("any nosuch denied") == "A103 25");
    CHECK(mistake("a and") == "A105 26");
    CHECK(mistake("a b") == "A105 23");
    CHECK(mistake("(a") == "A105 23");
    CHECK(mistake("a)") == "A105 22");
    CHECK(mistake("no") == "A105 23");
    CHECK(mistake("no side") == "A105 24");
    CHECK(mistake("side") == "A105 21");
    CHECK(mistake("a is yes") == "A103 26");
    CHECK(mistake("side in left") == "A105 29");
    CHECK(mistake("sum is low") == "A103 28");
    CHECK(mistake("a >= 1") == "A105 26");
    CHECK(mistake("sum >= many") == "A105 28");
    CHECK(mistake("sum >= 99999999999") == "A105 28");
    CHECK(mistake("at least 3 of (a, b)") == "A105 41");
    CHECK(mistake("at least 0 of (a, b)") == "A105 41");
    CHECK(mistake("any (a, side)") == "A105 29");
    CHECK(mistake("a > 1") == "A105 23");
    CHECK(mistake("\xc3\xa9") == "A103 21");
}

TEST_CASE("Only the first mistake of an expression is told, with the whole of it") {
    const Reading r("nosuch and neither");
    REQUIRE(r.diagnostics.size() == 1);
    CHECK(r.diagnostics[0].message == "unknown name \"nosuch\" in \"nosuch and neither\"");
    CHECK(r.diagnostics[0].pointer == "/rules/0/if");
    CHECK(r.diagnostics[0].line == 3);
}

TEST_CASE("Brackets nest 31 deep and no deeper") {
    const auto brackets = [](int n) {
        return std::string(static_cast<std::size_t>(n), '(') + "a" + std::string(static_cast<std::size_t>(n), ')');
    };
    CHECK(Reading(brackets(31)).diagnostics.empty());
    CHECK(codes_of(Reading(brackets(32)).diagnostics) == std::vector<std::string>{code::kBadExpression});
    CHECK(Reading(brackets(100'000)).diagnostics.size() == 1);
}

TEST_CASE("Defines cannot make a small file a large dialog") {
    std::map<std::string, std::string> doubling = {{"d10", "a and b"}};
    for (int i = 11; i < 60; ++i) {
        const std::string before = "d" + std::to_string(i - 1);
        doubling["d" + std::to_string(i)] = before + " and " + before;
    }
    const Reading r("d59", doubling);
    CHECK(tests::find_code(r.diagnostics, code::kTooLarge).message.find("expressions") != std::string::npos);
}

TEST_CASE("A long chain of defines is refused, not followed to the end") {
    std::map<std::string, std::string> chain = {{"d0", "a"}};
    for (int i = 1; i < 20'000; ++i) chain["d" + std::to_string(i)] = "(d" + std::to_string(i - 1) + " or b)";
    const Reading r("d19999", chain);
    CHECK_FALSE(r.diagnostics.empty());
}
