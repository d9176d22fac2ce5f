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
    const DialogDiff diff = diff_dialogs(before, now, {200'000, 1});
    if (is_lowered(diff)) return Change::lowers;
    return diff.changes.empty() && diff.complete ? Change::none : Change::raises;
}

// One question about all maps, confirmed by the engine: whether G1 to G9 and the guarantees hold.
bool breaks_a_property(const Dialog& d) {
    const auto properties = proof::properties_of(d);
    std::vector<proof::Change> changes;
    for (const auto& p : properties)
        for (const auto& c : p.cases)
            if (c.change.kind != proof::Change::Kind::nothing) changes.push_back(c.change);
    proof::Prover prover(d, changes, 200'000);
    proof::Lits bad;
    std::size_t next = 0;
    for (const auto& p : properties)
        for (const auto& c : p.cases) {
            const bool one_map = c.change.kind == proof::Change::Kind::nothing;
            bad.push_back(prover.bad(c, one_map ? std::nullopt : std::optional(next++)));
        }
    if (prover.ask(prover.any(bad)) == proof::Satisfiable::no) return false;
    const Findings found = prover.found();
    for (const auto& p : properties)
        for (const auto& c : p.cases)
            if (holds(c.bad, d, proof::stand(d, found), proof::stand(d, proof::changed(d, found, c.change))))
                return true;
    return false;
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
        const bool by_check = breaks_a_property(mutant.dialog);
        const bool by_replays = !by_check && change != Change::none && breaks_a_replay(mutant.dialog, replays);
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
