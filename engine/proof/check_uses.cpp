#include <algorithm>

#include "proof/checks.hpp"

namespace anamnesis::proof {
namespace {

template <class Visit>
void for_each_condition(const Dialog& d, const Visit& visit) {
    const auto visit_optional = [&](const std::optional<Expr>& e) {
        if (e) visit(*e);
    };
    for (const Finding& f : d.findings) visit_optional(f.lifted_by);
    for (const State& s : d.states) visit(s.when);
    for (const Question& q : d.questions) visit(q.when);
    for (const Voice& v : d.voices) visit(v.condition);
    for (const Rule& r : d.rules) {
        visit(r.condition);
        visit_optional(r.unless);
    }
    for (const Cause& c : d.causes)
        for (const CauseClause& clause : c.clauses) visit(clause.condition);
    for (const Advice& a : d.advice) {
        visit(a.condition);
        visit_optional(a.unless);
    }
    for (const Topic& t : d.topics)
        for (const TopicText& text : t.texts) visit(text.condition);
}

// What the conditions, and its points, make of each option of a finding.
std::vector<std::vector<int>> roles_of(const Dialog& d, FindingIndex f) {
    std::vector<std::vector<int>> out;
    for (const Option& option : d.findings[f].options) out.push_back({option.points});
    for_each_condition(d, [&](const Expr& condition) {
        for_each_atom(condition, [&](const Expr& atom) {
            for (std::size_t o = 0; o < out.size() && atom.finding == f; ++o)
                out[o].push_back((atom.values & value_bit(value::option(static_cast<int>(o)))) != 0);
        });
    });
    return out;
}

// By finding, its options that are the same to the script.
std::string same_options(const Dialog& d) {
    std::string out;
    for (FindingIndex i = 0; i < d.findings.size(); ++i) {
        const Finding& f = d.findings[i];
        if (f.type != FindingType::choice && f.type != FindingType::number) continue;
        const auto roles = roles_of(d, i);
        for (std::size_t o = 1; o < roles.size(); ++o)
            if (const auto same = std::find(roles.begin(), roles.begin() + static_cast<std::ptrdiff_t>(o), roles[o]);
                same != roles.begin() + static_cast<std::ptrdiff_t>(o))
                out += (out.empty() ? "" : ", ") + f.id + "." + f.options[o].id + " and " +
                       f.options[static_cast<std::size_t>(same - roles.begin())].id;
    }
    return out;
}

class UsesChecker {
public:
    UsesChecker(const Dialog& dialog, Prover& prover) : d_(dialog), prover_(prover) {}

    PropertyReport run(std::vector<std::string>& notes) {
        std::vector<Use> uses = uses_of(d_);
        for (const Use& use : uses) try_use(use);
        while (!uses.empty()) try_by_taps(uses);
        if (const auto same = same_options(d_); !same.empty())
            notes.push_back("options that no condition tells apart: " + same);
        if (!untapped_.empty()) notes.push_back("never by taps alone: " + untapped_);
        return std::move(report_);
    }

private:
    void try_use(const Use& use) {
        const Satisfiable answer = prover_.ask(prover_.literal(use.good));
        if (answer == Satisfiable::no) return complain(ProofResult::violated, use.kind + " " + use.id + " is dead");
        if (answer == Satisfiable::undecided || !is_good(use))
            complain(ProofResult::not_proved, use.kind + " " + use.id + ": the budget was used up");
    }

    // The last of them; a position that taps lead to shows others too, which need no question of their own.
    void try_by_taps(std::vector<Use>& left) {
        const Use use = left.back();
        left.pop_back();
        const std::string what = use.kind + " " + use.id;
        if (std::find(report_.found.begin(), report_.found.end(), what + " is dead") != report_.found.end()) return;
        const Satisfiable answer = prover_.ask_by_taps(prover_.literal(use.good));
        if (answer == Satisfiable::no) untapped_ += (untapped_.empty() ? "" : ", ") + what;
        if (answer != Satisfiable::yes) return;
        left.erase(std::remove_if(left.begin(), left.end(), [&](const Use& other) { return is_good(other); }),
                   left.end());
    }

    bool is_good(const Use& use) const {
        const Stand at = stand(d_, prover_.found());
        return holds(use.good, d_, at, at);
    }

    void complain(ProofResult result, std::string what) {
        if (report_.result != ProofResult::violated) report_.result = result;
        report_.found.push_back(std::move(what));
    }

    const Dialog& d_;
    Prover& prover_;
    PropertyReport report_{"dead",
                           "every state, question, probe, rule, outcome, cause, tip and topic is of use",
                           ProofResult::proved,
                           {},
                           {},
                           {},
                           {}};
    std::string untapped_;
};

}  // namespace

PropertyReport check_uses(const Dialog& d, Prover& prover, std::vector<std::string>& notes) {
    return UsesChecker(d, prover).run(notes);
}

}  // namespace anamnesis::proof
