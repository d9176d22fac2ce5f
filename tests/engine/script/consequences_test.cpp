// One mistake is told once; two are told as two, in the order of the files.

#include <catch2/catch.hpp>

#include "engine/tiny_dialog.hpp"
#include "script/consequences.hpp"
#include "script/report.hpp"

using namespace anamnesis;
using Codes = std::vector<std::string>;

namespace {

ScriptSource source() {
    ScriptSource out;
    out.main.dialog.path = "dialog.json";
    out.main.locales = {{"en.json", ""}};
    out.regions.path = "regions.json";
    return out;
}

Diagnostic at(const char* code, const char* file, const char* pointer, int line = 1) {
    return {code, Severity::error, file, pointer, line, 1, "it is wrong", ""};
}

Codes kept(const Diagnostics& all) { return tests::codes_of(without_consequences(all, source())); }

}  // namespace

TEST_CASE("What follows from an earlier mistake in the same thing is not told") {
    CHECK(kept({at(code::kWrongType, "dialog.json", "/findings/a/probe"),
                at(code::kFlagWithoutProbe, "dialog.json", "/findings/a")}) == Codes{code::kWrongType});
    CHECK(kept({at(code::kUnknownName, "dialog.json", "/rules/0/then"),
                at(code::kNotCleared, "dialog.json", "/rules/0/id")}) == Codes{code::kUnknownName});
    CHECK(kept({at(code::kMissingKey, "dialog.json", "/states/0"), at(code::kBadId, "dialog.json", "/states/0")}) ==
          Codes{code::kMissingKey});
}

TEST_CASE("A mistake in another thing accounts for nothing") {
    CHECK(kept({at(code::kWrongType, "dialog.json", "/findings/a/probe", 1),
                at(code::kFlagWithoutProbe, "dialog.json", "/findings/ab", 2)})
              .size() == 2);
    CHECK(kept({at(code::kUnknownName, "dialog.json", "/rules/0/then", 1),
                at(code::kNotCleared, "dialog.json", "/rules/1/id", 2)})
              .size() == 2);
}

TEST_CASE("What looks at a whole section waits for its names") {
    CHECK(kept({at(code::kUnknownName, "dialog.json", "/states/0/questions/0/asks"),
                at(code::kNeverAsked, "dialog.json", "/findings/a")}) == Codes{code::kUnknownName});
    CHECK(kept({at(code::kUnknownName, "dialog.json", "/topics/a/text/0/if", 1),
                at(code::kNeverAsked, "dialog.json", "/findings/a", 2)})
              .size() == 2);
}

TEST_CASE("A word of a thing that is at fault itself is not told") {
    CHECK(kept({at(code::kFlagWithoutProbe, "dialog.json", "/findings/a"),
                at(code::kUnknownText, "en.json", "/findings/a/probe")}) == Codes{code::kFlagWithoutProbe});
    CHECK(kept({at(code::kFlagWithoutProbe, "dialog.json", "/findings/a"),
                at(code::kBadPhrase, "en.json", "/findings/a/phrases/0")})
              .size() == 2);
}

TEST_CASE("The same is told once, all in the order of files, lines and columns") {
    CHECK(kept({at(code::kBadJson, "regions.json", "", 4), at(code::kBadPhrase, "en.json", "", 2),
                at(code::kBadJson, "regions.json", "", 4), at(code::kLowDefault, "dialog.json", "", 9),
                at(code::kBadId, "dialog.json", "", 3)}) ==
          Codes{code::kBadId, code::kLowDefault, code::kBadPhrase, code::kBadJson});
}
