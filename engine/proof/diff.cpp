#include <anamnesis/diff.hpp>

#include <algorithm>
#include <array>

#include "proof/claim.hpp"
#include "proof/conversation.hpp"
#include "proof/plan.hpp"

namespace anamnesis {
namespace proof {
namespace {

constexpr std::array kLevelsAbove = {Level::routine, Level::soon, Level::urgent, Level::emergency};

bool has_same_values(const Finding& a, const Finding& b) {
    return std::equal(a.options.begin(), a.options.end(), b.options.begin(), b.options.end(),
                      [](const Option& x, const Option& y) { return x.id == y.id; });
}

// The old dialog's finding and its values by those of the new one with the same ids. The same literals where nothing
// changed: then all that follows from them is the same too, and need not be compared.
Lits as_old_values(const Finding& old_finding, const Finding& new_finding, const Lits& new_said, Gates& gates) {
    if (has_same_values(old_finding, new_finding)) return new_said;
    Lits out(new_said.size(), gates.constant(false)), same;
    for (Value v : values_of(old_finding)) {
        if (v == value::kNotAsked) continue;
        const auto in_new = value_of(new_finding, value_id(old_finding, v));
        if (!in_new) continue;
        out[v] = new_said[*in_new];
        same.push_back(out[v]);
    }
    out[value::kNotAsked] = -gates.any(same);
    return out;
}

// The old dialog's map, as far as the new one's says it; the rest is free.
SymbolicMap as_old_map(const Dialog& old_dialog, const Dialog& new_dialog, const SymbolicMap& map, Gates& gates) {
    SymbolicMap out = any_map(old_dialog, gates);
    for (FindingIndex f = 0; f < old_dialog.findings.size(); ++f) {
        const Finding& before = old_dialog.findings[f];
        const auto now = new_dialog.find_finding(before.id);
        if (!now || new_dialog.findings[*now].type != before.type) continue;
        out.said[f] = as_old_values(before, new_dialog.findings[*now], map.said[*now], gates);
        if (before.has_probe && new_dialog.findings[*now].has_probe) out.checked[f] = map.checked[*now];
    }
    return out;
}

std::string rule_of(const Dialog& d, const Verdict& verdict) {
    return verdict.rule ? d.rules[*verdict.rule].id : "default";
}

Level level_of_verdict(const Dialog& d, const Verdict& verdict) { return d.outcomes[verdict.outcome].level; }

class Differ {
public:
    Differ(const Dialog& before, const Dialog& now, const DiffLimits& limits)
        : before_(before),
          now_(now),
          limits_(limits),
          gates_(solver_),
          map_(any_map(now, gates_)),
          old_map_(as_old_map(before, now, map_, gates_)),
          now_at_(position(now, map_, Lits(now.rules.size(), gates_.constant(true)), gates_)),
          before_at_(position(before, old_map_, Lits(before.rules.size(), gates_.constant(true)), gates_)) {}

    DialogDiff run() {
        Lits lowers, raises;
        for (Level level : kLevelsAbove) {
            lowers.push_back(gates_.all({before_at_.at_least(level), -now_at_.at_least(level)}));
            raises.push_back(gates_.all({-before_at_.at_least(level), now_at_.at_least(level)}));
        }
        const Lit lowered = gates_.all({gates_.any(lowers), some_end()});
        Lits intended;
        for (const Lowering& l : now_.lowered)
            if (l.since == before_.version) intended.push_back(holds(l.condition, now_at_.effective, gates_));
        collect(gates_.all({lowered, -gates_.any(intended)}), "");
        for (const Lowering& l : now_.lowered)
            if (l.since == before_.version)
                collect(gates_.all({lowered, holds(l.condition, now_at_.effective, gates_)}), l.why);
        collect(gates_.all({gates_.any(raises), some_end()}), "");
        return std::move(out_);
    }

private:
    // A level matters where one of the two gives it.
    Lit some_end() { return gates_.any({before_at_.gives, before_at_.pending, now_at_.gives, now_at_.pending}); }

    // One change for each pair of deciding rules.
    void collect(Lit changes, const std::string& why) {
        Lits seen;
        while (true) {
            const Lit left = gates_.all({changes, -gates_.any(seen)});
            const auto solve = [&](const Lits& assumptions) {
                return solver_.solve(assumptions, limits_.conflicts_max);
            };
            const Satisfiable answer = solve({left});
            if (answer == Satisfiable::no) return;
            const bool full = static_cast<int>(out_.changes.size()) >= limits_.changes_max;
            if (full || answer == Satisfiable::undecided ||
                (limits_.with_conversations && !solve_shortest(way(), {left}, solve))) {
                out_.complete = false;
                return;
            }
            seen.push_back(add_change(why));
        }
    }

    // Made when it is needed: it makes each question harder.
    const Plan& way() {
        if (!plan_) plan_ = plan(now_, map_, now_at_, gates_);
        return *plan_;
    }

    // The change that the solver's model shows; gives the literal of its pair of rules.
    Lit add_change(const std::string& why) {
        const Findings now_map = map_in(now_, map_, solver_), old_map = map_in(before_, old_map_, solver_);
        const Verdict old_verdict = stand(before_, old_map).verdict, new_verdict = stand(now_, now_map).verdict;
        LevelChange change;
        change.old_rule = rule_of(before_, old_verdict);
        change.new_rule = rule_of(now_, new_verdict);
        change.old_level = level_of_verdict(before_, old_verdict);
        change.new_level = level_of_verdict(now_, new_verdict);
        change.findings = now_map;
        change.intended = why;
        const std::string heading = change.old_rule + " " + std::string(to_string(change.old_level)) + " -> " +
                                    change.new_rule + " " + std::string(to_string(change.new_level)) + ": ";
        if (limits_.with_conversations) {
            change.old_chat = chat(before_, old_map, old_verdict, heading + "as it was");
            change.new_chat = chat(now_, now_map, new_verdict, heading + "as it is");
        }
        out_.changes.push_back(std::move(change));
        const Lit by_old = old_verdict.rule ? before_at_.decides[*old_verdict.rule] : before_at_.by_default;
        const Lit by_new = new_verdict.rule ? now_at_.decides[*new_verdict.rule] : now_at_.by_default;
        return gates_.all({by_old, by_new});
    }

    static std::string chat(const Dialog& d, const Findings& map, const Verdict& verdict, const std::string& heading) {
        const auto lines = conversation_to(d, map, [&](const Findings& known) {
            const Stand at = stand(d, known);
            return at.decision.verdict == verdict;
        });
        return lines ? as_transcript(d, heading, *lines) : "";
    }

    const Dialog& before_;
    const Dialog& now_;
    const DiffLimits limits_;
    Solver solver_;
    Gates gates_;
    SymbolicMap map_, old_map_;
    Position now_at_, before_at_;
    std::optional<Plan> plan_;
    DialogDiff out_;
};

}  // namespace
}  // namespace proof

DialogDiff diff_dialogs(const Dialog& old_dialog, const Dialog& new_dialog, const DiffLimits& limits) {
    return proof::Differ(old_dialog, new_dialog, limits).run();
}

bool is_lowered(const DialogDiff& diff) {
    return std::any_of(diff.changes.begin(), diff.changes.end(),
                       [](const LevelChange& c) { return c.new_level < c.old_level && c.intended.empty(); });
}

}  // namespace anamnesis
