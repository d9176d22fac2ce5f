// JSON with places: what an author sees when a file has not the right form.

#include <catch2/catch.hpp>

#include "engine/tiny_dialog.hpp"
#include "script/json.hpp"
#include "script/report.hpp"

using namespace anamnesis;
using tests::codes_of;

namespace {

std::string place(const json::Where& where) {
    return where.pointer + " " + std::to_string(where.line) + ":" + std::to_string(where.column);
}

struct Parsed {
    explicit Parsed(const std::string& text) : root(json::parse({"a.json", text}, diagnostics)) {}

    const json::Node& at(const std::string& key) const { return *root->find(key); }

    Diagnostics diagnostics;
    std::optional<json::Node> root;
};

std::string nested(int depth) {
    return std::string(static_cast<std::size_t>(depth), '[') + std::string(static_cast<std::size_t>(depth), ']');
}

std::string file_of_size(std::size_t bytes) { return "\"" + std::string(bytes - 2, 'x') + "\""; }

}  // namespace

TEST_CASE("Every value knows its pointer, line and column") {
    const Parsed p("{\n  \"rules\": [ {\"id\": \"E01\"},\n    12.5, true ],\n  \"a/b~c\": null }");
    REQUIRE(p.diagnostics.empty());
    CHECK(place(p.root->where) == " 1:1");
    const json::Node& rules = p.at("rules");
    CHECK(place(rules.where) == "/rules 2:12");
    CHECK(place(rules.items[0].find("id")->where) == "/rules/0/id 2:21");
    CHECK(place(rules.items[1].where) == "/rules/1 3:5");
    CHECK(place(rules.items[2].where) == "/rules/2 3:11");
    CHECK(place(p.at("a/b~c").where) == "/a~1b~0c 4:12");
    CHECK(rules.items[1].number == 12.5);
    CHECK(rules.items[2].boolean);
}

TEST_CASE("Keys have places of their own, and strings with separators move nothing") {
    const Parsed p("{\"a\": \"x,:\\n y\", \"b\" : [1,2],\n\"c\":-3}");
    CHECK(place(p.root->members[1].where) == "/b 1:18");
    CHECK(place(p.root->members[2].where) == "/c 2:1");
    CHECK(place(p.at("c").where) == "/c 2:5");
    CHECK(p.at("a").string == "x,:\n y");
    CHECK(p.at("c").number == -3);
}

TEST_CASE("Columns count bytes, so letters outside ASCII move them by their size") {
    const Parsed p("{\"a\": \"\xc3\xa9\", \"b\": 1}");
    CHECK(place(p.at("b").where) == "/b 1:18");
}

TEST_CASE("A key that stands twice is reported at the second, and the first is kept") {
    const Parsed p("{\"a\": 1,\n \"a\": 2,\n \"b\": {\"a\": 3}}");
    REQUIRE(codes_of(p.diagnostics) == std::vector<std::string>{code::kDuplicateKey});
    CHECK(p.diagnostics[0].line == 2);
    CHECK(p.diagnostics[0].column == 2);
    CHECK(p.diagnostics[0].pointer == "/a");
    CHECK(p.at("a").number == 1);
}

TEST_CASE("Two duplicates are two diagnostics") {
    CHECK(Parsed("{\"a\": 1, \"a\": 2, \"a\": 3}").diagnostics.size() == 2);
}

TEST_CASE("A file that is no JSON is reported where it breaks") {
    struct Row {
        const char* text;
        int line, column;
    };
    const auto row = GENERATE(Row{"", 1, 1}, Row{"{\"a\": 1\n \"b\": 2}", 2, 2}, Row{"[1, 2", 1, 6},
                              Row{"{\"a\" 1}", 1, 6}, Row{"{} {}", 1, 4}, Row{"1 2", 1, 3}, Row{"{\"a\": nul}", 1, 7});
    CAPTURE(row.text);
    const Parsed p(row.text);
    CHECK_FALSE(p.root.has_value());
    REQUIRE(codes_of(p.diagnostics) == std::vector<std::string>{code::kBadJson});
    CHECK(p.diagnostics[0].line == row.line);
    CHECK(p.diagnostics[0].column == row.column);
    CHECK_FALSE(p.diagnostics[0].hint.empty());
}

TEST_CASE("Text that is not UTF-8 is no JSON") {
    const auto text = GENERATE(as<std::string>(), "\"\xff\"", "\"\xc3(\"", "\"\xed\xa0\x80\"", "\"\\ud800\"");
    CHECK(codes_of(Parsed(text).diagnostics) == std::vector<std::string>{code::kBadJson});
}

TEST_CASE("Values may be nested 24 deep and no deeper") {
    CHECK(Parsed(nested(json::kDepthMax)).root.has_value());
    const Parsed deeper(nested(json::kDepthMax + 1));
    CHECK_FALSE(deeper.root.has_value());
    CHECK(codes_of(deeper.diagnostics) == std::vector<std::string>{code::kTooLarge});
    CHECK(deeper.diagnostics[0].column == json::kDepthMax + 1);
    CHECK_FALSE(Parsed(nested(100'000)).root.has_value());
}

TEST_CASE("A file may have 1 MiB and no byte more") {
    CHECK(Parsed(file_of_size(json::kFileBytesMax)).root.has_value());
    const Parsed larger(file_of_size(json::kFileBytesMax + 1));
    CHECK_FALSE(larger.root.has_value());
    CHECK(codes_of(larger.diagnostics) == std::vector<std::string>{code::kTooLarge});
}

TEST_CASE("Numbers that no double holds are no JSON") {
    CHECK(codes_of(Parsed("1e999").diagnostics) == std::vector<std::string>{code::kBadJson});
}

TEST_CASE("A file full of keys is read in a moment") {
    std::string text = "{";
    for (int i = 0; i < 80'000; ++i) text += "\"k" + std::to_string(i) + "\":0,";
    const Parsed p(text + "\"k0\":1}");
    CHECK(p.root->members.size() == 80'000);
    CHECK(codes_of(p.diagnostics) == std::vector<std::string>{code::kDuplicateKey});
}
