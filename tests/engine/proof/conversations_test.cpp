// Who checks the checker, where there are too many maps to enumerate: random conversations never come to what was
// proved away.

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>
#include <set>

#include <anamnesis/proof.hpp>

#include "dialog/change.hpp"
#include "engine/proof/random_dialog.hpp"
#include "proof/property.hpp"

using namespace anamnesis;
using namespace anamnesis::tests;

namespace {

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t n) { return random() % n; }

// The value of each item: a tap in a list, a button, a fact in passing.
Value any_value(const Finding& f, Random& random) {
    const auto all = sayings(f);
    return all[below(random, all.size())].first;
}

std::vector<std::string> any_choices(const Dialog& d, const Ask& ask, const std::vector<FindingIndex>& items,
                                     Random& random) {
    const Finding& first = d.findings[items.front()];
    if (below(random, 8) == 0) return {"unsure"};
    if (!ask.probe && first.type == FindingType::choice) return {first.options[below(random, first.options.size())].id};
    if (ask.probe || items.size() == 1) return {below(random, 4) == 0 ? "yes" : "no"};
    return {d.findings[items[below(random, items.size())]].id};
}

// What was told not to be: by property and subject, and things that are dead.
class Witness {
public:
    Witness(const Dialog& dialog, const DialogReport& report) : d_(dialog) {
        for (const auto& property : proof::properties_of(d_))
            for (const auto& c : property.cases)
                if (c.change.kind == proof::Change::Kind::nothing) add(property.id, c.subject, c.bad, report);
        for (const auto& use : proof::uses_of(d_))
            if (is_found(report, "dead", use.kind + " " + use.id + " is dead")) never_.push_back({use.id, use.good});
    }

    void see(const Findings& map) {
        const auto now = proof::stand(d_, map);
        for (const auto& [what, claim] : never_) {
            INFO(what);
            CHECK_FALSE(holds(claim, d_, now, now));
        }
        seen_ +=
            std::count_if(possible_.begin(), possible_.end(), [&](const auto& c) { return holds(c, d_, now, now); });
    }

    std::ptrdiff_t seen_ = 0;  // how often what can be was

private:
    static bool is_found(const DialogReport& report, const std::string& id, const std::string& what) {
        for (const auto& p : report.properties)
            if (p.id == id) return std::find(p.found.begin(), p.found.end(), what) != p.found.end();
        return false;
    }

    void add(const std::string& id, const std::string& subject, const proof::Claim& bad, const DialogReport& report) {
        if (is_found(report, id, subject))
            possible_.push_back(bad);
        else
            never_.push_back({id + " " + subject, bad});
    }

    const Dialog& d_;
    std::vector<std::pair<std::string, proof::Claim>> never_;
    std::vector<proof::Claim> possible_;
};

void converse(const Dialog& d, Witness& witness, Random& random) {
    Findings map = no_findings(d);
    for (int turn = 0; turn < 60; ++turn) {
        const Decision at = decide(d, map);
        if (!at.ask && below(random, 2) == 0) return;
        const auto items = at.ask ? shown_items(d, effective(d, map), *at.ask) : std::vector<FindingIndex>{};
        const auto f = static_cast<FindingIndex>(below(random, d.findings.size()));
        if (items.empty() || below(random, 6) == 0)
            map = d.findings[f].type == FindingType::score ? map
                                                           : with_value(d, map, f, any_value(d.findings[f], random));
        else
            map = with_answer(d, map, *at.ask, items, {"", any_choices(d, *at.ask, items, random), {}, false, false});
        witness.see(map);
    }
}

std::ptrdiff_t converse(unsigned seed, int conversations) {
    const Dialog d = random_dialog(seed, 40);
    INFO("seed " << seed);
    ProofLimits limits;
    limits.counterexamples_max = 0;
    Witness witness(d, check_dialog(d, limits));
    Random random(seed);
    for (int i = 0; i < conversations; ++i) converse(d, witness, random);
    return witness.seen_;
}

}  // namespace

TEST_CASE("Random conversations never come to what was proved away", "[proof]") {
    std::ptrdiff_t seen = 0;
    for (unsigned seed = 1; seed <= 20; ++seed) seen += converse(seed, 50);
    CHECK(seen > 0);  // what was said to be possible does happen
}

TEST_CASE("A million random conversations never come to what was proved away (long)", "[.][proof_long]") {
    for (unsigned seed = 1; seed <= 1000; ++seed) converse(seed, 1000);
}
