#include "proof/gates.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace anamnesis::proof {

Gates::Gates(Solver& solver) : solver_(solver) { solver_.add({solver_.fresh()}); }

Lit Gates::all(Lits lits) {
    std::sort(lits.begin(), lits.end());
    lits.erase(std::unique(lits.begin(), lits.end()), lits.end());
    lits.erase(std::remove(lits.begin(), lits.end(), kTrue), lits.end());
    for (Lit lit : lits)
        if (lit == -kTrue || (lit > 0 && std::binary_search(lits.begin(), lits.end(), -lit))) return -kTrue;
    if (lits.empty()) return kTrue;
    if (lits.size() == 1) return lits[0];
    const auto [entry, is_new] = known_.try_emplace(lits, 0);
    if (!is_new) return entry->second;
    const Lit gate = entry->second = fresh();
    Lits back{gate};
    for (Lit lit : lits) {
        solver_.add({-gate, lit});
        back.push_back(-lit);
    }
    solver_.add(back);
    return gate;
}

Lit Gates::any(Lits lits) {
    for (Lit& lit : lits) lit = -lit;
    return -all(std::move(lits));
}

Lit Gates::choose(Lit condition, Lit then, Lit otherwise) {
    return any({all({condition, then}), all({-condition, otherwise})});
}

Lits Gates::count(const Lits& lits, int most) {
    Lits so_far;
    for (Lit lit : lits) {
        Lits next;
        const std::size_t size = std::min(so_far.size() + 1, static_cast<std::size_t>(most));
        for (std::size_t k = 0; k < size; ++k) {
            const Lit before = k < so_far.size() ? so_far[k] : constant(false);
            next.push_back(any({before, all({lit, k == 0 ? constant(true) : so_far[k - 1]})}));
        }
        so_far = std::move(next);
    }
    return so_far;
}

Lit Gates::at_least(int count_wanted, const Lits& lits) {
    if (count_wanted <= 0) return constant(true);
    if (static_cast<std::size_t>(count_wanted) > lits.size()) return constant(false);
    return count(lits, count_wanted).back();
}

void Gates::at_most_one(const Lits& lits) {
    Lit earlier = constant(false);
    for (Lit lit : lits) {
        require({-earlier, -lit});
        earlier = any({earlier, lit});
    }
}

void Gates::exactly_one(const Lits& lits) {
    require(lits);
    at_most_one(lits);
}

}  // namespace anamnesis::proof
