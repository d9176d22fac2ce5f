// Words that were given as they are.

#include <catch2/catch.hpp>

#include "text/literal.hpp"

using namespace anamnesis;

namespace {

std::size_t count(const std::string& message, const std::string& words) {
    return find_literal(Utterance(message), words).size();
}

}  // namespace

TEST_CASE("Every place where the words stand, whatever their case and spaces") {
    CHECK(count("Chest  PAIN, then chest pain", "chest pain") == 2);
    CHECK(count("right ventricular pressure/volume", "Pressure/Volume") == 1);
    const Utterance u("no chest pain");
    const auto hits = find_literal(u, "chest pain");
    REQUIRE(hits.size() == 1);
    CHECK(u.text(hits[0].at) == "chest pain");
}

TEST_CASE("Whole words only, and never nothing") {
    CHECK(count("chest pains", "chest pain") == 0);
    CHECK(count("anything", "") == 0);
    CHECK(count("anything", "  ") == 0);
}
