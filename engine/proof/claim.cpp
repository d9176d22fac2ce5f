#include "proof/claim.hpp"

#include <algorithm>

namespace anamnesis::proof {
namespace {

Claim of_parts(Claim::Kind kind, std::vector<Claim> parts) {
    Claim out;
    out.kind = kind;
    out.parts = std::move(parts);
    return out;
}

bool asks(const Decision& decision, bool probe, std::size_t index) { return decision.ask == Ask{probe, index}; }

}  // namespace

Claim all(std::vector<Claim> parts) { return of_parts(Claim::Kind::all_of, std::move(parts)); }

Claim any(std::vector<Claim> parts) { return of_parts(Claim::Kind::any_of, std::move(parts)); }

Claim none(std::vector<Claim> parts) { return of_parts(Claim::Kind::none_of, std::move(parts)); }

Claim gives() { return of_parts(Claim::Kind::gives, {}); }

Claim pending() { return of_parts(Claim::Kind::pending, {}); }

Claim that(Expr expr) {
    Claim out;
    out.kind = Claim::Kind::condition;
    out.expr = std::move(expr);
    return out;
}

Claim is(FindingIndex finding, ValueSet values) {
    Expr atom;
    atom.kind = Expr::Kind::value_in;
    atom.finding = finding;
    atom.values = values;
    return that(std::move(atom));
}

Claim at_least(Level level) { return about(Claim::Kind::level, static_cast<std::size_t>(level)); }

Claim about(Claim::Kind kind, std::size_t index) {
    Claim out;
    out.kind = kind;
    out.index = index;
    return out;
}

Claim after(Claim claim) {
    claim.after = true;
    for (Claim& part : claim.parts) part = after(std::move(part));
    return claim;
}

Stand stand(const Dialog& d, const Findings& findings) {
    Stand out{effective(d, findings), decide(d, findings), {}};
    out.verdict = verdict(d, out.effective);
    return out;
}

bool holds(const Claim& claim, const Dialog& d, const Stand& now, const Stand& later) {
    const Stand& at = claim.after ? later : now;
    const auto part_holds = [&](const Claim& part) { return holds(part, d, now, later); };
    const std::vector<Claim>& parts = claim.parts;
    switch (claim.kind) {
        case Claim::Kind::all_of: return std::all_of(parts.begin(), parts.end(), part_holds);
        case Claim::Kind::any_of: return std::any_of(parts.begin(), parts.end(), part_holds);
        case Claim::Kind::none_of: return std::none_of(parts.begin(), parts.end(), part_holds);
        case Claim::Kind::condition: return anamnesis::holds(claim.expr, at.effective);
        case Claim::Kind::gives: return at.decision.verdict && !at.decision.pending;
        case Claim::Kind::pending: return at.decision.pending;
        case Claim::Kind::level: return d.outcomes[at.verdict.outcome].level >= static_cast<Level>(claim.index);
        case Claim::Kind::outcome: return at.verdict.outcome == claim.index;
        case Claim::Kind::by_rule: return at.verdict.rule == claim.index;
        case Claim::Kind::by_default: return !at.verdict.rule;
        case Claim::Kind::rule_holds: return anamnesis::holds(d.rules[claim.index], at.effective);
        case Claim::Kind::asks: return asks(at.decision, false, claim.index);
        case Claim::Kind::probes: return asks(at.decision, true, claim.index);
    }
    return false;
}

Lit literal(const Claim& claim, const Position& now, const Position& later, Gates& gates) {
    const Position& at = claim.after ? later : now;
    Lits parts;
    for (const Claim& part : claim.parts) parts.push_back(literal(part, now, later, gates));
    switch (claim.kind) {
        case Claim::Kind::all_of: return gates.all(std::move(parts));
        case Claim::Kind::any_of: return gates.any(std::move(parts));
        case Claim::Kind::none_of: return -gates.any(std::move(parts));
        case Claim::Kind::condition: return holds(claim.expr, at.effective, gates);
        case Claim::Kind::gives: return at.gives;
        case Claim::Kind::pending: return at.pending;
        case Claim::Kind::level: return at.levels[claim.index];
        case Claim::Kind::outcome: return at.outcomes[claim.index];
        case Claim::Kind::by_rule: return at.decides[claim.index];
        case Claim::Kind::by_default: return at.by_default;
        case Claim::Kind::rule_holds: return at.rules[claim.index];
        case Claim::Kind::asks: return at.asks[claim.index];
        case Claim::Kind::probes: return at.probes[claim.index];
    }
    return gates.constant(false);
}

}  // namespace anamnesis::proof
