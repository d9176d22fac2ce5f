#pragma once
// Formulas as clauses (Tseitin): each gate is a literal that is true exactly where its formula is. A formula
// that was built before is the same literal again, so that what two maps share is there once.

#include <map>

#include "proof/solver.hpp"

namespace anamnesis::proof {

class Gates {
public:
    explicit Gates(Solver& solver);

    Lit constant(bool value) const { return value ? kTrue : -kTrue; }
    Lit fresh() { return solver_.fresh(); }

    Lit all(Lits lits);
    Lit any(Lits lits);
    Lit at_least(int count, const Lits& lits);  // size: count times the literals
    Lit choose(Lit condition, Lit then, Lit otherwise);

    // As literals that are true for "at least 1", "at least 2", ... up to `most`.
    Lits count(const Lits& lits, int most);

    void require(const Lits& clause) { solver_.add(clause); }
    void exactly_one(const Lits& lits);
    void at_most_one(const Lits& lits);

private:
    static constexpr Lit kTrue = 1;

    Solver& solver_;
    std::map<Lits, Lit> known_;
};

}  // namespace anamnesis::proof
