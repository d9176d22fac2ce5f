#include "cli/drawing.hpp"

#include <algorithm>
#include <map>

namespace anamnesis::cli {
namespace {

constexpr const char* kAnyTime = "any_time";
constexpr const char* kEnd = "end";

std::string colour_of(Level level) {
    switch (level) {
        case Level::emergency: return "#f4b6b6";
        case Level::urgent: return "#f9d3a8";
        case Level::soon: return "#f7eeb0";
        case Level::routine: return "#cfe3f5";
        case Level::self_care: return "#cdebcf";
    }
    return "#ffffff";
}

std::string text_of(const Dialog& dialog, const std::string& key, const std::string& otherwise) {
    const auto* text = dialog.languages.empty() ? nullptr : dialog.languages.front().find(key);
    return text ? *text : otherwise;
}

DrawnNode node_of(const Dialog& dialog, const State& state) {
    DrawnNode out{"state_" + state.id, {text_of(dialog, "states." + state.id + ".title", state.id)}, "#ffffff", false};
    if (state.when.kind != Expr::Kind::always) out.lines.push_back("(for some)");
    for (const QuestionIndex q : state.questions) {
        const auto& question = dialog.questions[q];
        out.lines.push_back((question.when.kind == Expr::Kind::always ? "" : "if needed: ") + question.id);
    }
    return out;
}

void add_states(const Dialog& dialog, Drawing& out) {
    out.nodes.push_back({kAnyTime, {"At any time"}, "#ffffff", false});
    for (const auto& state : dialog.states) {
        if (out.nodes.size() > 1) out.arrows.push_back({out.nodes.back().id, "state_" + state.id, "", true});
        out.nodes.push_back(node_of(dialog, state));
    }
    if (out.nodes.size() > 1) out.arrows.push_back({out.nodes.back().id, kEnd, "", true});
    out.nodes.push_back({kEnd, {"When all is asked"}, "#ffffff", false});
}

void add_outcomes(const Dialog& dialog, Drawing& out) {
    std::vector<const Outcome*> outcomes;
    for (const auto& outcome : dialog.outcomes) outcomes.push_back(&outcome);
    std::stable_sort(outcomes.begin(), outcomes.end(), [](auto* a, auto* b) { return a->level > b->level; });
    for (const auto* outcome : outcomes)
        out.nodes.push_back({"outcome_" + outcome->id,
                             {outcome->id, std::string(to_string(outcome->level))},
                             colour_of(outcome->level),
                             true});
}

std::string source_of(const Dialog& dialog, const Rule& rule) {
    if (rule.stage == Stage::once) return kAnyTime;
    return rule.stage == Stage::end ? kEnd : "state_" + dialog.states[rule.after_state].id;
}

/// One arrow from a stage to an outcome, with all its rules.
void add_rules(const Dialog& dialog, Drawing& out) {
    std::map<std::pair<std::string, std::size_t>, std::string> rules;
    for (const auto& rule : dialog.rules) {
        auto& label = rules[{source_of(dialog, rule), rule.outcome}];
        label += (label.empty() ? "" : " ") + rule.id;
    }
    auto& otherwise = rules[{kEnd, dialog.default_outcome}];
    otherwise += std::string(otherwise.empty() ? "" : " ") + "default";
    for (const auto& [ends, label] : rules)
        out.arrows.push_back({ends.first, "outcome_" + dialog.outcomes[ends.second].id, label, false});
}

std::string joined(const std::vector<std::string>& lines, const char* between) {
    std::string out;
    for (const auto& line : lines) out += (out.empty() ? "" : between) + line;
    return out;
}

std::string quoted(const std::string& text, const char* quote) {
    std::string out;
    for (const char c : text) out += c == '"' ? std::string(quote) : std::string(1, c);
    return "\"" + out + "\"";
}

/// Ids of included scripts have dots, which neither language takes bare.
std::string bare(std::string id) {
    for (char& c : id)
        if (c == '.' || c == '-') c = '_';
    return id;
}

}  // namespace

Drawing draw(const Dialog& dialog) {
    Drawing out;
    add_states(dialog, out);
    add_outcomes(dialog, out);
    add_rules(dialog, out);
    return out;
}

std::string as_mermaid(const Drawing& drawing) {
    std::string out = "flowchart TD\n";
    for (const auto& node : drawing.nodes) {
        out += "    " + bare(node.id) + "[" + quoted(joined(node.lines, "<br/>"), "#quot;") + "]\n";
        out += "    style " + bare(node.id) + " fill:" + node.colour + "\n";
    }
    for (const auto& arrow : drawing.arrows) {
        const auto label = arrow.label.empty() ? "" : "|" + quoted(arrow.label, "#quot;") + "|";
        out += "    " + bare(arrow.from) + (arrow.next ? " ==> " : " --> ") + label + bare(arrow.to) + "\n";
    }
    return out;
}

std::string as_dot(const Drawing& drawing) {
    std::string out = "digraph dialog {\n    node [shape=box, style=filled, fontname=\"sans-serif\"];\n";
    for (const auto& node : drawing.nodes)
        out += "    " + bare(node.id) + " [label=" + quoted(joined(node.lines, "\\n"), "\\\"") + ", fillcolor=\"" +
               node.colour + "\"];\n";
    for (const auto& arrow : drawing.arrows)
        out += "    " + bare(arrow.from) + " -> " + bare(arrow.to) + " [label=" + quoted(arrow.label, "\\\"") +
               (arrow.next ? ", penwidth=2" : "") + "];\n";
    return out + "}\n";
}

}  // namespace anamnesis::cli
