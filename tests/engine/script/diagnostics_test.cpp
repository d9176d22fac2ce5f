// Every diagnostic code: one small mistake in a dialog that is right, and where it is told.

#include <catch2/catch.hpp>

#include "engine/tiny_dialog.hpp"
#include "script/report.hpp"

using namespace anamnesis;

namespace {

enum class File { tiny, knee, tiny_words, knee_words, regions, said, heard, crisis };

struct Row {
    const char* code;
    File file;
    const char* old_text;
    const char* new_text;
    const char* pointer;
    const char* marked;  ///< the text at the line and column that are told; empty: no place
};

ScriptSource source_for(File file) {
    const bool knee = file == File::knee || file == File::knee_words;
    return knee ? tests::knee_source() : tests::tiny_source();
}

ScriptFile& file_in(ScriptSource& source, File file) {
    switch (file) {
        case File::tiny_words:
        case File::knee_words: return source.main.locales.front();
        case File::regions: return source.regions;
        case File::said: return source.common.front();
        case File::heard: return source.lexicons.front();
        case File::crisis: return source.includes.front().dialog;
        default: return source.main.dialog;
    }
}

std::string text_at(const std::string& text, int line, int column, std::size_t length) {
    std::size_t at = 0;
    for (int l = 1; l < line; ++l) at = text.find('\n', at) + 1;
    return text.substr(at + static_cast<std::size_t>(column) - 1, length);
}

// clang-format off: one mistake a line
const std::vector<Row> kRows = {
    // form
    {code::kBadJson, File::tiny, R"("default")", "default", "", "default"},
    {code::kBadJson, File::heard, "{", "{{", "", "{"},
    {code::kDuplicateKey, File::tiny, R"("eyelid": {})", R"("coffee": {})", "/findings/coffee", R"("coffee": {})"},
    {code::kTooLarge, File::tiny, R"("status")", R"("x": [[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]], "status")",
     "", "[1]"},
    {code::kWrongType, File::tiny, R"("eyelid": {})", R"("eyelid": [])", "/findings/eyelid", "[]"},
    {code::kUnknownKey, File::tiny, R"("eyelid": {})", R"("eyelid": {"prob": true})", "/findings/eyelid/prob",
     R"("prob")"},
    {code::kMissingKey, File::tiny, R"("default": "see_someone",)", "", "", "{"},
    {code::kMissingKey, File::knee, R"("unit": "day", )", "", "/findings/duration", "{"},
    {code::kMissingKey, File::knee, R"("options": ["left", "right"],)", "", "/findings/side", R"("side")"},
    {code::kMissingKey, File::regions, R"("*")", R"("XX")", "", "{"},
    {code::kBadValue, File::tiny, R"("anamnesis": 1)", R"("anamnesis": 2)", "", "{"},
    {code::kBadValue, File::tiny, R"("emergency", "probe")", R"("deadly", "probe")", "/findings/face_droop/flag",
     R"("deadly")"},
    {code::kBadValue, File::tiny, R"("version": "0.1")", R"("version": "0.2")", "/include/0/version", R"("0.2")"},
    {code::kBadValue, File::tiny, R"("at": "end")", R"("at": "later")", "/rules/1/at", R"("later")"},
    {code::kBadValue, File::tiny, R"("style": "any_of")", R"("style": "some")", "/states/1/questions/0/style",
     R"("some")"},
    {code::kBadValue, File::tiny, R"("show": ["why"])", R"("show": ["who"])", "/outcomes/call_now/show/0", R"("who")"},
    {code::kBadValue, File::tiny, R"("draft")", R"("final")", "/status", R"("final")"},
    {code::kBadValue, File::knee, R"("points": 0)", R"("points": -1)", "/scales/often/never/points", "-1"},
    {code::kBadValue, File::knee, R"("worse": "none", "why_not_worse": "how it)",
     R"("worse": "maybe", "why_not_worse": "how it)", "/findings/weak_since/worse", R"("maybe")"},
    {code::kBadValue, File::knee, R"("strength": "often")", R"("strength": "always")", "/causes/overuse/strength",
     R"("always")"},
    {code::kBadValue, File::knee, R"("type": "score")", R"("type": "sum")", "/findings/worry/type", R"("sum")"},
    {code::kBadValue, File::knee, R"(["worry_1", "worry_2"])", R"(["stress", "worry_2"])", "/findings/worry",
     R"("worry")"},
    {code::kMissingFile, File::tiny, R"("id": "crisis")", R"("id": "crises")", "/include/0/id", R"("crises")"},
    {code::kMissingFile, File::tiny, R"("locale": "en-GB")", R"("locale": "de-DE")", "/locale", R"("de-DE")"},
    {code::kMissingFile, File::said, R"("locale": "en-GB")", R"("locale": "de-DE")", "", "{"},
    // names
    {code::kBadId, File::tiny, R"("eyelid": {})", R"("eye lid": {})", "/findings/eye lid", R"("eye lid")"},
    {code::kBadId, File::tiny, R"("eyelid": {})", R"("maybe": {})", "/findings/maybe", R"("maybe")"},
    {code::kDuplicateId, File::tiny, R"("id": "U01")", R"("id": "E01")", "/rules/1/id", R"("E01")"},
    {code::kDuplicateId, File::tiny, R"("eyelid": {})", R"("crisis_go_on": {})", "/findings/crisis_go_on",
     R"("crisis_go_on")"},
    {code::kDuplicateId, File::knee, R"("left", "right")", R"("left", "left")", "/findings/side/options/1",
     R"("left")"},
    {code::kDuplicateId, File::knee, R"("lasting")", R"("stress")", "/defines/stress", R"("stress")"},
    {code::kUnknownName, File::tiny, R"("if": "face_droop")", R"("if": "face_drop")", "/rules/0/if", R"(face_drop")"},
    {code::kUnknownName, File::tiny, R"("then": "call_now")", R"("then": "call")", "/rules/0/then", R"("call")"},
    {code::kUnknownName, File::tiny, R"("cite": ["S1"])", R"("cite": ["S9"])", "/findings/face_droop/cite/0",
     R"("S9")"},
    {code::kUnknownName, File::tiny, R"("asks": "coffee")", R"("asks": "cofee")", "/states/1/questions/1/asks",
     R"("cofee")"},
    {code::kUnknownName, File::tiny, R"("use": "self_harm")", R"("use": "harm")", "/states/2/use", R"("harm")"},
    {code::kUnknownName, File::knee, R"("after danger")", R"("after dangers")", "/rules/6/at", R"("after dangers")"},
    {code::kUnknownName, File::knee, R"("ask_first": "pain_when")", R"("ask_first": "side")", "/rules/4/ask_first",
     R"("side")"},
    {code::kUnknownName, File::knee, R"("scale": "often")", R"("scale": "seldom")", "/findings/worry_1/scale",
     R"("seldom")"},
    {code::kUnknownName, File::knee, R"("for": ["tension"])", R"("for": ["pension"])", "/advice/breathe/for/0",
     R"("pension")"},
    {code::kUnknownName, File::knee, R"("never_outcomes": ["self_care"])", R"("never_outcomes": ["self"])",
     "/guarantees/0/never_outcomes/0", R"("self")"},
    {code::kUnknownName, File::crisis, R"({"id": "self_harm")", R"({"use": "x"}, {"id": "self_harm")", "/states/0/use",
     R"("x")"},
    {code::kCycle, File::knee, R"("pregnant": {})", R"("pregnant": {"depends_on": ["pregnancy_danger"]})",
     "/findings/pregnant", R"("pregnant")"},
    {code::kCycle, File::knee, R"("lasting": "duration is long")", R"("lasting": "lasting or stress")",
     "/defines/lasting", R"("lasting or stress")"},
    {code::kBadExpression, File::tiny, R"("if": "face_droop")", R"("if": "face_droop and")", "/rules/0/if", R"(",)"},
    {code::kUnusedState, File::tiny, ",\n    { \"use\": \"self_harm\", \"when\": \"maybe low_mood\" }", "",
     "/states/0/id", R"("self_harm")"},
    // meaning
    {code::kLooksAhead, File::tiny, R"("asks": "face_droop")", R"("asks": "face_droop", "when": "coffee")",
     "/states/0/questions/0/id", R"("face")"},
    {code::kLooksAhead, File::tiny, R"("id": "danger")", R"("id": "danger", "when": "coffee")", "/states/0/id",
     R"("danger")"},
    {code::kNeverAsked, File::tiny, R"("eyelid": {})", R"("eyelid": {}, "chin": {})", "/findings/chin", R"("chin")"},
    {code::kFlagWithoutRule, File::tiny, R"("eyelid": {})", R"("eyelid": { "flag": "soon" })", "/findings/eyelid",
     R"("eyelid")"},
    {code::kFlagWithoutRule, File::knee, R"("stress": {})", R"("stress": { "flag": "urgent" })", "/findings/stress",
     R"("stress")"},
    {code::kFlagWithoutProbe, File::tiny, R"("probe": true, )", "", "/findings/face_droop", R"("face_droop")"},
    {code::kFlagWithoutProbe, File::tiny, R"("at": "once")", R"("at": "end")", "/findings/face_droop",
     R"("face_droop")"},
    {code::kWrongParent, File::knee, R"("depends_on": ["pregnant"])", R"("depends_on": ["stress"])",
     "/states/2/questions/1/id", R"("pregnancy")"},
    {code::kNotCleared, File::tiny, "all red_flag denied and coffee", "coffee", "/rules/2/id", R"("R01")"},
    {code::kNotCleared, File::tiny, "all red_flag denied and coffee", "all red_flag denied or coffee", "/rules/2/id",
     R"("R01")"},
    {code::kNotCleared, File::knee, "all soon_flag denied and duration is short", "maybe stress", "/rules/13/id",
     R"("C01")"},
    {code::kNotCleared, File::knee, R"("if": "cleared and all soon)",
     R"("unless": "stress", "if": "cleared and all soon)", "/rules/13/id", R"("C01")"},
    {code::kRaisesOnDenial, File::knee, R"("if": "pregnancy_danger")", R"("if": "pregnancy_danger and no fever")",
     "/rules/8/id", R"("U03")"},
    {code::kUnlessUnknown, File::knee, R"("unless": "pain_when is longer")", R"("unless": "unsure pain_when")",
     "/rules/4/id", R"("E03")"},
    {code::kAsksBeforeActing, File::knee, R"("ask_then": ["since"])", R"("ask_first": "since")", "/rules/1/id",
     R"("E02")"},
    {code::kLowDefault, File::tiny, R"("default": "see_someone")", R"("default": "less_coffee")", "/default",
     R"("less_coffee")"},
    {code::kMissingReason, File::knee, R"("worse": "none", "why_not_worse": "how it began")", R"("worse": "none")",
     "/findings/weak_since", R"("weak_since")"},
    {code::kBadQuestion, File::tiny, R"("style": "any_of")", R"("style": "yes_no")", "/states/1/questions/0/id",
     R"("where")"},
    {code::kBadQuestion, File::tiny, R"(["eyelid", "thumb"])", "[]", "/states/1/questions/0/id", R"("where")"},
    {code::kBadQuestion, File::knee, R"("asks": "side")", R"("asks": "worry")", "/states/2/questions/3/id",
     R"("side")"},
    {code::kBadQuestion, File::knee, R"(["stress", "running", "low_mood"])", R"(["stress", "side", "low_mood"])",
     "/states/2/questions/4/id", R"("habits")"},
    {code::kNoCrisis, File::tiny, R"("include": [{ "id": "crisis", "version": "0.1" }],)", "", "", "{"},
    {code::kBandGap, File::knee, R"("long": [7, null])", R"("long": [8, null])", "/findings/duration/bands/short",
     R"("short")"},
    {code::kBandGap, File::knee, R"("long": [7, null])", R"("long": [7, 9])", "/findings/duration/bands/long",
     R"("long")"},
    {code::kBandGap, File::knee, R"("short": [0, 7])", R"("short": [7, 7])", "/findings/duration/bands/short",
     R"("short")"},
    // words
    {code::kMissingText, File::tiny_words, R"("U01": { "why")", R"("U01": { "why@claimed")", "", "{"},
    {code::kMissingText, File::tiny_words, R"("See a doctor today.")", R"("")", "", "{"},
    {code::kMissingText, File::said, R"("known_nothing")", R"("known_little")", "", "{"},
    {code::kMissingText, File::said, R"("US": { "emergency")", R"("US": { "number")", "", "{"},
    {code::kUnknownText, File::tiny_words, R"("again": "Is your smile)", R"("agian": "Is your smile)",
     "/questions/face/agian", R"("Is your smile)"},
    {code::kUnknownText, File::tiny_words, R"("phrases": ["eyelid"])", R"("phrase": ["eyelid"])",
     "/findings/eyelid/phrase/0", R"("eyelid")"},
    {code::kUnknownText, File::tiny_words, R"("again": "Is your smile)", R"("text@child": "Is your smile)",
     "/questions/face/text@child", R"("Is your smile)"},
    {code::kBadPhrase, File::tiny_words, "~3 droop*", "~9 droop*", "/findings/face_droop/phrases/0",
     R"("(face|mouth))"},
    {code::kExampleMissed, File::tiny_words, R"("my face is drooping")", R"("my chin is drooping")",
     "/findings/face_droop/examples/0", R"("my chin)"},
    {code::kCounterexampleHit, File::tiny_words, R"("a droopy flag")", R"("my face droops")",
     "/findings/face_droop/counterexamples/1", R"("my face droops")"},
    {code::kBadPlaceholder, File::tiny_words, "{emergency}", "{emergancy}", "/outcomes/call_now/say", R"("Call)"},
    {code::kBadPlaceholder, File::tiny_words, "{emergency}", "{emergency", "/outcomes/call_now/say", R"("Call)"},
    {code::kFewExamples, File::tiny_words, R"(, "my mouth started to droop")", "", "/findings/face_droop", ""},
};
// clang-format on

