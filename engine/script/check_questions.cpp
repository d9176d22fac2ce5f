#include <algorithm>
#include <set>

#include "script/checks.hpp"

namespace anamnesis {
namespace {

using FindingSet = std::set<FindingIndex>;

// Findings that may be known at any time: asked by a check, or set without a question.
FindingSet free_findings(const Dialog& d) {
    FindingSet out;
    std::set<QuestionIndex> in_states;
    for (const State& s : d.states) in_states.insert(s.questions.begin(), s.questions.end());
    for (std::size_t q = 0; q < d.questions.size(); ++q)
        if (!in_states.count(q)) out.insert(d.questions[q].asks.begin(), d.questions[q].asks.end());
    for (std::size_t f = 0; f < d.findings.size(); ++f)
        if (!d.findings[f].set_by.empty()) out.insert(static_cast<FindingIndex>(f));
    return out;
}

// The findings that a condition looks at; a score stands for its items.
FindingSet looked_at(const Dialog& d, const Expr& when) {
    FindingSet out;
    for_each_atom(when, [&](const Expr& atom) {
        const Finding& f = d.findings[atom.finding];
        if (f.type == FindingType::score)
            out.insert(f.items.begin(), f.items.end());
        else
            out.insert(atom.finding);
    });
    return out;
}

FindingSet ancestors(const Dialog& d, FindingIndex f) {
    FindingSet out;
    std::vector<FindingIndex> todo = d.findings[f].parents;
    while (!todo.empty()) {
        const FindingIndex next = todo.back();
        todo.pop_back();
        if (out.insert(next).second)
            todo.insert(todo.end(), d.findings[next].parents.begin(), d.findings[next].parents.end());
    }
    return out;
}

class QuestionChecker {
public:
    QuestionChecker(const Linked& linked, Diagnostics& diagnostics)
        : d_(linked.dialog), linked_(linked), diagnostics_(diagnostics), seen_(free_findings(d_)) {}

    void run() {
        for (std::size_t s = 0; s < d_.states.size(); ++s) {
            looks_back(d_.states[s].when, "state " + d_.states[s].id, linked_.states[s]);
            for (QuestionIndex q : d_.states[s].questions) check(d_.states[s], q);
        }
        for (std::size_t f = 0; f < d_.findings.size(); ++f)
            if (d_.findings[f].type != FindingType::score && !seen_.count(static_cast<FindingIndex>(f)))
                report(diagnostics_, code::kNeverAsked, linked_.findings[f],
                       "the finding " + d_.findings[f].id + " is never asked",
                       "ask it in a state or a check, or remove it");
    }

private:
    void check(const State& state, QuestionIndex index) {
        const Question& q = d_.questions[index];
        looks_back(q.when, "question " + q.id, linked_.questions[index]);
        FindingSet gate;
        for (const Expr* when : {&state.when, &q.when})
            for_each_atom(*when, [&](const Expr& atom) { gate.insert(atom.finding); });
        for (FindingIndex f : q.asks)
            if (!gate.empty()) has_right_parent(f, gate, index);
        seen_.insert(q.asks.begin(), q.asks.end());
    }

    void looks_back(const Expr& when, const std::string& who, const json::Where& where) {
        for (FindingIndex f : looked_at(d_, when))
            if (!seen_.count(f) && is_asked(f))
                report(diagnostics_, code::kLooksAhead, where,
                       who + ": its when looks at " + d_.findings[f].id + ", which is asked later",
                       "ask " + d_.findings[f].id + " before it");
    }

    // One that is asked nowhere is told as such.
    bool is_asked(FindingIndex f) const {
        return std::any_of(d_.questions.begin(), d_.questions.end(), [&](const Question& q) {
            return std::find(q.asks.begin(), q.asks.end(), f) != q.asks.end();
        });
    }

    // A child of another parent would be denied by it, silently, while its own question waits.
    void has_right_parent(FindingIndex f, const FindingSet& gate, QuestionIndex index) {
        if (d_.findings[f].parents.empty()) return;
        for (FindingIndex parent : ancestors(d_, f))
            if (gate.count(parent)) return;
        report(
            diagnostics_, code::kWrongParent, linked_.questions[index],
            "question " + d_.questions[index].id + ": " + d_.findings[f].id + " depends on nothing that its when names",
            "correct depends_on or when");
    }

    const Dialog& d_;
    const Linked& linked_;
    Diagnostics& diagnostics_;
    FindingSet seen_;
};

}  // namespace

void check_questions(const Linked& linked, Diagnostics& diagnostics) { QuestionChecker(linked, diagnostics).run(); }

}  // namespace anamnesis
