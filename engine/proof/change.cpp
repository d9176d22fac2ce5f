#include "proof/change.hpp"

#include "dialog/change.hpp"

namespace anamnesis::proof {
namespace {

bool is_list_of_one(const Question& q) { return q.style == Style::one_of && q.asks.size() > 1; }

// What one change makes of one finding.
struct Effect {
    Lit pick;
    Lits said, checked;
};

class Changer {
public:
    Changer(const Dialog& dialog, const SymbolicMap& map, const SymbolicEffective& effective, Gates& gates)
        : d_(dialog), map_(map), effective_(effective), gates_(gates), effects_(dialog.findings.size()) {}

    ChangedMap run(const std::vector<Change>& changes) {
        ChangedMap out;
        for (const Change& change : changes) {
            out.picks.push_back(gates_.fresh());
            add(change, out.picks.back());
        }
        gates_.at_most_one(out.picks);
        for (std::size_t f = 0; f < d_.findings.size(); ++f) {
            out.map.said.push_back(mixed(f, map_.said[f], &Effect::said));
            out.map.checked.push_back(mixed(f, map_.checked[f], &Effect::checked));
        }
        return out;
    }

private:
    Lits fixed(Value v) const {
        Lits out(value::kOptionFirst + value::kOptionsMax, gates_.constant(false));
        out[v] = gates_.constant(true);
        return out;
    }

    void add(const Change& change, Lit pick) {
        if (change.kind == Change::Kind::says)
            effects_[change.finding].push_back({pick, fixed(change.said), fixed(change.checked)});
        if (change.kind == Change::Kind::unsure) add_unsure(d_.questions[change.question], pick);
    }

    void add_unsure(const Question& q, Lit pick) {
        for (FindingIndex f : q.asks) {
            const Lit shown = is_list_of_one(q) ? gates_.constant(true) : effective_.values[f][value::kNotAsked];
            effects_[f].push_back({gates_.all({pick, shown}), fixed(value::kUnsure), fixed(value::kNotAsked)});
        }
        if (!is_list_of_one(q)) return;
        const SymbolicMap anything = any_map(d_, gates_);
        for (FindingIndex f = 0; f < d_.findings.size(); ++f)
            if (d_.findings[f].lifts || !d_.findings[f].parents.empty())
                effects_[f].push_back({pick, anything.said[f], anything.checked[f]});
    }

    // The value of the change that was picked, else the one before.
    Lits mixed(std::size_t f, const Lits& before, Lits Effect::*part) {
        Lits picked, out;
        for (const Effect& e : effects_[f]) picked.push_back(e.pick);
        const Lit same = -gates_.any(picked);
        for (std::size_t v = 0; v < before.size(); ++v) {
            Lits ways{gates_.all({same, before[v]})};
            for (const Effect& e : effects_[f]) ways.push_back(gates_.all({e.pick, (e.*part)[v]}));
            out.push_back(gates_.any(std::move(ways)));
        }
        return out;
    }

    const Dialog& d_;
    const SymbolicMap& map_;
    const SymbolicEffective& effective_;
    Gates& gates_;
    std::vector<std::vector<Effect>> effects_;
};

}  // namespace

Findings changed(const Dialog& d, const Findings& findings, const Change& change) {
    Findings out = findings;
    if (change.kind == Change::Kind::says) {
        out.said[change.finding] = change.said;
        out.checked[change.finding] = change.checked;
    } else if (change.kind == Change::Kind::unsure) {
        const Ask ask{false, change.question};
        const auto items = shown_items(d, effective(d, findings), ask);
        out = with_answer(d, findings, ask, items, {d.questions[change.question].id, {"unsure"}, {}, false, false});
    }
    return out;
}

ChangedMap changed(const Dialog& dialog, const SymbolicMap& map, const SymbolicEffective& effective,
                   const std::vector<Change>& changes, Gates& gates) {
    return Changer(dialog, map, effective, gates).run(changes);
}

}  // namespace anamnesis::proof
