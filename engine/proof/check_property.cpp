#include "proof/checks.hpp"

#include "proof/conversation.hpp"

namespace anamnesis::proof {
namespace {

bool is_bad(const Dialog& d, const Case& c, const Findings& findings) {
    return holds(c.bad, d, stand(d, findings), stand(d, changed(d, findings, c.change)));
}

std::string heading_of(const Property& property, const Case& c) {
    return property.id + (c.subject.empty() ? "" : " " + c.subject) + ", against: " + property.says + ".";
}

// The same conversation with the worse answer, which ends at a lower level.
std::string worse_chat(const Dialog& d, const Property& property, const Case& c, const Findings& better) {
    const Findings worse = changed(d, better, c.change);
    const Level level = d.outcomes[stand(d, better).verdict.outcome].level;
    const auto lines = conversation_to(d, worse, [&](const Findings& now) {
        const Stand at = stand(d, now);
        const Value said = now.said[c.change.finding];
        return said == c.change.said && at.decision.verdict && d.outcomes[at.verdict.outcome].level < level;
    });
    return lines ? as_transcript(d, heading_of(property, c) + " The worse answer.", *lines) : "";
}

Counterexample counterexample_of(const Dialog& d, const Property& property, const Case& c, const Findings& found) {
    Counterexample out{c.subject, found, false, {}, {}};
    auto lines = conversation_to(d, found, [&](const Findings& now) { return is_bad(d, c, now); });
    if (!lines) return out;
    out.reached = true;
    if (c.change.kind == Change::Kind::unsure) lines->emplace_back("tap: unsure");
    out.chat = as_transcript(d, heading_of(property, c), *lines);
    if (c.change.kind == Change::Kind::says) out.worse_chat = worse_chat(d, property, c, found);
    return out;
}

class PropertyChecker {
public:
    PropertyChecker(const Dialog& dialog, const Property& property, Prover& prover, const ProofLimits& limits)
        : d_(dialog), property_(property), prover_(prover), limits_(limits) {
        report_.id = property.id;
        report_.says = property.says;
    }

    PropertyReport run(std::size_t& next_change) {
        Lits bad;
        for (const Case& c : property_.cases) {
            const bool changes = c.change.kind != Change::Kind::nothing;
            bad.push_back(prover_.bad(c, changes ? std::optional(next_change) : std::nullopt));
            next_change += changes;
        }
        report_.result = ProofResult::proved;
        const Lit some_bad = prover_.any(bad);
        if (limits_.with_queries) report_.query = prover_.dimacs(some_bad);
        if (prover_.ask(some_bad) == Satisfiable::no) {
            report_.rests_on = prover_.rests_on(some_bad);
            return std::move(report_);
        }
        for (std::size_t i = 0; i < bad.size(); ++i) check(property_.cases[i], bad[i]);
        return std::move(report_);
    }

private:
    void check(const Case& c, Lit bad) {
        const Satisfiable answer = prover_.ask(bad);
        if (answer == Satisfiable::no) return;
        if (answer == Satisfiable::undecided) return leave_open(c, "the budget was used up");
        Findings found = prover_.found();
        if (limits_.counterexamples_max > 0) found = prover_.shortest(bad).value_or(found);
        if (!is_bad(d_, c, found)) return leave_open(c, "the engine does not confirm the map that was found");
        report_.result = ProofResult::violated;
        report_.found.push_back(c.subject);
        if (static_cast<int>(report_.counterexamples.size()) < limits_.counterexamples_max)
            report_.counterexamples.push_back(counterexample_of(d_, property_, c, found));
    }

    void leave_open(const Case& c, const std::string& why) {
        if (report_.result == ProofResult::proved) report_.result = ProofResult::not_proved;
        report_.found.push_back((c.subject.empty() ? "" : c.subject + ": ") + why);
    }

    const Dialog& d_;
    const Property& property_;
    Prover& prover_;
    const ProofLimits& limits_;
    PropertyReport report_;
};

}  // namespace

PropertyReport check_property(const Dialog& dialog, const Property& property, Prover& prover, std::size_t& next_change,
                              const ProofLimits& limits) {
    return PropertyChecker(dialog, property, prover, limits).run(next_change);
}

}  // namespace anamnesis::proof
