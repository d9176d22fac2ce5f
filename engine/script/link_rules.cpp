#include <algorithm>
#include <numeric>

#include "script/link.hpp"

namespace anamnesis {
namespace {

// An include can only raise: its low outcomes join where the host's own rules lead to them.
bool joins(const DraftOutcome& draft, const Part& part, const Draft& host) {
    if (draft.level >= Level::soon || part.draft == &host) return true;
    const std::string id = part.prefix + draft.id.value;
    return std::any_of(host.rules.begin(), host.rules.end(), [&](const DraftRule& r) { return r.then.value == id; });
}

bool leads_low(const DraftRule& rule, const Draft& script) {
    return std::any_of(script.outcomes.begin(), script.outcomes.end(),
                       [&](const DraftOutcome& o) { return o.id.value == rule.then.value && o.level < Level::soon; });
}

void link_outcomes(const std::vector<Part>& parts, Dialog& d, Diagnostics& diagnostics) {
    static const std::vector<std::string> kSections = {"why", "score", "causes", "advice", "watch_for"};
    for (const Part& part : parts)
        for (const DraftOutcome& draft : part.draft->outcomes) {
            if (!joins(draft, part, *parts.back().draft)) continue;
            Outcome outcome{part.prefix + draft.id.value, draft.level, {}, {}, draft.keep};
            check_new_id(d.outcomes, outcome.id, draft.id.where, diagnostics);
            for (const Text& s : draft.show) {
                check_word(s, kSections, "\"show\"", diagnostics);
                outcome.show.push_back(s.value);
            }
            for (const Text& id : draft.watch_for) outcome.watch_for.push_back(part.prefix + id.value);
            d.outcomes.push_back(std::move(outcome));
        }
}

class RuleLinker {
public:
    RuleLinker(Linked& out, Names& names, Diagnostics& diagnostics)
        : d_(out.dialog), out_(out), names_(names), diagnostics_(diagnostics) {}

    void add(const DraftRule& draft, const std::string& prefix) {
        Rule rule;
        rule.id = prefix + draft.id.value;
        const auto outcome = find_id(d_.outcomes, draft.then, prefix, "outcome", diagnostics_);
        rule.outcome = outcome.value_or(0);
        check_new_id(d_.rules, rule.id, draft.id.where, diagnostics_);
        read_stage(draft.at, prefix, rule);
        rule.condition = parse_expression(draft.condition, prefix, names_, diagnostics_);
        if (draft.unless) rule.unless = parse_expression(*draft.unless, prefix, names_, diagnostics_);
        if (draft.ask_first) rule.ask_first = check_named(*draft.ask_first, prefix);
        for (const Text& id : draft.ask_then)
            if (const auto check = check_named(id, prefix)) rule.ask_then.push_back(*check);
        rule.cites = linked_cites(draft.cites, d_, diagnostics_);
        rule.hazard = draft.hazard;
        mark_lifting(rule);
        d_.rules.push_back(std::move(rule));
        out_.rules.push_back(draft.id.where);
    }

private:
    void read_stage(const Text& at, const std::string& prefix, Rule& rule) {
        static const std::string kAfter = "after ";
        if (at.value == "once")
            rule.stage = Stage::once;
        else if (at.value == "end")
            rule.stage = Stage::end;
        else if (at.value.rfind(kAfter, 0) == 0) {
            rule.stage = Stage::after;
            const Text state{at.value.substr(kAfter.size()), at.where};
            rule.after_state = find_id(d_.states, state, prefix, "state", diagnostics_).value_or(0);
        } else if (!at.value.empty()) {
            report(diagnostics_, code::kBadValue, at.where, quoted(at.value) + " is no stage",
                   "once, end, or after with the id of a state");
        }
    }

    std::optional<QuestionIndex> check_named(const Text& id, const std::string& prefix) {
        const auto found = find_id(d_.questions, id, prefix, "check", diagnostics_);
        const bool in_state = found && std::any_of(d_.states.begin(), d_.states.end(), [&](const State& s) {
                                  return std::find(s.questions.begin(), s.questions.end(), *found) != s.questions.end();
                              });
        if (!in_state) return found;
        report(diagnostics_, code::kUnknownName, id.where, "\"" + id.value + "\" is a question of a state, no check",
               "put it under \"checks\"");
        return std::nullopt;
    }

    void mark_lifting(const Rule& rule) {
        if (!rule.unless || d_.outcomes.empty() || d_.outcomes[rule.outcome].level < Level::urgent) return;
        for_each_atom(*rule.unless, [&](const Expr& atom) { d_.findings[atom.finding].lifts = true; });
    }

    Dialog& d_;
    Linked& out_;
    Names& names_;
    Diagnostics& diagnostics_;
};

void sort_by_urgency(Dialog& d) {
    d.rules_by_urgency.resize(d.rules.size());
    std::iota(d.rules_by_urgency.begin(), d.rules_by_urgency.end(), 0u);
    if (d.outcomes.empty()) return;
    std::stable_sort(d.rules_by_urgency.begin(), d.rules_by_urgency.end(), [&](std::size_t a, std::size_t b) {
        return d.outcomes[d.rules[a].outcome].level > d.outcomes[d.rules[b].outcome].level;
    });
}

}  // namespace

void link_rules(const std::vector<Part>& parts, Linked& out, Names& names, Diagnostics& diagnostics) {
    link_outcomes(parts, out.dialog, diagnostics);
    RuleLinker linker(out, names, diagnostics);
    for (const Part& part : parts)
        for (const DraftRule& draft : part.draft->rules)
            if (&part == &parts.back() || !leads_low(draft, *part.draft)) linker.add(draft, part.prefix);
    sort_by_urgency(out.dialog);
}

}  // namespace anamnesis
