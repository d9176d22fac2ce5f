#include <catch2/catch.hpp>

#include "engine/tiny_dialog.hpp"

using namespace anamnesis;
using namespace anamnesis::tests;

namespace {

Compiled knee_saying(const std::string& members) {
    ScriptSource source = knee_source();
    source.main.dialog.text = replaced(source.main.dialog.text, R"("guarantees": [)", members + R"(, "guarantees": [)");
    return compile(source);
}

}  // namespace

TEST_CASE("A waiver needs a reason, and a property that may be waived", "[script]") {
    const Compiled good = knee_saying(R"("waivers": [{ "property": "dead", "of": "rule U01", "why": "to come" }])");
    REQUIRE(good.dialog);
    CHECK(good.dialog->waivers.front().of == "rule U01");
    for (const char* id : {"G1", "G2", "G3", "G4", "G6", "G7", "G9", "nothing"}) {
        const auto bad = knee_saying(R"("waivers": [{ "property": ")" + std::string(id) + R"(", "why": "to come" }])");
        CHECK_FALSE(bad.dialog);
        CHECK(find_code(bad.diagnostics, "A007").message.find(id) != std::string::npos);
    }
    CHECK(find_code(knee_saying(R"("waivers": [{ "property": "dead", "why": " " }])").diagnostics, "A210").line > 0);
    CHECK(find_code(knee_saying(R"("waivers": [{ "property": "dead" }])").diagnostics, "A006").line > 0);
}

TEST_CASE("A level lowered on purpose names the version, the people and the reason", "[script]") {
    const Compiled good = knee_saying(R"("lowered": [{ "since": "0.9.0", "if": "fever", "why": "a fever can wait" }])");
    REQUIRE(good.dialog);
    CHECK(good.dialog->lowered.front().since == "0.9.0");
    CHECK(find_code(knee_saying(R"("lowered": [{ "since": "0.9.0", "if": "feever", "why": "x" }])").diagnostics, "A103")
              .line > 0);
    CHECK_FALSE(knee_saying(R"("lowered": [{ "if": "fever", "why": "x" }])").dialog);
}
