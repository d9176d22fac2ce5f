#include <catch2/catch.hpp>

#include "script/json.hpp"
#include "script/json_fault.hpp"

using namespace anamnesis;

namespace {

std::string fault(const std::string& text) {
    Diagnostics told;
    json::parse({"a.json", text}, told);
    REQUIRE(told.size() == 1);
    return told[0].message;
}

}  // namespace

TEST_CASE("A mistake of form is told in the words of someone who writes") {
    CHECK(fault(R"({"a": 1 "b": 2})") == "a comma is missing before this");
    CHECK(fault(R"([1 2])") == "a comma is missing before this");
    CHECK(fault(R"({"a": 1,})") == "there is a comma too many before this");
    CHECK(fault("[1,]") == "there is a comma too many before this");
    CHECK(fault(R"({"a" 1})") == "a colon is missing before this");
    CHECK(fault(R"({a: 1})") == "a key in quotation marks should stand here");
    CHECK(fault(R"({"a": b})") == "a value should stand here");
    CHECK(fault("{\"a\": \"b\n}") == "the text that begins here is not closed on its line");
    CHECK(fault(R"({"a": "b)") == "the text that begins here is never closed");
    CHECK(fault(R"({"a": "\d"})") == "this text has a character that JSON does not allow");
    CHECK(fault("{\"a\": \"\xE9\"}") == "this is not UTF-8");
    CHECK(fault(R"({"a": [1})") == "a bracket is closed by one of the other kind");
    CHECK(fault(R"({"a": 1)") == "the file ends too early");
    CHECK(fault("{} {}") == "something stands behind the end of the script");
}

TEST_CASE("What the parser says in words that we do not know is no valid JSON") {
    CHECK(json::syntax_fault("a new sentence").message == "this is not valid JSON");
}