std::string name_of(const Row& row) { return std::string(row.code) + " " + row.new_text; }

}  // namespace

TEST_CASE("The dialogs of the tests have nothing wrong with them") {
    const auto source = GENERATE(as<ScriptSource>(), tests::tiny_source(), tests::knee_source());
    const Compiled c = compile(source);
    INFO(tests::in_words(c.diagnostics));
    CHECK(c.dialog.has_value());
    CHECK(c.diagnostics.empty());
}

TEST_CASE("Each mistake is told with its code and place, and no dialog comes of it") {
    for (const Row& row : kRows) {
        ScriptSource source = source_for(row.file);
        ScriptFile& file = file_in(source, row.file);
        file.text = tests::replaced(file.text, row.old_text, row.new_text);
        const Compiled c = compile(source);
        INFO(name_of(row) << "\n" << tests::in_words(c.diagnostics));
        bool told = false;
        for (const Diagnostic& d : c.diagnostics) told = told || (d.code == row.code && d.pointer == row.pointer);
        CHECK(told);
        CHECK(c.dialog.has_value() == !has_errors(c.diagnostics));
    }
}

TEST_CASE("Line and column lead to the mistake") {
    for (const Row& row : kRows) {
        const std::string marked = row.marked;
        if (marked.empty()) continue;
        ScriptSource source = source_for(row.file);
        ScriptFile& file = file_in(source, row.file);
        file.text = tests::replaced(file.text, row.old_text, row.new_text);
        const Compiled c = compile(source);
        INFO(name_of(row) << "\n" << tests::in_words(c.diagnostics));
        bool led = false;
        for (const ScriptFile* any : {&file, &source.main.dialog, &source.main.locales[0], &source.includes[0].dialog})
            for (const Diagnostic& d : c.diagnostics)
                led = led || (d.code == row.code && d.pointer == row.pointer && d.file == any->path && d.line > 0 &&
                              text_at(any->text, d.line, d.column, marked.size()) == marked);
        CHECK(led);
    }
}

