// How many small mistakes in the shipped dialogs are told by their properties or by their replays.

#include <catch2/catch.hpp>

#include <algorithm>
#include <iostream>
#include <random>

#include <anamnesis/diff.hpp>
#include <anamnesis/proof.hpp>

#include "engine/proof/mutants.hpp"
#include "engine/proof/replays.hpp"
#include "engine/tiny_dialog.hpp"
#include "proof/checks.hpp"

using namespace anamnesis;
using namespace anamnesis::tests;

namespace {

enum class Change { lowers, raises, none };  // of the level of some map

Change change_of(const Dialog& before, const Dialog& now) {
    const DialogDiff diff = diff_dialogs(before, now, {200'000, 1, false});
    if (is_lowered(diff)) return Change::lowers;
    return diff.changes.empty() && diff.complete ? Change::none : Change::raises;
}

enum class About { one_map, a_change };  // G3, G8 and G9 are about changes, and take seconds to prove

// One question about all maps, confirmed by the engine: whether G1 to G9 and the guarantees hold.
bool breaks_a_property(const Dialog& d, About about) {
    std::vector<proof::Case> cases;
    for (const auto& p : proof::properties_of(d))
        for (const auto& c : p.cases)
            if ((c.change.kind == proof::Change::Kind::nothing) == (about == About::one_map)) cases.push_back(c);
    std::vector<proof::Change> changes;
    for (const auto& c : cases)
        if (about == About::a_change) changes.push_back(c.change);
    proof::Prover prover(d, changes, 200'000);
    proof::Lits bad;
    for (std::size_t i = 0; i < cases.size(); ++i)
        bad.push_back(prover.bad(cases[i], about == About::a_change ? std::optional(i) : std::nullopt));
    if (prover.ask(prover.any(bad)) != proof::Satisfiable::yes) return false;
    const Findings found = prover.found();
    const auto now = proof::stand(d, found);
    return std::any_of(cases.begin(), cases.end(), [&](const proof::Case& c) {
        return holds(c.bad, d, now, proof::stand(d, proof::changed(d, found, c.change)));
    });
}

struct Told {
    int by_check = 0, by_replays = 0, by_nothing = 0;
    int all() const { return by_check + by_replays + by_nothing; }
    double share() const { return all() == 0 ? 1 : 1.0 * (by_check + by_replays) / all(); }
};

using Tally = std::map<Change, Told>;

void try_out(const Dialog& dialog, const std::vector<Mutation>& mutations, const std::vector<Transcript>& replays,
             Tally& tally) {
    for (const Mutation& m : mutations) {
        const Mutant mutant = make(dialog, m);
        const Change change = change_of(dialog, mutant.dialog);
        Told& told = tally[change];
        const bool equivalent = change == Change::none;
        bool by_check = breaks_a_property(mutant.dialog, About::one_map);
        const bool by_replays = !by_check && !equivalent && breaks_a_replay(mutant.dialog, replays);
        by_check = by_check || (!by_replays && !equivalent && breaks_a_property(mutant.dialog, About::a_change));
        ++(by_check ? told.by_check : by_replays ? told.by_replays : told.by_nothing);
        if (!by_check && !by_replays && change != Change::none)
            std::cout << dialog.id << ": " << m.kind << ", " << m.place << " (" << m.atom << ")"
                      << (change == Change::lowers ? ", lowers a level" : "") << std::endl;
    }
}

Dialog dialog_of(const std::string& id) {
    Compiled compiled = compile(source_of(source_path("dialogs/" + id)));
    INFO(in_words(compiled.diagnostics));
    REQUIRE(compiled.dialog);
    return std::move(*compiled.dialog);
}

void tell(const Tally& tally) {
    for (const auto& [change, told] : tally)
        std::cout << (change == Change::lowers   ? "lowers a level"
                      : change == Change::raises ? "raises one"
                                                 : "neither")
                  << ": " << told.all() << ", told by a property " << told.by_check << ", by a replay "
                  << told.by_replays << ", by nothing " << told.by_nothing << std::endl;
}

}  // namespace

TEST_CASE("Small mistakes in the shipped dialogs are told (long)", "[.][mutation]") {
    Tally tally;
    for (const char* id : {"gad-7", "lip-twitching"}) {
        const Dialog dialog = dialog_of(id);
        try_out(dialog, mutations_of(dialog), replays_of(id), tally);
    }
    tell(tally);
    CHECK(tally[Change::lowers].share() >= 0.99);
    CHECK(tally[Change::raises].share() >= 0.90);
}

TEST_CASE("Of some small mistakes, drawn with a seed, none that lowers a level is missed", "[proof]") {
    Tally tally;
    for (const char* id : {"gad-7", "lip-twitching"}) {
        const Dialog dialog = dialog_of(id);
        auto mutations = mutations_of(dialog);
        std::shuffle(mutations.begin(), mutations.end(), std::mt19937(1));
        mutations.resize(20);
        try_out(dialog, mutations, replays_of(id), tally);
    }
    tell(tally);
    CHECK(tally[Change::lowers].by_nothing == 0);
    CHECK(tally[Change::raises].share() >= 0.90);
}
