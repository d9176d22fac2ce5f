#include "proof/checks.hpp"

namespace anamnesis::proof {

PropertyReport check_uses(const Dialog& d, Prover& prover) {
    PropertyReport out{"dead",
                       "every state, question, rule, outcome, cause, tip and topic is of use on some map",
                       ProofResult::proved,
                       {},
                       {},
                       {},
                       {}};
    for (const Use& use : uses_of(d)) {
        const Satisfiable answer = prover.ask(prover.literal(use.good));
        const std::string what = use.kind + " " + use.id;
        if (answer == Satisfiable::no) {
            out.result = ProofResult::violated;
            out.found.push_back(what + " is dead");
        } else if (answer == Satisfiable::undecided ||
                   !holds(use.good, d, stand(d, prover.found()), stand(d, prover.found()))) {
            if (out.result == ProofResult::proved) out.result = ProofResult::not_proved;
            out.found.push_back(what + ": the budget was used up");
        }
    }
    return out;
}

}  // namespace anamnesis::proof
