#include "proof/checks.hpp"
#include "proof/conversation.hpp"

namespace anamnesis::proof {
namespace {

Claim gives_outcome(std::size_t outcome) { return all({gives(), about(Claim::Kind::outcome, outcome)}); }

}  // namespace

PropertyReport check_low_outcomes(const Dialog& d, Prover& prover) {
    PropertyReport out{"low", "each outcome below soon is given to somebody", ProofResult::proved, {}, {}, {}, {}};
    for (std::size_t o = 0; o < d.outcomes.size(); ++o) {
        if (d.outcomes[o].level >= Level::soon) continue;
        const Claim good = gives_outcome(o);
        const auto shows = [&](const Findings& now) { return holds(good, d, stand(d, now), stand(d, now)); };
        const Lit given = prover.literal(good);
        const Satisfiable answer = prover.ask(given);
        const auto map = answer == Satisfiable::yes ? prover.shortest(given) : std::nullopt;
        if (map && (d.languages.empty() || conversation_to(d, *map, shows))) continue;
        const bool decided = answer == Satisfiable::no || map;
        if (decided || out.result == ProofResult::proved)
            out.result = decided ? ProofResult::violated : ProofResult::not_proved;
        out.found.push_back("outcome " + d.outcomes[o].id +
                            (decided ? ": no conversation leads there" : ": the budget was used up"));
    }
    return out;
}

void waive(const Dialog& d, std::vector<PropertyReport>& properties) {
    for (PropertyReport& p : properties) {
        std::vector<std::string> left;
        std::string reasons;
        for (const std::string& found : p.found) {
            const Waiver* waiver = nullptr;
            for (const Waiver& w : d.waivers)
                if (w.property == p.id && found.find(w.of) != std::string::npos) waiver = &w;
            if (waiver)
                reasons += (reasons.empty() ? "" : "; ") + waiver->why;
            else
                left.push_back(found);
        }
        if (left.empty()) p.waived = reasons;
    }
}

}  // namespace anamnesis::proof
