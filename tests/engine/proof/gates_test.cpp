#include <catch2/catch.hpp>

#include "proof/gates.hpp"

using namespace anamnesis::proof;

namespace {

constexpr int kEnough = 1000;  // conflicts

bool can_be(Solver& solver, const Lits& lits) { return solver.solve(lits, kEnough) == Satisfiable::yes; }

}  // namespace

TEST_CASE("A gate is true exactly where its formula is", "[proof]") {
    Solver solver;
    Gates gates(solver);
    const Lit a = gates.fresh(), b = gates.fresh();
    const Lit both = gates.all({a, b}), one = gates.any({a, b}), then = gates.choose(a, b, -b);
    CHECK_FALSE(can_be(solver, {both, -a}));
    CHECK_FALSE(can_be(solver, {-both, a, b}));
    CHECK(can_be(solver, {one, -a}));
    CHECK_FALSE(can_be(solver, {one, -a, -b}));
    CHECK_FALSE(can_be(solver, {then, -a, b}));
    CHECK(can_be(solver, {then, -a, -b}));
}

TEST_CASE("What is the same formula is the same literal; what needs no clause is a constant", "[proof]") {
    Solver solver;
    Gates gates(solver);
    const Lit a = gates.fresh(), b = gates.fresh();
    CHECK(gates.all({a, b}) == gates.all({b, a, b}));
    CHECK(gates.any({a, b}) == -gates.all({-a, -b}));
    CHECK(gates.all({a, -a}) == gates.constant(false));
    CHECK(gates.all({}) == gates.constant(true));
    CHECK(gates.any({a, gates.constant(false)}) == a);
}

TEST_CASE("Counting agrees with counting by hand, for each number of five", "[proof]") {
    Solver solver;
    Gates gates(solver);
    Lits lits;
    for (int i = 0; i < 5; ++i) lits.push_back(gates.fresh());
    for (int wanted = 0; wanted <= 6; ++wanted) {
        const Lit enough = gates.at_least(wanted, lits);
        for (unsigned map = 0; map < 32; ++map) {
            Lits fixed{enough};
            int count = 0;
            for (unsigned i = 0; i < 5; ++i) {
                const bool on = (map >> i & 1u) != 0;
                count += on;
                fixed.push_back(on ? lits[i] : -lits[i]);
            }
            CHECK(can_be(solver, fixed) == (count >= wanted));
        }
    }
}

TEST_CASE("Exactly one is neither none nor two", "[proof]") {
    Solver solver;
    Gates gates(solver);
    const Lit a = gates.fresh(), b = gates.fresh(), c = gates.fresh();
    gates.exactly_one({a, b, c});
    CHECK(can_be(solver, {-a, -b}));
    CHECK_FALSE(can_be(solver, {-a, -b, -c}));
    CHECK_FALSE(can_be(solver, {a, c}));
}
