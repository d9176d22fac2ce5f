// Phrases are tried on the examples that stand beside them, at load.

#include <catch2/catch.hpp>

#include <algorithm>

#include "engine/tiny_dialog.hpp"
#include "script/report.hpp"

using namespace anamnesis;
using tests::replaced;
using Codes = std::vector<std::string>;

namespace {

Diagnostics with_words(const std::string& old_text, const std::string& new_text) {
    ScriptSource source = tests::tiny_source();
    source.main.locales[0].text = replaced(source.main.locales[0].text, old_text, new_text);
    return compile(source).diagnostics;
}

}  // namespace

TEST_CASE("An example that no phrase hears is told with its words") {
    const Diagnostics told = with_words("\"so much coffee\"", "\"so much tea\"");
    REQUIRE(tests::codes_of(told) == Codes{code::kExampleMissed});
    CHECK(told[0].message.find("so much tea") != std::string::npos);
    CHECK(told[0].pointer == "/findings/coffee/examples/0");
    CHECK(told[0].line > 0);
}

TEST_CASE("A counterexample that a phrase hears is told") {
    const Diagnostics told = with_words("\"my plant is drooping\"", "\"the face droops\"");
    REQUIRE(tests::codes_of(told) == Codes{code::kCounterexampleHit});
    CHECK(told[0].pointer == "/findings/face_droop/counterexamples/0");
}

TEST_CASE("An example counts for its own finding alone") {
    const Diagnostics told = with_words("\"examples\": [\"my thumb\"]", "\"examples\": [\"my eyelid\"]");
    CHECK(tests::codes_of(told) == Codes{code::kExampleMissed});
}

TEST_CASE("A phrase that cannot be read is told, and the others still count") {
    const Diagnostics told = with_words("[\"(face|mouth) ~3 droop*\"]", "[\"(face\", \"(face|mouth) ~3 droop*\"]");
    REQUIRE(tests::codes_of(told) == Codes{code::kBadPhrase});
    CHECK(told[0].pointer == "/findings/face_droop/phrases/0");
}

TEST_CASE("Phrases of options and topics are read too") {
    ScriptSource source = tests::knee_source();
    std::string& words = source.main.locales[0].text;
    words = replaced(words, "\"phrases\": [\"slowly\"]", "\"phrases\": [\"slowly)\"]");
    words = replaced(words, "\"phrases\": [\"sport\"]", "\"phrases\": [\"*\"]");
    CHECK(tests::codes_of(compile(source).diagnostics) == Codes{code::kBadPhrase, code::kBadPhrase});
}

TEST_CASE("Three examples of an alarm are enough, two are a warning") {
    CHECK(tests::codes_of(with_words(", \"face droops\"", "")) == Codes{code::kFewExamples});
    CHECK(tests::codes_of(with_words("\"examples\": [\"my thumb\"]", "\"examples\": []")).empty());
}

TEST_CASE("Words of the dialog and of the engine are one language") {
    const Language& words = tests::tiny_dialog().languages[0];
    CHECK(*words.find("questions.coffee.again") == "Many cups a day?");
    CHECK(words.find("engine.greeting") != nullptr);
    CHECK(words.find("regions.GB.emergency") != nullptr);
    CHECK(words.find("locale") == nullptr);
    CHECK(words.lexicon != nullptr);
}
