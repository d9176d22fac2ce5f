#pragma once
// What can be said of a map and of where the conversation stands there, as a value. One claim is read twice: as
// literals for the proof, and by the engine itself on one fixed map; so a counterexample is the engine's own word.

#include <anamnesis/findings.hpp>

#include "proof/position.hpp"

namespace anamnesis::proof {

struct Claim {
    enum class Kind {
        all_of,      // every part
        any_of,      // some part
        none_of,     // no part
        condition,   // an expression of the language
        gives,       // an outcome is given
        pending,     // one check before the outcome
        level,       // it comes to this level or a higher one, whatever the stage
        outcome,     // it comes to this outcome
        by_rule,     // this rule is what it comes to
        by_default,  // no rule holds
        rule_holds,  // this rule holds
        asks,        // this question is put next
        probes,      // this finding's check is put next
    };
    Kind kind = Kind::all_of;
    std::size_t index = 0;  // outcome, rule, question, finding; a Level
    Expr expr;
    std::vector<Claim> parts;
    bool after = false;  // said of the map after the change
};

Claim all(std::vector<Claim> parts);
Claim any(std::vector<Claim> parts);
Claim none(std::vector<Claim> parts);
Claim gives();
Claim pending();
Claim that(Expr expr);
Claim is(FindingIndex finding, ValueSet values);
Claim at_least(Level level);
Claim about(Claim::Kind kind, std::size_t index);

// The same of the map after the change.
Claim after(Claim claim);

// The engine's word on one map.
struct Stand {
    Effective effective;
    Decision decision;
    Verdict verdict;
};

Stand stand(const Dialog& dialog, const Findings& findings);

bool holds(const Claim& claim, const Dialog& dialog, const Stand& now, const Stand& later);

// The same as a literal. `later` may be `now` where the claim says nothing of a change.
Lit literal(const Claim& claim, const Position& now, const Position& later, Gates& gates);

}  // namespace anamnesis::proof
