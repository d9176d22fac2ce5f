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

constexpr const char* kNoReplay = " (in no replay)";

class Drawer {
public:
    Drawer(const Dialog& dialog, const Unreached& unreached) : d_(dialog), unreached_(unreached) {}

    Drawing run() {
        add_states();
        add_outcomes();
        add_rules();
        return std::move(out_);
    }

private:
    bool is_missing(const char* kind, const std::string& id) const {
        const auto ids = unreached_.ids.find(kind);
        return ids != unreached_.ids.end() && ids->second.count(id) > 0;
    }

    std::string marked(const char* kind, const std::string& id, const std::string& text) const {
        return text + (is_missing(kind, id) ? kNoReplay : "");
    }

    DrawnNode node_of(const State& state) const {
        const auto title = text_of(d_, "states." + state.id + ".title", state.id);
        DrawnNode out{"state_" + state.id, {marked("states", state.id, title)}, "#ffffff"};
        out.dashed = is_missing("states", state.id);
        if (state.when.kind != Expr::Kind::always) out.lines.push_back("(for some)");
        for (const QuestionIndex q : state.questions) {
            const auto& question = d_.questions[q];
            const char* when = question.when.kind == Expr::Kind::always ? "" : "if needed: ";
            out.lines.push_back(marked("questions", question.id, when + question.id));
        }
        return out;
    }

    void add_states() {
        out_.nodes.push_back({kAnyTime, {"At any time"}, "#ffffff"});
        for (const auto& state : d_.states) {
            if (out_.nodes.size() > 1) out_.arrows.push_back({out_.nodes.back().id, "state_" + state.id, "", true});
            out_.nodes.push_back(node_of(state));
        }
        if (out_.nodes.size() > 1) out_.arrows.push_back({out_.nodes.back().id, kEnd, "", true});
        out_.nodes.push_back({kEnd, {"When all is asked"}, "#ffffff"});
        if (!unreached_.told.empty()) out_.nodes.push_back({"replays", {"Replays reach", unreached_.told}, "#ffffff"});
    }

    void add_outcomes() {
        std::vector<const Outcome*> outcomes;
        for (const auto& outcome : d_.outcomes) outcomes.push_back(&outcome);
        std::stable_sort(outcomes.begin(), outcomes.end(), [](auto* a, auto* b) { return a->level > b->level; });
        for (const auto* outcome : outcomes)
            out_.nodes.push_back(
                {"outcome_" + outcome->id,
                 {marked("outcomes", outcome->id, outcome->id), std::string(to_string(outcome->level))},
                 colour_of(outcome->level),
                 true,
                 is_missing("outcomes", outcome->id)});
    }

    std::string source_of(const Rule& rule) const {
        if (rule.stage == Stage::once) return kAnyTime;
        return rule.stage == Stage::end ? kEnd : "state_" + d_.states[rule.after_state].id;
    }

    /// One arrow from a stage to an outcome, with all its rules; dashed where replays took none of them.
    void add_rules() {
        std::map<std::pair<std::string, std::size_t>, std::size_t> places;
        const auto arrow_to = [&](const std::string& from, std::size_t outcome) -> DrawnArrow& {
            const auto [place, is_new] = places.try_emplace({from, outcome}, out_.arrows.size());
            if (is_new) out_.arrows.push_back({from, "outcome_" + d_.outcomes[outcome].id, "", false, true});
            return out_.arrows[place->second];
        };
        for (const auto& rule : d_.rules) {
            auto& arrow = arrow_to(source_of(rule), rule.outcome);
            arrow.label += (arrow.label.empty() ? "" : " ") + marked("rules", rule.id, rule.id);
            arrow.dashed = arrow.dashed && is_missing("rules", rule.id);
        }
        auto& otherwise = arrow_to(kEnd, d_.default_outcome);
        otherwise.label += std::string(otherwise.label.empty() ? "" : " ") + "default";
        otherwise.dashed = false;
    }

    const Dialog& d_;
    const Unreached& unreached_;
    Drawing out_;
};

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

Drawing draw(const Dialog& dialog, const Unreached& unreached) { return Drawer(dialog, unreached).run(); }

std::string as_mermaid(const Drawing& drawing) {
    std::string out = "flowchart TD\n";
    for (const auto& node : drawing.nodes) {
        out += "    " + bare(node.id) + "[" + quoted(joined(node.lines, "<br/>"), "#quot;") + "]\n";
        out +=
            "    style " + bare(node.id) + " fill:" + node.colour + (node.dashed ? ",stroke-dasharray:6 4" : "") + "\n";
    }
    for (const auto& arrow : drawing.arrows) {
        const auto label = arrow.label.empty() ? "" : "|" + quoted(arrow.label, "#quot;") + "|";
        out += "    " + bare(arrow.from) +
               (arrow.next     ? " ==> "
                : arrow.dashed ? " -.-> "
                               : " --> ") +
               label + bare(arrow.to) + "\n";
    }
    return out;
}

std::string as_dot(const Drawing& drawing) {
    std::string out = "digraph dialog {\n    node [shape=box, style=filled, fontname=\"sans-serif\"];\n";
    for (const auto& node : drawing.nodes)
        out += "    " + bare(node.id) + " [label=" + quoted(joined(node.lines, "\\n"), "\\\"") + ", fillcolor=\"" +
               node.colour + "\"" + (node.dashed ? ", style=\"filled,dashed\"" : "") + "];\n";
    for (const auto& arrow : drawing.arrows)
        out += "    " + bare(arrow.from) + " -> " + bare(arrow.to) + " [label=" + quoted(arrow.label, "\\\"") +
               (arrow.next     ? ", penwidth=2"
                : arrow.dashed ? ", style=dashed"
                               : "") +
               "];\n";
    return out + "}\n";
}

}  // namespace anamnesis::cli
