#pragma once
/// What is known, and what follows from it. decide() sees nothing else: no clock, order, text,
/// language or attempt can alter advice. Source: the dialog language, sections 2 to 4.

#include <optional>
#include <vector>

#include <anamnesis/dialog.hpp>

namespace anamnesis {

/// What was said, by finding. Plain value; equal maps decide equally.
struct Findings {
    std::vector<Value> said;     ///< as answered; kNotAsked where nothing was said
    std::vector<Value> checked;  ///< answers to the findings' own checks (probes)

    bool operator==(const Findings&) const = default;
};

/// Nothing said yet; both lists as long as Dialog::findings, as all functions here expect them.
Findings no_findings(const Dialog& dialog);

/// What the rules see: checks applied, denied parents passed down, scores summed.
struct Effective {
    std::vector<Value> values;  ///< by finding
    std::vector<int> points;    ///< of scores: the sum so far, a lower bound
};

/// Cost: one pass over the findings.
Effective effective(const Dialog& dialog, const Findings& findings);

/// Total: true or false on every map. Cost: the size of the expression.
bool holds(const Expr& expr, const Effective& effective);

/// A rule holds where its condition does and what takes it back is not known.
bool holds(const Rule& rule, const Effective& effective);

/// A question that is open: one of Dialog::questions, or the check ("probe") of a finding.
struct Ask {
    bool probe = false;
    std::size_t index = 0;  ///< question index, or finding index for a probe

    bool operator==(const Ask&) const = default;
};

/// What it comes to: a rule of the dialog, or the default where no rule holds.
struct Verdict {
    std::optional<std::size_t> rule;
    std::size_t outcome = 0;

    bool operator==(const Verdict&) const = default;
};

/// Where a conversation stands.
/// `ask` alone: the next question. `verdict` alone: the end. Both: if `pending`, one check before the
/// outcome; else the outcome is given and the check stays open below it.
struct Decision {
    std::optional<Ask> ask;
    std::optional<Verdict> verdict;
    bool pending = false;

    bool operator==(const Decision&) const = default;
};

/// Pure and total. Cost: one pass over rules and questions.
Decision decide(const Dialog& dialog, const Findings& findings);

/// The most urgent rule that holds, whatever its stage; the default if none.
Verdict verdict(const Dialog& dialog, const Effective& effective);

/// The items of an open question that its list still shows: unasked ones, all of them for one_of.
std::vector<FindingIndex> shown_items(const Dialog& dialog, const Effective& effective, const Ask& ask);

/// A cause of the article that fits, strongest first.
struct FittingCause {
    std::size_t cause = 0;           ///< index
    std::string sub;                 ///< of the strongest clause; may be empty
    std::vector<std::string> cites;  ///< of the clauses that hold
};

/// Sorted by points, then as in the script.
std::vector<FittingCause> fitting_causes(const Dialog& dialog, const Effective& effective);

/// Indices of outcomes marked `keep` whose rule's condition holds: their words stay on every later page.
std::vector<std::size_t> kept_outcomes(const Dialog& dialog, const Effective& effective);

}  // namespace anamnesis