TEST_CASE("Every code of the list is raised by a row of the table") {
    const std::vector<const char*> all = {code::kBadJson,          code::kDuplicateKey,    code::kTooLarge,
                                          code::kWrongType,        code::kUnknownKey,      code::kMissingKey,
                                          code::kBadValue,         code::kMissingFile,     code::kBadId,
                                          code::kDuplicateId,      code::kUnknownName,     code::kCycle,
                                          code::kBadExpression,    code::kUnusedState,     code::kLooksAhead,
                                          code::kNeverAsked,       code::kFlagWithoutRule, code::kFlagWithoutProbe,
                                          code::kWrongParent,      code::kNotCleared,      code::kRaisesOnDenial,
                                          code::kUnlessUnknown,    code::kLowDefault,      code::kMissingReason,
                                          code::kBadQuestion,      code::kNoCrisis,        code::kBandGap,
                                          code::kAsksBeforeActing, code::kMissingText,     code::kUnknownText,
                                          code::kBadPhrase,        code::kExampleMissed,   code::kCounterexampleHit,
                                          code::kBadPlaceholder,   code::kFewExamples};
    for (const std::string code : all) {
        CAPTURE(code);
        bool raised = false;
        for (const Row& row : kRows) raised = raised || row.code == code;
        CHECK(raised);
    }
}
