// Keys of a file of words that nothing asks for: told where they stand, with what was meant.

#include <catch2/catch.hpp>

#include "engine/tiny_dialog.hpp"
#include "script/report.hpp"

using namespace anamnesis;
using Codes = std::vector<std::string>;

namespace {

Diagnostics with_words(const std::string& old_text, const std::string& new_text) {
    ScriptSource source = tests::knee_source();
    source.main.locales[0].text = tests::replaced(source.main.locales[0].text, old_text, new_text);
    return compile(source).diagnostics;
}

}  // namespace

TEST_CASE("A misspelt key is told once, not as missing too") {
    const Diagnostics told = with_words("\"chest_pain\": {", "\"chest_pian\": {");
    REQUIRE(tests::codes_of(told) == Codes{code::kUnknownText});
    CHECK(told[0].pointer == "/findings/chest_pian");
    CHECK(told[0].hint == "did you mean \"chest_pain\"?");
}

TEST_CASE("A text that is missing is told where it should stand") {
    const Diagnostics told = with_words("\"name\": \"chest pain\", ", "");
    REQUIRE(tests::codes_of(told) == Codes{code::kMissingText});
    CHECK(told[0].pointer == "/findings/chest_pain");
    CHECK(told[0].line > 1);
    CHECK(told[0].hint == "add to \"findings.chest_pain\": \"name\": ...");
    CHECK(with_words("\"water\": { \"text\": \"Drink water.\" }", "\"rest@other\": {}").at(0).hint ==
          "add to \"advice\": \"water\": { \"text\": ... }");
}

TEST_CASE("A list where a text belongs, or a text, a number, or a deeper key where none does") {
    CHECK(tests::codes_of(with_words("\"name\": \"stress\"", "\"name\": [\"stress\"]")) == Codes{code::kWrongType});
    CHECK(tests::codes_of(with_words("\"phrases\": [\"stress*\"]", "\"phrases\": \"stress*\"")) ==
          Codes{code::kWrongType});
    CHECK(tests::codes_of(with_words("\"name\": \"stress\"", "\"name\": \"stress\", \"points\": 1")) ==
          Codes{code::kUnknownText});
    CHECK(tests::codes_of(with_words("\"name\": \"stress\"", "\"name\": { \"x\": \"stress\" }")).front() ==
          std::string(code::kWrongType));
}

TEST_CASE("A text that is of another type is told once, wherever it is") {
    for (const char* other : {"7", "[\"stress\"]", "{}", "{ \"a\": \"b\" }", "null", "true"}) {
        INFO(other);
        const std::string written = std::string("\"name\": ") + other;
        CHECK(tests::codes_of(with_words("\"name\": \"stress\"", written)) == Codes{code::kWrongType});
    }
}
