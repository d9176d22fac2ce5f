// Says what decide() comes to on maps of findings, for the comparison with reference.py.
//
//     reference_driver DIALOG_DIR < maps
//
// One map a line: {"said": {finding: value}, "checked": {finding: value}}. One decision a line:
// {"question": id or null, "rule": id or null, "outcome": id or null, "level": name or null, "pending": bool}.

#include <iostream>

#include <nlohmann/json.hpp>

#include <anamnesis/findings.hpp>

#include "engine/tiny_dialog.hpp"

using namespace anamnesis;
using nlohmann::json;

namespace {

void fill(const Dialog& dialog, const json& values, std::vector<Value>& out) {
    for (const auto& [id, value] : values.items()) {
        const FindingIndex f = dialog.find_finding(id).value();
        out[f] = value_of(dialog.findings[f], value.get<std::string>()).value();
    }
}

json question_of(const Dialog& dialog, const Decision& decision) {
    if (!decision.ask) return nullptr;
    if (decision.ask->probe) return dialog.findings[decision.ask->index].id + ".check";
    return dialog.questions[decision.ask->index].id;
}

json in_words(const Dialog& dialog, const Decision& decision) {
    json out = {{"question", question_of(dialog, decision)},
                {"pending", decision.pending},
                {"rule", nullptr},
                {"outcome", nullptr},
                {"level", nullptr}};
    if (!decision.verdict) return out;
    const Outcome& outcome = dialog.outcomes[decision.verdict->outcome];
    out["outcome"] = outcome.id;
    out["level"] = to_string(outcome.level);
    out["rule"] = decision.verdict->rule ? dialog.rules[*decision.verdict->rule].id : "default";
    return out;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    const Compiled compiled = compile(tests::source_of(argv[1]));
    if (!compiled.dialog) {
        std::cerr << tests::in_words(compiled.diagnostics);
        return 2;
    }
    const Dialog& dialog = *compiled.dialog;
    for (std::string line; std::getline(std::cin, line);) {
        const json map = json::parse(line);
        Findings findings = no_findings(dialog);
        fill(dialog, map.at("said"), findings.said);
        fill(dialog, map.at("checked"), findings.checked);
        std::cout << in_words(dialog, decide(dialog, findings)) << '\n';
    }
}
