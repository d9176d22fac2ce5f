// Words held against the dialog: nothing that is said may be missing, nothing may wait unsaid.

#include <catch2/catch.hpp>

#include "engine/tiny_dialog.hpp"
#include "script/report.hpp"

using namespace anamnesis;
using tests::replaced;
using Codes = std::vector<std::string>;

namespace {

Diagnostics with_words(const std::string& old_text, const std::string& new_text) {
    ScriptSource source = tests::knee_source();
    source.main.locales[0].text = replaced(source.main.locales[0].text, old_text, new_text);
    return compile(source).diagnostics;
}

Codes codes_with_words(const std::string& old_text, const std::string& new_text) {
    return tests::codes_of(with_words(old_text, new_text));
}

std::string missing(const std::string& old_text, const std::string& new_text) {
    return tests::find_code(with_words(old_text, new_text), code::kMissingText).message;
}

}  // namespace

TEST_CASE("Every text that can be said must be there") {
    CHECK(missing("\"title\": \"a sore knee, for tests\"", "\"for\": \"x\"") == "the text dialog.title is missing");
    CHECK(missing("\"name\": \"chest pain\", ", "") == "the text findings.chest_pain.name is missing");
    CHECK(missing("\"probe\": \"Does it press?\",", "") == "the text findings.chest_pain.probe is missing");
    CHECK(missing("\"left\": { \"label\": \"left\" }", "\"left\": {}") ==
          "the text findings.side.options.left.label is missing");
    CHECK(missing("\"say\": \"First a few questions.\", ", "") == "the text states.opening.say is missing");
    CHECK(missing("\"title\": \"Context\"", "") == "the text states.context.title is missing");
    CHECK(missing("\"text\": \"Which side?\"", "") == "the text questions.side.text is missing");
    CHECK(missing("\"why\": \"The leg is cold.\"", "") == "the text rules.E01.why is missing");
    CHECK(missing("\"say\": \"See a doctor today.\"", "") == "the text outcomes.same_day.say is missing");
    CHECK(missing("\"worse\": \"it gets worse\"", "") == "the text watch_for.worse is missing");
    CHECK(missing("\"name\": \"tension\"", "") == "the text causes.tension.name is missing");
    CHECK(missing("\"runner\": \"runner's knee\"", "") == "the text causes.overuse.subs.runner is missing");
    CHECK(missing("\"text\": \"Rest the knee.\"", "") == "the text advice.rest.text is missing");
    CHECK(missing("\"fever\": \"No sport with a fever.\"", "") == "the text topics.sport.text.fever is missing");
}

TEST_CASE("A variant for a voice stands for no plain text") {
    CHECK(missing("\"say\": \"First a few questions.\", ", "\"say@claimed\": \"x\", ") ==
          "the text states.opening.say is missing");
}

TEST_CASE("Other wordings, reasons and what a cause is are optional") {
    CHECK(codes_with_words("\"again\": \"You, or someone else?\"", "\"text@other\": \"Who?\"").empty());
    CHECK(codes_with_words(", \"why\": \"A cold leg can be serious.\"", "").empty());
    CHECK(codes_with_words("\"says\": \"Running strains knees.\", ", "").empty());
}

TEST_CASE("Voices of the script, claims, and both together make variants") {
    const std::string side = "\"text\": \"Which side?\"";
    CHECK(
        codes_with_words(side, side + ", \"text@other\": \"x\", \"text@claimed\": \"x\", \"text@claimed@other\": \"x\"")
            .empty());
    CHECK(codes_with_words(side, side + ", \"text@child\": \"x\"") == Codes{code::kUnknownText});
    CHECK(codes_with_words(side, side + ", \"text@claimed@child\": \"x\"") == Codes{code::kUnknownText});
    CHECK(codes_with_words("\"title\": \"Context\"", "\"title\": \"Context\", \"title@other\": \"x\"") ==
          Codes{code::kUnknownText});
}

TEST_CASE("A text or list that nothing asks for is told at its place") {
    const Diagnostics told = with_words("\"text\": \"Which side?\"", "\"text\": \"Which side?\", \"hint\": \"x\"");
    REQUIRE(tests::codes_of(told) == Codes{code::kUnknownText});
    CHECK(told[0].pointer == "/questions/side/hint");
    CHECK(told[0].message == "\"questions.side.hint\" is not known here");
    CHECK(codes_with_words("\"phrases\": [\"running\"]", "\"phrases\": [\"running\"], \"words\": [\"run\"]") ==
          Codes{code::kUnknownText});
}

TEST_CASE("Scripts fill in the emergency number and the crisis lines, nothing else") {
    const std::string rest = "\"Rest the knee.\"";
    CHECK(codes_with_words(rest, "\"Call {emergency}, or {crisis}.\"").empty());
    for (const char* text :
         {"\"{list}\"", "\"{number}\"", "\"{}\"", "\"{ emergency}\"", "\"{emergency\"", "\"{emergency} {x}\""})
        CHECK(codes_with_words(rest, text) == Codes{code::kBadPlaceholder});
}

TEST_CASE("Every region needs its numbers in words") {
    ScriptSource source = tests::knee_source();
    source.regions.text = replaced(source.regions.text, "\"US\"", "\"UK\"");
    CHECK(tests::codes_of(compile(source).diagnostics) == Codes(2, code::kMissingText));
}

TEST_CASE("What the engine listens for must be there too") {
    ScriptSource source = tests::knee_source();
    source.lexicons[0].text = "{ \"locale\": \"en-GB\" }";
    const Diagnostics told = compile(source).diagnostics;
    REQUIRE_FALSE(told.empty());
    CHECK(told[0].code == code::kMissingText);
    CHECK(told[0].file == source.lexicons[0].path);
}

TEST_CASE("Of an include, words stay behind with what does not join; a misspelt one is told all the same") {
    const auto codes_with = [](const std::string& old_text, const std::string& new_text) {
        ScriptSource source = tests::source_of(tests::source_path("tests/engine/fixtures/elbow"));
        source.includes[0].locales[0].text = replaced(source.includes[0].locales[0].text, old_text, new_text);
        return tests::codes_of(compile(source).diagnostics);
    };
    const std::string rules = "\"rules\": {";
    CHECK(codes_with(rules, "\"topics\": { \"x\": { \"phrases\": [\"x\"], \"text\": { \"y\": \"z\" } } }, " + rules)
              .empty());
    CHECK(codes_with("\"title\": \"Leave\"", "\"titel\": \"x\", \"title\": \"Leave\"") == Codes{code::kUnknownText});
}
