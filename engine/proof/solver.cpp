#include "proof/solver.hpp"

#include <cadical.hpp>

namespace anamnesis::proof {

Solver::Solver() : cadical_(std::make_unique<CaDiCaL::Solver>()) { cadical_->set("quiet", 1); }

Solver::~Solver() = default;

Lit Solver::fresh() { return ++variables_; }

void Solver::add(const Lits& clause) {
    for (Lit lit : clause) cadical_->add(lit);
    cadical_->add(0);
    added_.insert(added_.end(), clause.begin(), clause.end());
    added_.push_back(0);
    ++clauses_;
}

void Solver::prefer(Lit lit) { cadical_->phase(lit); }

Satisfiable Solver::solve(const Lits& assumptions, int conflicts_max) {
    ++queries_;
    cadical_->limit("conflicts", conflicts_max);
    for (Lit lit : assumptions) cadical_->assume(lit);
    const int answer = cadical_->solve();
    return answer == 10 ? Satisfiable::yes : answer == 20 ? Satisfiable::no : Satisfiable::undecided;
}

bool Solver::is_true(Lit lit) const { return cadical_->val(lit) > 0; }

bool Solver::is_needed(Lit lit) const { return cadical_->failed(lit); }

std::string Solver::dimacs(const Lits& assumptions) const {
    std::string out = "p cnf " + std::to_string(variables_) + " " +
                      std::to_string(static_cast<std::size_t>(clauses_) + assumptions.size()) + "\n";
    for (Lit lit : added_) out += std::to_string(lit) + (lit == 0 ? "\n" : " ");
    for (Lit lit : assumptions) out += std::to_string(lit) + " 0\n";
    return out;
}

}  // namespace anamnesis::proof
