// What rules must fulfil: the dialog language, section 10.

#include <catch2/catch.hpp>

#include "engine/tiny_dialog.hpp"
#include "script/report.hpp"

using namespace anamnesis;
using tests::codes_of;
using Codes = std::vector<std::string>;

namespace {

/// The tiny dialog, its only red flag being face_droop, with one more rule.
Codes codes_with_rule(const std::string& condition, const std::string& outcome, const std::string& more = {}) {
    ScriptSource source = tests::tiny_source();
    source.main.dialog.text = tests::replaced(source.main.dialog.text, "\"rules\": [",
                                              "\"rules\": [ { \"id\": \"X\", \"at\": \"end\", \"if\": \"" + condition +
                                                  "\", \"then\": \"" + outcome + "\"" + more + " }, ");
    source.main.dialog.text = tests::replaced(source.main.dialog.text, "\"outcomes\": {",
                                              "\"outcomes\": { \"home\": { \"level\": \"self_care\", \"show\": [] }, ");
    std::string& words = source.main.locales[0].text;
    words = tests::replaced(words, "\"rules\": {", "\"rules\": { \"X\": { \"why\": \"x\" }, ");
    words = tests::replaced(words, "\"outcomes\": {", "\"outcomes\": { \"home\": { \"say\": \"x\" }, ");
    return codes_of(compile(source).diagnostics);
}

const Codes kFine = {};
const Codes kNotCleared = {code::kNotCleared};

}  // namespace

TEST_CASE("Below soon every red flag must be denied, however that is written") {
    CHECK(codes_with_rule("all red_flag denied", "less_coffee") == kFine);
    CHECK(codes_with_rule("no face_droop and coffee", "less_coffee") == kFine);
    CHECK(codes_with_rule("(no face_droop and coffee) or (all red_flag denied and eyelid)", "less_coffee") == kFine);
    CHECK(codes_with_rule("coffee", "less_coffee") == kNotCleared);
    CHECK(codes_with_rule("no face_droop or coffee", "less_coffee") == kNotCleared);
    CHECK(codes_with_rule("(no face_droop and coffee) or eyelid", "less_coffee") == kNotCleared);
    CHECK(codes_with_rule("eyelid or (no face_droop and coffee)", "less_coffee") == kNotCleared);
    CHECK(codes_with_rule("known face_droop", "less_coffee") == kNotCleared);
    CHECK(codes_with_rule("coffee", "see_someone") == kFine);
}

TEST_CASE("Self care rests on nothing that is not certain") {
    CHECK(codes_with_rule("all red_flag denied and coffee", "home") == kFine);
    CHECK(codes_with_rule("all red_flag denied and maybe coffee", "home") == kNotCleared);
    CHECK(codes_with_rule("all red_flag denied and unsure coffee", "home") == kNotCleared);
    CHECK(codes_with_rule("all red_flag denied and any (coffee, thumb) possible", "home") == kNotCleared);
    CHECK(codes_with_rule("all red_flag denied", "home", ", \"unless\": \"coffee\"") == kNotCleared);
    CHECK(codes_with_rule("all red_flag denied and maybe coffee", "less_coffee") == kFine);
}

TEST_CASE("At soon and above no rule rests on the denial of a red flag") {
    CHECK(codes_with_rule("coffee and no face_droop", "see_someone") == Codes{code::kRaisesOnDenial});
    CHECK(codes_with_rule("coffee and (thumb or no face_droop)", "same_day") == Codes{code::kRaisesOnDenial});
    CHECK(codes_with_rule("coffee and no thumb", "see_someone") == kFine);
}

TEST_CASE("A rule is taken back by known facts alone") {
    CHECK(codes_with_rule("coffee", "same_day", ", \"unless\": \"thumb or no eyelid\"") == kFine);
    CHECK(codes_with_rule("coffee", "same_day", ", \"unless\": \"known thumb\"") == kFine);
    CHECK(codes_with_rule("coffee", "same_day", ", \"unless\": \"maybe thumb\"") == Codes{code::kUnlessUnknown});
    CHECK(codes_with_rule("coffee", "same_day", ", \"unless\": \"eyelid and unsure thumb\"") ==
          Codes{code::kUnlessUnknown});
}

TEST_CASE("A flag needs a rule that acts on a yes, not one that only wants it denied") {
    ScriptSource source = tests::tiny_source();
    source.main.dialog.text =
        tests::replaced(source.main.dialog.text, "\"thumb\": {}", "\"thumb\": { \"flag\": \"urgent\" }");
    const Diagnostic d = tests::find_code(compile(source).diagnostics, code::kFlagWithoutRule);
    CHECK(d.pointer == "/findings/thumb");
}

TEST_CASE("An emergency flag needs a rule at once that acts on a yes") {
    ScriptSource source = tests::tiny_source();
    source.main.dialog.text =
        tests::replaced(source.main.dialog.text, "\"if\": \"face_droop\"", "\"if\": \"unsure face_droop\"");
    CHECK(tests::find_code(compile(source).diagnostics, code::kFlagWithoutRule).pointer == "/findings/face_droop");
}
