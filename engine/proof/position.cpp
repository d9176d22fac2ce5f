#include "proof/position.hpp"

namespace anamnesis::proof {
namespace {

class PositionMaker {
public:
    PositionMaker(const Dialog& dialog, const Lits& keep, Gates& gates) : d_(dialog), keep_(keep), gates_(gates) {}

    Position run(const SymbolicMap& map) {
        p_.effective = effective(d_, map, gates_);
        p_.outcomes.assign(d_.outcomes.size(), no());
        p_.asks.assign(d_.questions.size(), no());
        p_.probes.assign(d_.findings.size(), no());
        take_rules();
        take_verdict();
        for (const Question& q : d_.questions) p_.open.push_back(is_open(q));
        walk();
        return std::move(p_);
    }

private:
    Lit no() const { return gates_.constant(false); }

    void take_rules() {
        for (std::size_t r = 0; r < d_.rules.size(); ++r) {
            const Rule& rule = d_.rules[r];
            const Lit back = rule.unless ? holds(*rule.unless, p_.effective, gates_) : no();
            p_.rules.push_back(gates_.all({keep_[r], holds(rule.condition, p_.effective, gates_), -back}));
        }
    }

    void take_verdict() {
        p_.decides.assign(d_.rules.size(), no());
        std::vector<Lits> outcomes(d_.outcomes.size()), levels(5);
        Lit taken = no();
        for (std::size_t r : d_.rules_by_urgency) {
            p_.decides[r] = gates_.all({p_.rules[r], -taken});
            taken = gates_.any({taken, p_.rules[r]});
            outcomes[d_.rules[r].outcome].push_back(p_.decides[r]);
            add_levels(d_.rules[r].outcome, p_.rules[r], levels);
        }
        p_.by_default = -taken;
        outcomes[d_.default_outcome].push_back(-taken);
        add_levels(d_.default_outcome, -taken, levels);
        for (std::size_t o = 0; o < outcomes.size(); ++o) p_.outcomes[o] = gates_.any(outcomes[o]);
        for (const Lits& level : levels) p_.levels.push_back(gates_.any(level));
        p_.levels[0] = gates_.constant(true);
    }

    void add_levels(std::size_t outcome, Lit reached, std::vector<Lits>& levels) const {
        for (std::size_t l = 0; l <= static_cast<std::size_t>(d_.outcomes[outcome].level); ++l)
            levels[l].push_back(reached);
    }

    Lit is_open(const Question& q) {
        Lits unasked;
        for (FindingIndex f : q.asks) unasked.push_back(p_.effective.values[f][value::kNotAsked]);
        return gates_.all({holds(q.when, p_.effective, gates_), gates_.any(unasked)});
    }

    // The stages of decide() in their order; `going` is true where none has stopped yet.
    void walk() {
        const Lit once = any_rule(Stage::once, 0);
        Lits given{once};
        Lit going = -once;
        for (FindingIndex f : d_.order) going = stop_at(p_.effective.values[f][value::kOpen], going, p_.probes[f]);
        for (std::size_t s = 0; s < d_.states.size(); ++s) {
            const Lit here = holds(d_.states[s].when, p_.effective, gates_);
            for (QuestionIndex q : d_.states[s].questions)
                going = stop_at(gates_.all({here, p_.open[q]}), going, p_.asks[q]);
            const Lit after = any_rule(Stage::after, s);
            given.push_back(gates_.all({going, after}));
            going = gates_.all({going, -after});
        }
        given.push_back(going);
        give(gates_.any(given));
    }

    // What stops at an ask; gives what goes on.
    Lit stop_at(Lit is_here, Lit going, Lit& ask) {
        ask = gates_.any({ask, gates_.all({going, is_here})});
        return gates_.all({going, -is_here});
    }

    Lit any_rule(Stage stage, std::size_t state) {
        Lits out;
        for (std::size_t r = 0; r < d_.rules.size(); ++r)
            if (d_.rules[r].stage == stage && (stage != Stage::after || d_.rules[r].after_state == state))
                out.push_back(p_.rules[r]);
        return gates_.any(out);
    }

    void give(Lit given) {
        Lits pending;
        for (std::size_t r = 0; r < d_.rules.size(); ++r) {
            Lit below = gates_.all({given, p_.decides[r]});
            if (const auto first = d_.rules[r].ask_first) {
                pending.push_back(gates_.all({below, p_.open[*first]}));
                below = stop_at(p_.open[*first], below, p_.asks[*first]);
            }
            follow_up(d_.rules[r], below);
        }
        p_.pending = gates_.any(pending);
        p_.gives = gates_.all({given, -p_.pending});
    }

    void follow_up(const Rule& rule, Lit below) {
        for (QuestionIndex q : rule.ask_then) {
            for (FindingIndex f : d_.questions[q].asks)
                below = stop_at(p_.effective.values[f][value::kOpen], below, p_.probes[f]);
            below = stop_at(p_.open[q], below, p_.asks[q]);
        }
    }

    const Dialog& d_;
    const Lits& keep_;
    Gates& gates_;
    Position p_;
};

}  // namespace

Lits keep_rules(const Dialog& dialog, Gates& gates) {
    Lits out;
    for (std::size_t r = 0; r < dialog.rules.size(); ++r) out.push_back(gates.fresh());
    return out;
}

Position position(const Dialog& dialog, const SymbolicMap& map, const Lits& keep, Gates& gates) {
    return PositionMaker(dialog, keep, gates).run(map);
}

}  // namespace anamnesis::proof
