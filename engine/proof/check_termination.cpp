// Each answer makes one more finding known; but a flag that is said makes its lifting facts forgotten, and so may a
// list of which one is chosen. Where no finding can make itself forgotten by way of others, this ends: an answer then
// opens only what stands below it.

#include "proof/checks.hpp"

namespace anamnesis::proof {
namespace {

using Reach = std::vector<std::set<FindingIndex>>;

void add_atoms(const Dialog& d, const Expr& lifting, std::set<FindingIndex>& out) {
    for_each_atom(lifting, [&](const Expr& atom) {
        if (d.findings[atom.finding].lifts) out.insert(atom.finding);
    });
}

// As forget_lifting() of dialog/change.cpp.
std::set<FindingIndex> forgotten_by(const Dialog& d, FindingIndex f) {
    std::set<FindingIndex> out;
    if (d.findings[f].lifted_by) add_atoms(d, *d.findings[f].lifted_by, out);
    for (const Rule& rule : d.rules) {
        bool names = false;
        for_each_atom(rule.condition, [&](const Expr& atom) { names = names || atom.finding == f; });
        if (names && rule.unless) add_atoms(d, *rule.unless, out);
    }
    out.erase(f);
    return out;
}

void add_descendants(const Dialog& d, FindingIndex f, std::set<FindingIndex>& out) {
    for (FindingIndex child = 0; child < d.findings.size(); ++child)
        for (FindingIndex parent : d.findings[child].parents)
            if (parent == f && out.insert(child).second) add_descendants(d, child, out);
}

// A list of which one is chosen is always answered whole, so its items stand and fall together.
void add_lists(const Dialog& d, Reach& next) {
    for (const Question& q : d.questions) {
        if (q.style != Style::one_of || q.asks.size() < 2) continue;
        std::set<FindingIndex> below;
        for (FindingIndex f : q.asks) {
            const auto lifting = forgotten_by(d, f);
            below.insert(lifting.begin(), lifting.end());
            add_descendants(d, f, below);
        }
        for (FindingIndex f : q.asks) next[f].insert(below.begin(), below.end());
    }
}

bool comes_back(const Reach& next, FindingIndex from) {
    std::set<FindingIndex> seen;
    std::vector<FindingIndex> todo(next[from].begin(), next[from].end());
    while (!todo.empty()) {
        const FindingIndex f = todo.back();
        todo.pop_back();
        if (f == from) return true;
        if (seen.insert(f).second) todo.insert(todo.end(), next[f].begin(), next[f].end());
    }
    return false;
}

}  // namespace

void check_termination(const Dialog& d, PropertyReport& never_stuck) {
    Reach next(d.findings.size());
    for (FindingIndex f = 0; f < d.findings.size(); ++f)
        if (d.findings[f].flag) next[f] = forgotten_by(d, f);
    add_lists(d, next);
    for (FindingIndex f = 0; f < d.findings.size(); ++f) {
        if (!comes_back(next, f)) continue;
        if (never_stuck.result == ProofResult::proved) never_stuck.result = ProofResult::not_proved;
        never_stuck.found.push_back("answers about " + d.findings[f].id + " may take each other back for ever");
    }
}

}  // namespace anamnesis::proof
