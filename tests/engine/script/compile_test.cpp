// Files to a dialog, or to everything that is wrong with them.

#include <catch2/catch.hpp>

#include <algorithm>

#include "engine/tiny_dialog.hpp"
#include "script/json.hpp"
#include "script/report.hpp"

using namespace anamnesis;
using tests::codes_of;
using tests::replaced;
using Codes = std::vector<std::string>;

namespace {

bool has_code(const Diagnostics& diagnostics, const std::string& code) {
    const Codes codes = codes_of(diagnostics);
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

/// The tiny dialog with so many findings and rules in all, of which it has 8 and 7 itself.
Compiled with_sizes(int findings, int rules) {
    ScriptSource source = tests::tiny_source();
    std::string more_findings, more_words, more_asks, more_rules;
    for (int i = 0; i < findings - 8; ++i) {
        const std::string id = "x" + std::to_string(i);
        more_findings += "\"" + id + "\": {}, ";
        more_words += "\"" + id + "\": { \"name\": \"x\" }, ";
        more_asks += "\"" + id + "\", ";
    }
    std::string& script = source.main.dialog.text;
    std::string& words = source.main.locales[0].text;
    script = replaced(script, "\"eyelid\": {}", more_findings + "\"eyelid\": {}");
    script = replaced(script, "\"asks\": [\"eyelid\"", "\"asks\": [" + more_asks + "\"eyelid\"");
    words = replaced(words, "\"eyelid\": {", more_words + "\"eyelid\": {");
    std::string whys;
    for (int i = 0; i < rules - 7; ++i) {
        const std::string id = "X" + std::to_string(i);
        more_rules += "{ \"id\": \"" + id + "\", \"at\": \"end\", \"if\": \"coffee\", \"then\": \"see_someone\" }, ";
        whys += "\"" + id + "\": { \"why\": \"x\" }, ";
    }
    script = replaced(script, "\"rules\": [", "\"rules\": [ " + more_rules);
    words = replaced(words, "\"rules\": {", "\"rules\": { " + whys);
    return compile(source);
}

}  // namespace

TEST_CASE("A dialog folder becomes a dialog") {
    const Compiled c = compile(tests::tiny_source());
    REQUIRE(c.dialog.has_value());
    CHECK(c.dialog->id == "tiny");
    CHECK(c.dialog->version == "1.0.0");
    CHECK(c.dialog->status == "draft");
    CHECK(c.dialog->sources.size() == 5);
    CHECK(c.dialog->regions.size() == 7);
    REQUIRE(c.dialog->languages.size() == 1);
    CHECK(c.dialog->languages[0].tag == "en-GB");
    CHECK(*c.dialog->languages[0].find("questions.crisis_plan.text") != "");
}

TEST_CASE("All mistakes are told at once, whatever kind they are of") {
    ScriptSource source = tests::tiny_source();
    std::string& script = source.main.dialog.text;
    script = replaced(script, "\"eyelid\": {}", "\"eye lid\": {}");
    script = replaced(script, "\"then\": \"call_now\"", "\"then\": \"call\"");
    script = replaced(script, "\"default\": \"see_someone\"", "\"default\": \"less_coffee\"");
    script = replaced(script, "\"probe\": true, ", "");
    std::string& words = source.main.locales[0].text;
    words = replaced(words, "\"my face is drooping\"", "\"my chin is drooping\"");
    words = replaced(words, "{emergency}", "{police}");
    const Compiled c = compile(source);
    CHECK_FALSE(c.dialog.has_value());
    INFO(tests::in_words(c.diagnostics));
    for (const char* code : {code::kBadId, code::kUnknownName, code::kLowDefault, code::kFlagWithoutProbe,
                             code::kExampleMissed, code::kBadPlaceholder})
        CHECK(has_code(c.diagnostics, code));
}

TEST_CASE("A warning is told and stops nothing") {
    ScriptSource source = tests::tiny_source();
    source.main.locales[0].text = replaced(source.main.locales[0].text, ", \"face droops\"]", "]");
    const Compiled c = compile(source);
    REQUIRE(codes_of(c.diagnostics) == Codes{code::kFewExamples});
    CHECK(c.diagnostics[0].severity == Severity::warning);
    CHECK(c.dialog.has_value());
}

TEST_CASE("A broken expression is told once and checked no further") {
    ScriptSource source = tests::tiny_source();
    source.main.dialog.text = replaced(source.main.dialog.text, "all red_flag denied and coffee", "cofee");
    CHECK(codes_of(compile(source).diagnostics) == Codes{code::kUnknownName});
}

TEST_CASE("Any bytes are safe") {
    const auto text =
        GENERATE(as<std::string>(), "", "{}", "[]", "null", "\"\"", "{\"rules\": 1}", std::string(3, '\0'),
                 R"({"findings": [], "states": {}, "rules": {}, "outcomes": [], "include": {}})",
                 R"({"findings": {"a": 1}, "states": [1], "rules": [1], "outcomes": {"a": 1}, "include": [1]})");
    ScriptSource source = tests::tiny_source();
    source.main.dialog.text = text;
    const Compiled c = compile(source);
    CHECK_FALSE(c.dialog.has_value());
    CHECK(has_errors(c.diagnostics));
    source = tests::tiny_source();
    source.main.locales[0].text = text;
    CHECK_FALSE(compile(source).dialog.has_value());
    source = tests::tiny_source();
    source.regions.text = text;
    CHECK_FALSE(compile(source).dialog.has_value());
    CHECK_FALSE(compile({}).dialog.has_value());
}

TEST_CASE("A script cut off anywhere is told as such") {
    const std::string whole = tests::tiny_source().main.dialog.text;
    for (std::size_t length = 0; length < whole.find_last_of('}'); length += 37) {
        ScriptSource source = tests::tiny_source();
        source.main.dialog.text = whole.substr(0, length);
        const Compiled c = compile(source);
        CHECK(codes_of(c.diagnostics) == Codes{code::kBadJson});
    }
}

TEST_CASE("200 findings are allowed, 201 are not") {
    INFO(tests::in_words(with_sizes(200, 7).diagnostics));
    CHECK(with_sizes(200, 7).dialog.has_value());
    const Compiled more = with_sizes(201, 7);
    CHECK(codes_of(more.diagnostics) == Codes{code::kTooLarge});
    CHECK(more.diagnostics[0].message == "201 findings are more than 200");
}

TEST_CASE("400 rules are allowed, 401 are not") {
    CHECK(with_sizes(8, 400).dialog.has_value());
    const Compiled more = with_sizes(8, 401);
    CHECK(codes_of(more.diagnostics) == Codes{code::kTooLarge});
    CHECK(more.diagnostics[0].message == "401 rules are more than 400");
}

TEST_CASE("A file of a megabyte of findings is refused in a moment") {
    ScriptSource source = tests::tiny_source();
    std::string many;
    for (int i = 0; many.size() < json::kFileBytesMax - 5000; ++i) many += "\"x" + std::to_string(i) + "\":{},";
    source.main.dialog.text = replaced(source.main.dialog.text, "\"eyelid\": {}", many + "\"eyelid\": {}");
    const Compiled c = compile(source);
    CHECK(has_code(c.diagnostics, code::kTooLarge));
    CHECK(c.diagnostics.size() < 10);
}

TEST_CASE("The ids that a script includes are known before it is compiled") {
    CHECK(included_ids(tests::tiny_source().main.dialog.text) == Codes{"crisis"});
    CHECK(included_ids("no json").empty());
    CHECK(included_ids("{}").empty());
}

TEST_CASE("An include is taken at its version or below it") {
    ScriptSource source = tests::tiny_source();
    const std::string script = source.main.dialog.text;
    for (const char* version : {"0.1", "0", "0.1.0"}) {
        source.main.dialog.text =
            replaced(script, "\"version\": \"0.1\"", "\"version\": \"" + std::string(version) + "\"");
        CHECK(compile(source).dialog.has_value());
    }
    for (const char* version : {"0.", "0.1.", "0.10", "1", "0.1.0.0", "0.1.1"}) {
        source.main.dialog.text =
            replaced(script, "\"version\": \"0.1\"", "\"version\": \"" + std::string(version) + "\"");
        CHECK(codes_of(compile(source).diagnostics) == Codes{code::kBadValue});
    }
}

TEST_CASE("An include may include only what the script includes too") {
    ScriptSource source = tests::tiny_source();
    std::string& crisis = source.includes[0].dialog.text;
    crisis = replaced(crisis, "\"locale\": \"en-GB\",",
                      "\"locale\": \"en-GB\", \"include\": [{\"id\": \"gad\", \"version\": \"1\"}],");
    const Compiled c = compile(source);
    REQUIRE(codes_of(c.diagnostics) == Codes{code::kUnknownName});
    CHECK(c.diagnostics[0].pointer == "/include/0/id");
}

TEST_CASE("An included script may have voices that the host lacks") {
    const Dialog& d = tests::tiny_dialog();
    CHECK(d.voices.empty());
    CHECK(d.languages[0].find("questions.crisis_plan.text@other") != nullptr);
}

TEST_CASE("Several languages: the default one first, each with all its words") {
    ScriptSource source = tests::tiny_source();
    const auto in_german = [](ScriptFile file) {
        file.text = replaced(file.text, "\"en-GB\"", "\"de-DE\"");
        file.path += ".de";
        return file;
    };
    source.main.locales.insert(source.main.locales.begin(), in_german(source.main.locales[0]));
    source.includes[0].locales.push_back(in_german(source.includes[0].locales[0]));
    source.common.push_back(in_german(source.common[0]));
    source.lexicons.push_back(in_german(source.lexicons[0]));
    const Compiled c = compile(source);
    INFO(tests::in_words(c.diagnostics));
    REQUIRE(c.dialog.has_value());
    REQUIRE(c.dialog->languages.size() == 2);
    CHECK(c.dialog->languages[0].tag == "en-GB");
    CHECK(c.dialog->languages[1].tag == "de-DE");
}

TEST_CASE("A language without the engine's own words is refused") {
    ScriptSource source = tests::tiny_source();
    ScriptFile german = source.main.locales[0];
    german.text = replaced(german.text, "\"en-GB\"", "\"de-DE\"");
    source.main.locales.push_back(german);
    const Compiled c = compile(source);
    CHECK_FALSE(c.dialog.has_value());
    CHECK(has_code(c.diagnostics, code::kMissingFile));
}
