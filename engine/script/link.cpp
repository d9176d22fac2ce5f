#include "script/link.hpp"

#include <algorithm>

namespace anamnesis {
namespace {

constexpr std::size_t kFindingsMax = 200;
constexpr std::size_t kRulesMax = 400;

void link_sources(const std::vector<Part>& parts, Dialog& dialog) {
    for (const Part& part : parts)
        for (const Source& source : part.draft->sources) dialog.sources.push_back(source);
}

void link_default(const Draft& main, Linked& out, Diagnostics& diagnostics) {
    out.default_outcome = main.default_outcome.where;
    if (main.default_outcome.value.empty()) return;
    const auto found = find_id(out.dialog.outcomes, main.default_outcome, "", "outcome", diagnostics);
    out.dialog.default_outcome = found.value_or(0);
}

}  // namespace

bool check_sizes(const std::vector<Part>& parts, Diagnostics& diagnostics) {
    std::size_t findings = 0, rules = 0;
    for (const Part& part : parts) {
        findings += part.draft->findings.size();
        rules += part.draft->rules.size();
    }
    const json::Where& where = parts.back().draft->where;
    if (findings > kFindingsMax)
        report(diagnostics, code::kTooLarge, where, std::to_string(findings) + " findings are more than 200",
               "includes count too; make two dialogs of it");
    if (rules > kRulesMax)
        report(diagnostics, code::kTooLarge, where, std::to_string(rules) + " rules are more than 400",
               "includes count too; make two dialogs of it");
    return findings <= kFindingsMax && rules <= kRulesMax;
}

std::vector<std::string> linked_cites(const std::vector<Text>& cites, const Dialog& dialog, Diagnostics& diagnostics) {
    std::vector<std::string> out;
    for (const Text& cite : cites) {
        const std::string source = cite.value.substr(0, cite.value.find(':'));
        const bool listed =
            std::any_of(dialog.sources.begin(), dialog.sources.end(), [&](const Source& s) { return s.id == source; });
        if (!listed)
            report(diagnostics, code::kUnknownName, cite.where, "the source " + quoted(source) + " is not listed",
                   "add it under \"sources\", or correct its spelling");
        out.push_back(cite.value);
    }
    return out;
}

Linked link(const std::vector<Part>& parts, Diagnostics& diagnostics) {
    const Draft& main = *parts.back().draft;
    Linked out;
    out.dialog.id = main.id.value;
    out.dialog.version = main.version.value;
    out.dialog.status = main.status;
    link_sources(parts, out.dialog);
    link_findings(parts, out, diagnostics);
    Names names(out.dialog, parts);
    parse_defines(parts, names, diagnostics);
    link_lifting(parts, out, names, diagnostics);
    link_states(parts, out, names, diagnostics);
    link_rules(parts, out, names, diagnostics);
    link_default(main, out, diagnostics);
    link_advice(main, out, names, diagnostics);
    return out;
}

}  // namespace anamnesis
