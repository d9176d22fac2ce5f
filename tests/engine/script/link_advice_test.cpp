// Causes, tips, topics, voices and guarantees as they are linked.

#include <catch2/catch.hpp>

#include "engine/tiny_dialog.hpp"

using namespace anamnesis;
using Ids = std::vector<std::string>;

TEST_CASE("Causes have their clauses, `fits` before `more`") {
    const Cause& overuse = tests::knee_dialog().causes[0];
    CHECK(overuse.id == "overuse");
    CHECK(overuse.strength == "often");
    REQUIRE(overuse.clauses.size() == 2);
    CHECK(overuse.clauses[0].fits);
    CHECK(overuse.clauses[0].points == 2);
    CHECK(overuse.clauses[0].sub == "runner");
    CHECK(overuse.clauses[0].cites == Ids{"S1"});
    CHECK_FALSE(overuse.clauses[1].fits);
}

TEST_CASE("Tips lead to the causes that they are for") {
    const Dialog& d = tests::knee_dialog();
    CHECK(d.advice[0].causes == std::vector<std::size_t>{0});
    CHECK(d.advice[0].unless.has_value());
    CHECK(d.advice[1].causes == std::vector<std::size_t>{1});
    CHECK(d.advice[2].causes.empty());
    CHECK(d.advice[2].condition.kind == Expr::Kind::always);
}

TEST_CASE("Topics have their texts in order; voices and guarantees are there") {
    const Dialog& d = tests::knee_dialog();
    REQUIRE(d.topics[0].texts.size() == 2);
    CHECK(d.topics[0].texts[0].id == "denied");
    CHECK(d.topics[0].texts[1].condition.kind == Expr::Kind::always);
    CHECK(d.voices[0].name == "other");
    const Guarantee& g = d.guarantees[0];
    CHECK(g.hazard == "HAZ-01");
    CHECK(g.unless.has_value());
    CHECK(g.at_least == Level::emergency);
    CHECK(g.at_least_at_end == Level::urgent);
    CHECK(d.outcomes[g.never_outcomes.at(0)].id == "self_care");
}
