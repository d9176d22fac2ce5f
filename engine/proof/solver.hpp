#pragma once
// A set of clauses and whether it can be satisfied: the one user of CaDiCaL. A query is bounded by a number
// of conflicts, not by a clock, so that it answers the same on every machine.

#include <memory>
#include <string>
#include <vector>

namespace CaDiCaL {
class Solver;
}

namespace anamnesis::proof {

// As in DIMACS: a variable from 1, or its negation.
using Lit = int;
using Lits = std::vector<Lit>;

enum class Satisfiable { yes, no, undecided };

class Solver {
public:
    Solver();
    ~Solver();
    Solver(const Solver&) = delete;
    Solver& operator=(const Solver&) = delete;

    Lit fresh();
    void add(const Lits& clause);

    // The value that a model rather has where both would do.
    void prefer(Lit lit);

    Satisfiable solve(const Lits& assumptions, int conflicts_max);

    bool is_true(Lit lit) const;    // after yes
    bool is_needed(Lit lit) const;  // after no: the proof rests on this assumption

    // The clauses so far with these literals as further ones, in DIMACS: for another solver's opinion.
    std::string dimacs(const Lits& assumptions) const;

    int queries() const { return queries_; }
    int clauses() const { return clauses_; }
    int variables() const { return variables_; }

private:
    std::unique_ptr<CaDiCaL::Solver> cadical_;
    Lits added_;  // as CaDiCaL was given them: each clause ends with 0
    int variables_ = 0;
    int clauses_ = 0;
    int queries_ = 0;
};

}  // namespace anamnesis::proof
