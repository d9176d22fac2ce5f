#include <anamnesis/proof.hpp>

#include <algorithm>

#include "proof/checks.hpp"

namespace anamnesis {
namespace proof {
namespace {

std::vector<Change> changes_in(const std::vector<Property>& properties) {
    std::vector<Change> out;
    for (const Property& p : properties)
        for (const Case& c : p.cases)
            if (c.change.kind != Change::Kind::nothing) out.push_back(c.change);
    return out;
}

// A score whose sums are too many to tell apart by clauses.
bool is_too_wide(const Dialog& d) {
    constexpr std::size_t kSumsMax = 2000;
    for (const Finding& score : d.findings) {
        std::set<long long> sums{0};
        for (FindingIndex i : score.items) {
            std::set<long long> next(sums);
            for (const Option& option : d.findings[i].options)
                for (long long sum : sums) next.insert(sum + option.points);
            sums = std::move(next);
            if (sums.size() > kSumsMax) return true;
        }
    }
    return false;
}

DialogReport nothing_proved(const Dialog& d) {
    DialogReport out;
    for (const Property& p : properties_of(d))
        out.properties.push_back(
            {p.id, p.says, ProofResult::not_proved, {}, {"a score has more than 2000 sums"}, {}, {}});
    return out;
}

}  // namespace
}  // namespace proof

std::string_view to_string(ProofResult result) {
    switch (result) {
        case ProofResult::proved: return "proved";
        case ProofResult::violated: return "violated";
        case ProofResult::not_proved: return "not proved";
    }
    return "";
}

DialogReport check_dialog(const Dialog& d, const ProofLimits& limits) {
    if (proof::is_too_wide(d)) return proof::nothing_proved(d);
    const auto properties = proof::properties_of(d);
    proof::Prover prover(d, proof::changes_in(properties), limits.conflicts_max);
    DialogReport out;
    std::size_t next_change = 0;
    for (const proof::Property& p : properties)
        out.properties.push_back(proof::check_property(d, p, prover, next_change, limits));
    proof::check_termination(d, out.properties[1]);
    proof::note_overlaps(d, prover, out.notes);  // before the ways of tapping join, which make each question harder
    proof::note_unguarded(d, prover, out.notes);
    out.properties.push_back(proof::check_uses(d, prover, out.notes));
    out.properties.push_back(proof::check_low_outcomes(d, prover));
    out.properties.push_back(proof::check_texts(d, out.notes));
    proof::waive(d, out.properties);
    proof::note_default(d, prover, out.notes);
    proof::note_lengths(prover, out.notes);
    proof::note_shares(d, out.notes);
    proof::note_positions(d, out.properties, out.notes);
    out.queries = prover.solver().queries();
    out.variables = prover.solver().variables();
    out.clauses = prover.solver().clauses();
    return out;
}

bool is_proved(const DialogReport& report) {
    return std::all_of(report.properties.begin(), report.properties.end(),
                       [](const PropertyReport& p) { return p.result == ProofResult::proved || !p.waived.empty(); });
}

}  // namespace anamnesis
