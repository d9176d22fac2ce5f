// Findings as they are linked: what a dialog knows of each fact.

#include <catch2/catch.hpp>

#include <algorithm>

#include "engine/conversation.hpp"
#include "engine/tiny_dialog.hpp"
#include "script/report.hpp"

using namespace anamnesis;
using tests::replaced;
using Ids = std::vector<std::string>;

namespace {

const Finding& finding(const std::string& id) {
    const Dialog& d = tests::knee_dialog();
    return d.findings[tests::index_of(d, id)];
}

Ids ids_of(const std::vector<FindingIndex>& findings) {
    Ids out;
    for (FindingIndex f : findings) out.push_back(tests::knee_dialog().findings[f].id);
    return out;
}

std::size_t place_in_order(const Dialog& d, const std::string& id) {
    return static_cast<std::size_t>(std::find(d.order.begin(), d.order.end(), tests::index_of(d, id)) -
                                    d.order.begin());
}

}  // namespace

TEST_CASE("A flag gives its level's tag, and red_flag where it is urgent and must be asked") {
    CHECK(finding("leg_cold").tags == Ids{"emergency_flag", "red_flag"});
    CHECK(finding("fever").tags == Ids{"urgent_flag", "red_flag"});
    CHECK(finding("new_medicine").tags == Ids{"soon_flag"});
    CHECK(finding("suicide_plan_or_attempt").tags == Ids{"emergency_flag"});  // must_ask: false
    CHECK_FALSE(finding("suicide_plan_or_attempt").red_flag);
    CHECK(finding("stress").tags.empty());
}

TEST_CASE("Parents, items, options and bands lead to what they name") {
    CHECK(ids_of(finding("weak_since").parents) == Ids{"leg_weak"});
    CHECK(ids_of(finding("worry").items) == Ids{"worry_1", "worry_2"});
    CHECK(finding("worry_1").options[2].points == 2);
    const Finding& duration = finding("duration");
    CHECK(duration.unit == "day");
    CHECK(duration.options[0].below == 7);
    CHECK_FALSE(duration.options[1].below.has_value());
    CHECK(band_of(duration, 6.9) == value_of(duration, "short"));
    CHECK(band_of(duration, 7) == value_of(duration, "long"));
    CHECK_FALSE(band_of(duration, -1).has_value());
}

TEST_CASE("A finding lifts where a lifted_by or the unless of an urgent rule names it") {
    CHECK(finding("weak_since").lifts);
    CHECK(finding("pain_when").lifts);
    CHECK(finding("wound_deep").lifts);
    CHECK(finding("crisis_go_on").lifts);
    CHECK_FALSE(finding("leg_weak").lifts);
    CHECK_FALSE(finding("pregnant").lifts);  // in the unless of a tip alone
}

TEST_CASE("The order has parents before children and items before scores, else that of the file") {
    ScriptSource source = tests::knee_source();
    std::string& script = source.main.dialog.text;
    script = replaced(script, "\"pregnant\": {},\n", "");
    script = replaced(script, "\"stress\": {},", "\"stress\": {}, \"pregnant\": {},");  // now behind its child
    const Compiled c = compile(source);
    REQUIRE(c.dialog.has_value());
    CHECK(place_in_order(*c.dialog, "pregnant") < place_in_order(*c.dialog, "pregnancy_danger"));
    CHECK(place_in_order(*c.dialog, "worry_2") < place_in_order(*c.dialog, "worry"));
    CHECK(place_in_order(*c.dialog, "leg_cold") < place_in_order(*c.dialog, "leg_weak"));
    CHECK(c.dialog->order.size() == c.dialog->findings.size());
}

TEST_CASE("Circles of parents are told for each finding in them") {
    ScriptSource source = tests::knee_source();
    source.main.dialog.text = replaced(source.main.dialog.text, "\"pregnant\": {}",
                                       "\"pregnant\": { \"depends_on\": [\"pregnancy_danger\"] }");
    const Diagnostics told = compile(source).diagnostics;
    const auto circles =
        std::count_if(told.begin(), told.end(), [](const Diagnostic& d) { return d.code == code::kCycle; });
    CHECK(circles == 2);
}

TEST_CASE("A choice may have 8 options and no more") {
    const auto with_options = [](int count) {
        std::string options, labels;
        for (int i = 0; i < count; ++i) {
            options += (i ? ", \"o" : "\"o") + std::to_string(i) + "\"";
            labels += (i ? ", \"o" : "\"o") + std::to_string(i) + "\": { \"label\": \"x\" }";
        }
        ScriptSource source = tests::knee_source();
        std::string& script = source.main.dialog.text;
        script = replaced(script, "[\"left\", \"right\"]", "[" + options + "]");
        script = replaced(script, "side is left", "side is o0");
        std::string& words = source.main.locales[0].text;
        words = replaced(words, "\"left\": { \"label\": \"left\" }, \"right\": { \"label\": \"right\" }", labels);
        return compile(source);
    };
    CHECK(with_options(8).dialog.has_value());
    CHECK(tests::codes_of(with_options(9).diagnostics) == Ids{code::kTooLarge});
}
