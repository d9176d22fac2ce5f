// Each emergency rule of the shipped dialogs has a guarantee as strong as itself: no other property, and no replay, is
// needed to tell that it was dropped, put off or narrowed.

#include <catch2/catch.hpp>

#include <anamnesis/proof.hpp>

#include "engine/proof/mutants.hpp"
#include "engine/tiny_dialog.hpp"
#include "proof/checks.hpp"

using namespace anamnesis;
using namespace anamnesis::tests;

namespace {

bool breaks_a_guarantee(const Dialog& d) {
    proof::Prover prover(d, {}, 200'000);
    proof::Lits bad;
    for (const auto& property : proof::properties_of(d))
        for (const auto& c : property.cases)
            if (property.id == "G7") bad.push_back(prover.bad(c, std::nullopt));
    return prover.ask(prover.any(bad)) == proof::Satisfiable::yes;
}

bool weakens(const Dialog& d, const Mutation& m) {
    const bool of_rule = m.index < d.rules.size() && d.rules[m.index].id == m.place;
    return of_rule && d.outcomes[d.rules[m.index].outcome].level == Level::emergency &&
           (m.kind == "rule dropped" || m.kind == "rule delayed" || m.kind == "condition added" ||
            m.kind == "maybe made plain" || m.kind == "level lowered");
}

}  // namespace

TEST_CASE("No emergency rule of a shipped dialog can be dropped, put off or narrowed", "[proof]") {
    for (const char* id : {"gad-7", "lip-twitching"}) {
        const Compiled compiled = compile(source_of(source_path(std::string("dialogs/") + id)));
        INFO(in_words(compiled.diagnostics));
        REQUIRE(compiled.dialog);
        CHECK_FALSE(breaks_a_guarantee(*compiled.dialog));
        int planted = 0;
        for (const Mutation& m : mutations_of(*compiled.dialog)) {
            if (!weakens(*compiled.dialog, m)) continue;
            INFO(id << ": " << m.kind << ", " << m.place << " " << m.atom);
            CHECK(breaks_a_guarantee(make(*compiled.dialog, m).dialog));
            ++planted;
        }
        CHECK(planted >= 8);
    }
}
