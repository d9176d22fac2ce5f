// Objects read key by key: everything that is missing, wrong or unknown is reported, and reading goes on.

#include <catch2/catch.hpp>

#include "engine/tiny_dialog.hpp"
#include "script/reader.hpp"

using namespace anamnesis;
using tests::codes_of;
using Codes = std::vector<std::string>;

namespace {

struct Read {
    explicit Read(const std::string& text)
        : root(json::parse({"a.json", text}, diagnostics)), reader(*root, diagnostics) {}

    Codes codes() const { return codes_of(diagnostics); }

    Diagnostics diagnostics;
    std::optional<json::Node> root;
    ObjectReader reader;
};

std::vector<std::string> values(const std::vector<Text>& texts) {
    std::vector<std::string> out;
    for (const Text& text : texts) out.push_back(text.value);
    return out;
}

}  // namespace

TEST_CASE("Keys that are there are read with their places") {
    Read r(R"({"id": "E01", "keep": true, "points": 3, "cite": ["S1", "S2"]})");
    CHECK(r.reader.text("id").value == "E01");
    CHECK(r.reader.text("id").where.pointer == "/id");
    CHECK(r.reader.boolean_or("keep", false));
    CHECK(r.reader.number("points") == 3);
    CHECK(values(r.reader.texts("cite")) == Codes{"S1", "S2"});
    r.reader.finish();
    CHECK(r.codes().empty());
}

TEST_CASE("A required key that is missing is reported at its object, with a hint") {
    Read r(R"({})");
    CHECK(r.reader.text("id").value.empty());
    CHECK(r.codes().empty());
    r.reader.finish();
    REQUIRE(r.codes() == Codes{code::kMissingKey});
    CHECK(r.diagnostics[0].message.find("\"id\"") != std::string::npos);
    CHECK(r.diagnostics[0].hint == "add \"id\": \"text\"");
    CHECK(r.diagnostics[0].column == 1);
}

TEST_CASE("An optional key that is missing has a fallback and is no mistake") {
    Read r("{}");
    CHECK(r.reader.text_or("unit", "day").value == "day");
    CHECK(r.reader.boolean_or("keep", true));
    CHECK(r.reader.count_or("rev", 1) == 1);
    CHECK(r.reader.texts("tags").empty());
    CHECK(r.codes().empty());
}

TEST_CASE("A value of a wrong type is reported at its place, and the fallback counts") {
    Read r(R"({"id": 5, "keep": "yes", "cite": ["S1", 2, null]})");
    CHECK(r.reader.text("id").value.empty());
    CHECK_FALSE(r.reader.boolean_or("keep", false));
    CHECK(values(r.reader.texts("cite")) == Codes{"S1"});
    REQUIRE(r.codes() == Codes(4, code::kWrongType));
    CHECK(r.diagnostics[0].message == "expected a string, found a number");
    CHECK(r.diagnostics[2].pointer == "/cite/1");
}

TEST_CASE("Counts are whole numbers of 0 to 1000") {
    CHECK(Read(R"({"points": 0})").reader.count_or("points", 5) == 0);
    CHECK(Read(R"({"points": 1000})").reader.count_or("points", 5) == 1000);
    const auto text = GENERATE(as<std::string>(), "-1", "1001", "0.5", "1e300");
    Read r("{\"points\": " + text + "}");
    CHECK(r.reader.count_or("points", 5) == 5);
    REQUIRE(r.codes() == Codes{code::kBadValue});
    CHECK(r.diagnostics[0].pointer == "/points");
}

TEST_CASE("A key that nobody asks for is reported at the key") {
    Read r(R"({"id": "E01", "when": "x", "wehn": "y"})");
    r.reader.text("id");
    r.reader.text_or("when", "");
    r.reader.finish();
    REQUIRE(r.codes() == Codes{code::kUnknownKey});
    CHECK(r.diagnostics[0].pointer == "/wehn");
    CHECK(r.diagnostics[0].column == 28);
}

TEST_CASE("What is no object has no keys, and is reported once") {
    Read r("[1]");
    CHECK(r.reader.text("id").value.empty());
    CHECK(r.reader.texts("cite").empty());
    r.reader.finish();
    CHECK(r.codes() == Codes{code::kWrongType});
}

TEST_CASE("A key that is misspelt is not missing too") {
    Read r(R"({ "rulse": 1 })");
    r.reader.number("rules");
    r.reader.finish();
    REQUIRE(r.codes() == Codes{code::kUnknownKey});
    CHECK(r.diagnostics[0].hint == "did you mean \"rules\"?");
}

TEST_CASE("A fixed word is one of those that are known") {
    Read r(R"({ "style": "any", "level": "soon" })");
    CHECK(r.reader.word("level", {"soon", "urgent"}) == "soon");
    CHECK(r.reader.word_or("stage", {"once", "end"}, "end") == "end");
    CHECK(r.codes().empty());
    r.reader.word("style", {"any_of", "one_of"});
    REQUIRE(r.codes() == Codes{code::kBadValue});
    CHECK(r.diagnostics[0].hint == "it is one of: any_of, one_of");
}

TEST_CASE("One name or a list of names") {
    CHECK(values(Read(R"({"asks": "a"})").reader.text_or_texts("asks")) == Codes{"a"});
    CHECK(values(Read(R"({"asks": ["a", "b"]})").reader.text_or_texts("asks")) == Codes{"a", "b"});
    Read r("{}");
    CHECK(r.reader.text_or_texts("asks").empty());
    r.reader.finish();
    CHECK(r.codes() == Codes{code::kMissingKey});
}
