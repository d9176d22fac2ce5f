#include <algorithm>
#include <map>

#include "script/link.hpp"

namespace anamnesis {
namespace {

std::optional<Style> read_style(const Text& text, Diagnostics& diagnostics) {
    std::vector<std::string> words;
    for (Style style : {Style::yes_no, Style::one_of, Style::any_of, Style::number}) {
        if (text.value == to_string(style)) return style;
        words.emplace_back(to_string(style));
    }
    check_word(text, words, "\"style\"", diagnostics);
    return std::nullopt;
}

Style style_by_type(FindingType type) {
    if (type == FindingType::choice) return Style::one_of;
    return type == FindingType::number ? Style::number : Style::yes_no;
}

// Lists are of yes_no findings and need a style of their own; a score is never asked.
void check_question(const Question& q, const Dialog& d, const json::Where& where, Diagnostics& diagnostics) {
    const auto is = [&](FindingType type) { return [&d, type](FindingIndex f) { return d.findings[f].type == type; }; };
    const bool list = q.style == Style::any_of || q.asks.size() > 1;
    if (q.asks.empty())
        report(diagnostics, code::kBadQuestion, where, "the question asks nothing", "name a finding");
    else if (std::any_of(q.asks.begin(), q.asks.end(), is(FindingType::score)))
        report(diagnostics, code::kBadQuestion, where, "a score cannot be asked", "ask its items");
    else if (list && !std::all_of(q.asks.begin(), q.asks.end(), is(FindingType::yes_no)))
        report(diagnostics, code::kBadQuestion, where, "a list is of yes_no findings",
               "ask choices and numbers each in a question of its own");
    else if (q.asks.size() > 1 && q.style != Style::any_of && q.style != Style::one_of)
        report(diagnostics, code::kBadQuestion, where, "a list needs a style", "any_of or one_of");
    else if (!list && q.style != style_by_type(d.findings[q.asks[0]].type))
        report(diagnostics, code::kBadQuestion, where, "the style does not fit the finding", "leave \"style\" out");
}

class StateLinker {
public:
    StateLinker(Linked& out, Names& names, Diagnostics& diagnostics)
        : out_(out), names_(names), diagnostics_(diagnostics) {}

    void run(const std::vector<Part>& parts) {
        for (const Part& part : parts)
            for (const DraftState& draft : part.draft->states)
                if (&part == &parts.back())
                    place(draft, part.prefix);
                else
                    keep(draft, part);
        for (const auto& [id, waiting] : waiting_)
            if (!waiting.used) {
                report(diagnostics_, code::kUnusedState, waiting.include,
                       "the state " + quoted(id) + " of this script is not used",
                       "place it in \"states\": { \"use\": " + quoted(id) + " }");
                add(*waiting.draft, waiting.prefix, {}, waiting.include);  // so that its words are not unknown too
            }
        for (const Part& part : parts)
            for (const DraftQuestion& draft : part.draft->checks) question(draft, part.prefix);
    }

private:
    struct Waiting {
        const DraftState* draft;
        std::string prefix;
        json::Where include;  // where the host names its script
        bool used = false;
    };

    // The states that an included script places itself are for when it starts alone; here the host places all.
    void keep(const DraftState& draft, const Part& part) {
        const std::string& prefix = part.prefix;
        if (draft.use.value.empty() &&
            !waiting_.emplace(prefix + draft.id.value, Waiting{&draft, prefix, part.include}).second)
            report(diagnostics_, code::kDuplicateId, draft.id.where,
                   "two included scripts have a state \"" + draft.id.value + "\"", "include one of them with \"as\"");
    }

    void place(const DraftState& draft, const std::string& prefix) {
        if (draft.use.value.empty()) return add(draft, prefix, {}, draft.id.where);
        const auto it = waiting_.find(draft.use.value);
        if (it == waiting_.end() || it->second.used) return unknown_use(draft.use, it != waiting_.end());
        it->second.used = true;
        add(*it->second.draft, it->second.prefix, parse_expression(draft.when, prefix, names_, diagnostics_),
            draft.use.where);
    }

    void unknown_use(const Text& use, bool used) {
        std::vector<std::string> names;
        for (const auto& [id, waiting] : waiting_) names.push_back(id);
        report(diagnostics_, code::kUnknownName, use.where,
               used ? "the state " + quoted(use.value) + " is used twice"
                    : "no included script has a state " + quoted(use.value),
               used ? "remove one of them" : did_you_mean(use.value, names));
    }

    // `where`: its place in the script that runs, for what is wrong with the order of states.
    void add(const DraftState& draft, const std::string& prefix, Expr here, const json::Where& where) {
        State state;
        state.id = prefix + draft.id.value;
        state.has_say = draft.has_say;
        state.when = both(parse_expression(draft.when, prefix, names_, diagnostics_), std::move(here));
        check_new_id(out_.dialog.states, state.id, draft.id.where, diagnostics_);
        for (const DraftQuestion& q : draft.questions) state.questions.push_back(question(q, prefix));
        out_.dialog.states.push_back(std::move(state));
        out_.states.push_back(where);
    }

    static Expr both(Expr a, Expr b) {
        if (a.kind == Expr::Kind::always) return b;
        if (b.kind == Expr::Kind::always) return a;
        Expr e;
        e.kind = Expr::Kind::all_of;
        e.children = {std::move(a), std::move(b)};
        return e;
    }

    QuestionIndex question(const DraftQuestion& draft, const std::string& prefix) {
        Dialog& d = out_.dialog;
        Question q;
        q.id = prefix + draft.id.value;
        check_new_id(d.questions, q.id, draft.id.where, diagnostics_);
        bool all_known = true;
        for (const Text& name : draft.asks) {
            const auto f = find_id(d.findings, name, prefix, "finding", diagnostics_);
            all_known = all_known && f;
            if (f) q.asks.push_back(static_cast<FindingIndex>(*f));
        }
        q.when = parse_expression(draft.when, prefix, names_, diagnostics_);
        if (!q.asks.empty()) q.style = style_by_type(d.findings[q.asks[0]].type);
        if (!draft.style.value.empty()) q.style = read_style(draft.style, diagnostics_).value_or(q.style);
        if (all_known) check_question(q, d, draft.id.where, diagnostics_);
        d.questions.push_back(std::move(q));
        out_.questions.push_back(draft.id.where);
        return d.questions.size() - 1;
    }

    Linked& out_;
    Names& names_;
    Diagnostics& diagnostics_;
    std::map<std::string, Waiting> waiting_;
};

}  // namespace

void link_states(const std::vector<Part>& parts, Linked& out, Names& names, Diagnostics& diagnostics) {
    StateLinker(out, names, diagnostics).run(parts);
}

}  // namespace anamnesis
