#include <algorithm>
#include <set>

#include "script/checks.hpp"

namespace anamnesis {
namespace {

using FindingSet = std::set<FindingIndex>;

constexpr ValueSet kNotSure = value_bit(value::kUnsure) | value_bit(value::kOpen);

bool is_denial(const Dialog& d, const Expr& atom) {
    return atom.kind == Expr::Kind::value_in && d.findings[atom.finding].type == FindingType::yes_no &&
           atom.values == value_bit(value::kNo);
}

bool rests_on_not_sure(const Expr& expr) {
    bool found = false;
    for_each_atom(expr, [&](const Expr& atom) {
        found = found || (atom.kind == Expr::Kind::value_in && (atom.values & kNotSure) != 0);
    });
    return found;
}

// The findings that are certainly denied wherever the condition holds.
FindingSet denied_by(const Dialog& d, const Expr& expr) {
    FindingSet out;
    if (is_denial(d, expr)) return {expr.finding};
    if (expr.kind == Expr::Kind::all_of) {
        for (const Expr& child : expr.children) out.merge(denied_by(d, child));
    } else if (expr.kind == Expr::Kind::any_of && !expr.children.empty()) {
        out = denied_by(d, expr.children[0]);
        for (const Expr& child : expr.children) {
            FindingSet both;
            for (FindingIndex f : denied_by(d, child))
                if (out.count(f)) both.insert(f);
            out = std::move(both);
        }
    }
    return out;
}

// The findings whose yes some rule acts on; a rule that only wants them denied does not.
FindingSet acted_on_by(const std::vector<Rule>& rules, bool once_only) {
    FindingSet out;
    for (const Rule& rule : rules)
        if (!once_only || rule.stage == Stage::once)
            for_each_atom(rule.condition, [&](const Expr& atom) {
                if ((atom.values & value_bit(value::kYes)) != 0) out.insert(atom.finding);
            });
    return out;
}

class RuleChecker {
public:
    RuleChecker(const Linked& linked, Diagnostics& diagnostics)
        : d_(linked.dialog), linked_(linked), diagnostics_(diagnostics) {}

    void run() {
        for (std::size_t i = 0; i < d_.rules.size(); ++i) {
            const Rule& rule = d_.rules[i];
            const bool broken = is_broken(rule.condition) || (rule.unless && is_broken(*rule.unless));
            if (!broken && !d_.outcomes.empty()) check(rule, linked_.rules[i]);
            if (!d_.outcomes.empty()) keeps_no_alarm_waiting(i);
        }
        if (!d_.outcomes.empty() && d_.outcomes[d_.default_outcome].level < Level::soon)
            report(diagnostics_, code::kLowDefault, linked_.default_outcome, "the default outcome is below soon",
                   "choose one at soon or above");
    }

private:
    void check(const Rule& rule, const json::Where& where) {
        const Level level = d_.outcomes[rule.outcome].level;
        if (level < Level::soon)
            needs_all_denied(rule, where);
        else
            raises_on_no_denial(rule, where);
        if (level == Level::self_care && (rule.unless || rests_on_not_sure(rule.condition)))
            report(diagnostics_, code::kNotCleared, where,
                   "rule " + rule.id + ": self_care may not rest on maybe, unsure or unless",
                   "name what is certain; leave the rest to a rule at routine");
        if (rule.unless && rests_on_not_sure(*rule.unless))
            report(diagnostics_, code::kUnlessUnknown, where, "rule " + rule.id + ": unless may only use known facts",
                   "leave out maybe and unsure");
    }

    // Of rules at one level the first that holds decides: one that asks first would make those behind it wait.
    void keeps_no_alarm_waiting(std::size_t index) {
        const Rule& rule = d_.rules[index];
        const Level level = d_.outcomes[rule.outcome].level;
        if (!rule.ask_first || rule.stage != Stage::once || level < Level::urgent) return;
        for (std::size_t i = index + 1; i < d_.rules.size(); ++i) {
            const Rule& other = d_.rules[i];
            if (other.stage != Stage::once || other.ask_first || d_.outcomes[other.outcome].level != level) continue;
            return report(diagnostics_, code::kAsksBeforeActing, linked_.rules[index],
                          "rule " + rule.id + " asks first and stands before " + other.id + ", which acts at once",
                          "put it behind the rules of its level that act at once");
        }
    }

    void needs_all_denied(const Rule& rule, const json::Where& where) {
        const FindingSet denied = denied_by(d_, rule.condition);
        for (std::size_t f = 0; f < d_.findings.size(); ++f)
            if (d_.findings[f].red_flag && !denied.count(static_cast<FindingIndex>(f)))
                return report(diagnostics_, code::kNotCleared, where,
                              "rule " + rule.id + ": below soon while " + d_.findings[f].id + " is not denied",
                              "add: all red_flag denied");
    }

    void raises_on_no_denial(const Rule& rule, const json::Where& where) {
        for_each_atom(rule.condition, [&](const Expr& atom) {
            if (is_denial(d_, atom) && d_.findings[atom.finding].red_flag)
                report(diagnostics_, code::kRaisesOnDenial, where,
                       "rule " + rule.id + ": holds only while " + d_.findings[atom.finding].id + " is denied",
                       "a worse answer would take the rule away; leave the denial out");
        });
    }

    const Dialog& d_;
    const Linked& linked_;
    Diagnostics& diagnostics_;
};

}  // namespace

void check_findings(const Linked& linked, Diagnostics& diagnostics) {
    const Dialog& d = linked.dialog;
    const FindingSet in_rules = acted_on_by(d.rules, false), in_once = acted_on_by(d.rules, true);
    for (std::size_t i = 0; i < d.findings.size(); ++i) {
        const Finding& f = d.findings[i];
        const auto index = static_cast<FindingIndex>(i);
        const bool at_once = f.flag == Level::emergency;
        if (at_once && !f.has_probe)
            report(diagnostics, code::kFlagWithoutProbe, linked.findings[i],
                   "the emergency flag " + f.id + " has no probe",
                   "add \"probe\": true, and the text \"probe\" to each locale");
        if (f.flag && !(at_once ? in_once : in_rules).count(index))
            report(diagnostics, code::kFlagWithoutRule, linked.findings[i],
                   "the flag " + f.id + " is in no rule" + (at_once ? " at once" : ""),
                   at_once ? "give a rule with " + quoted(f.id) + " in its if: \"at\": \"once\""
                           : "add a rule that acts on it");
        if (!f.worse && !linked.reason_given[i])
            report(diagnostics, code::kMissingReason, linked.findings[i], f.id + ": \"worse\": \"none\" needs a reason",
                   "add \"why_not_worse\"");
    }
}

void check_rules(const Linked& linked, Diagnostics& diagnostics) { RuleChecker(linked, diagnostics).run(); }

}  // namespace anamnesis
