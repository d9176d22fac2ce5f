#include "proof/symbolic_map.hpp"

namespace anamnesis::proof {
namespace {

constexpr std::size_t kValues = value::kOptionFirst + value::kOptionsMax;

Lits none_of_them(const Gates& gates) { return Lits(kValues, gates.constant(false)); }

Lits one_value_of(const std::vector<Value>& values, Gates& gates) {
    Lits out = none_of_them(gates), choices;
    for (Value v : values) choices.push_back(out[v] = values.size() == 1 ? gates.constant(true) : gates.fresh());
    gates.exactly_one(choices);
    return out;
}

// The answer to a finding's check: there is one only while "not sure" was said.
Lits check_of(const Finding& f, const Lits& said, Gates& gates) {
    if (!f.has_probe) return one_value_of({value::kNotAsked}, gates);
    Lits out = one_value_of({value::kNotAsked, value::kUnsure, value::kNo, value::kYes}, gates);
    gates.require({said[value::kUnsure], out[value::kNotAsked]});
    return out;
}

Lits with_check(const Lits& said, const Lits& checked, Gates& gates) {
    Lits out = said;
    const Lit unsure = said[value::kUnsure];
    for (Value v : {value::kUnsure, value::kNo, value::kYes}) {
        const Lit by_check = gates.all({unsure, checked[v]});
        out[v] = v == value::kUnsure ? by_check : gates.any({said[v], by_check});
    }
    out[value::kOpen] = gates.all({unsure, checked[value::kNotAsked]});
    return out;
}

void deny_with_parents(const Finding& f, const ValueLits& values, Lits& own, Gates& gates) {
    Lits parts{own[value::kNotAsked]};
    for (FindingIndex p : f.parents) parts.push_back(values[p][value::kNo]);
    const Lit denied = gates.all(std::move(parts));
    own[value::kNo] = gates.any({own[value::kNo], denied});
    own[value::kNotAsked] = gates.all({own[value::kNotAsked], -denied});
}

// What one item adds: the points of its option, or nothing.
std::map<int, Lits> points_by_value(const Finding& item, const Lits& said) {
    std::map<int, Lits> out;
    for (std::size_t v = 0; v < said.size(); ++v) {
        const std::size_t option = v - value::kOptionFirst;
        const bool counts = v >= value::kOptionFirst && option < item.options.size();
        out[counts ? item.options[option].points : 0].push_back(said[v]);
    }
    return out;
}

std::map<int, Lit> sums_of(const Dialog& d, const Finding& score, const SymbolicMap& map, Gates& gates) {
    std::map<int, Lit> sums{{0, gates.constant(true)}};
    for (FindingIndex i : score.items) {
        std::map<int, Lits> next;
        for (const auto& [points, values] : points_by_value(d.findings[i], map.said[i]))
            for (const auto& [sum, so_far] : sums) next[sum + points].push_back(gates.all({so_far, gates.any(values)}));
        sums.clear();
        for (auto& [sum, ways] : next) sums[sum] = gates.any(ways);
    }
    return sums;
}

// Known when no item is missing; then its band is that of the sum.
Lits value_of_score(const Finding& score, const SymbolicMap& map, const std::map<int, Lit>& sums, Gates& gates) {
    Lits known_parts, unsure_parts;
    for (FindingIndex i : score.items) {
        Lits options(map.said[i].begin() + value::kOptionFirst, map.said[i].end());
        known_parts.push_back(gates.any(std::move(options)));
        unsure_parts.push_back(map.said[i][value::kUnsure]);
    }
    const Lit known = gates.all(known_parts), unsure = gates.all({-known, gates.any(unsure_parts)});
    std::vector<Lits> bands(kValues);
    for (const auto& [sum, is_sum] : sums)
        bands[band_of(score, sum).value_or(value::kOptionFirst)].push_back(gates.all({known, is_sum}));
    Lits out = none_of_them(gates);
    for (std::size_t v = value::kOptionFirst; v < kValues; ++v) out[v] = gates.any(bands[v]);
    out[value::kUnsure] = unsure;
    out[value::kNotAsked] = gates.all({-known, -unsure});
    return out;
}

Lit points_at_least(const std::map<int, Lit>& sums, int count, Gates& gates) {
    Lits enough;
    for (auto it = sums.lower_bound(count); it != sums.end(); ++it) enough.push_back(it->second);
    return gates.any(std::move(enough));
}

}  // namespace

std::vector<Value> values_of(const Finding& f) {
    if (f.type == FindingType::score) return {value::kNotAsked};
    std::vector<Value> out{value::kNotAsked, value::kUnsure};
    const int options = f.type == FindingType::yes_no ? 2 : static_cast<int>(f.options.size());
    for (int i = 0; i < options; ++i) out.push_back(value::option(i));
    return out;
}

SymbolicMap any_map(const Dialog& d, Gates& gates) {
    static_assert(value::kNo == value::option(0) && value::kYes == value::kOptionFirst + 1 &&
                  value::kOpen < value::kOptionFirst);
    SymbolicMap map;
    for (const Finding& f : d.findings) {
        map.said.push_back(one_value_of(values_of(f), gates));
        map.checked.push_back(check_of(f, map.said.back(), gates));
    }
    return map;
}

SymbolicEffective effective(const Dialog& d, const SymbolicMap& map, Gates& gates) {
    SymbolicEffective out{ValueLits(d.findings.size()), std::vector<std::map<int, Lit>>(d.findings.size())};
    for (FindingIndex i : d.order) {
        const Finding& f = d.findings[i];
        if (f.type == FindingType::score) {
            out.points[i] = sums_of(d, f, map, gates);
            out.values[i] = value_of_score(f, map, out.points[i], gates);
            continue;
        }
        out.values[i] = f.has_probe ? with_check(map.said[i], map.checked[i], gates) : map.said[i];
        if (f.type == FindingType::yes_no && !f.parents.empty()) deny_with_parents(f, out.values, out.values[i], gates);
    }
    return out;
}

Lit has_value(const SymbolicEffective& v, FindingIndex f, ValueSet values, Gates& gates) {
    Lits out;
    for (std::size_t i = 0; i < kValues; ++i)
        if ((values & value_bit(static_cast<Value>(i))) != 0) out.push_back(v.values[f][i]);
    return gates.any(std::move(out));
}

Lit holds(const Expr& e, const SymbolicEffective& v, Gates& gates) {
    Lits children;
    for (const Expr& child : e.children) children.push_back(holds(child, v, gates));
    switch (e.kind) {
        case Expr::Kind::always: return gates.constant(true);
        case Expr::Kind::all_of: return gates.all(std::move(children));
        case Expr::Kind::any_of: return gates.any(std::move(children));
        case Expr::Kind::at_least: return gates.at_least(e.count, children);
        case Expr::Kind::value_in: return has_value(v, e.finding, e.values, gates);
        case Expr::Kind::points_at_least: return points_at_least(v.points[e.finding], e.count, gates);
    }
    return gates.constant(false);
}

Findings map_in(const Dialog& d, const SymbolicMap& map, const Solver& solver) {
    Findings out = no_findings(d);
    const auto read = [&](const Lits& lits) {
        for (std::size_t v = 0; v < lits.size(); ++v)
            if (solver.is_true(lits[v])) return static_cast<Value>(v);
        return value::kNotAsked;
    };
    for (std::size_t f = 0; f < d.findings.size(); ++f) {
        out.said[f] = read(map.said[f]);
        out.checked[f] = read(map.checked[f]);
    }
    return out;
}

}  // namespace anamnesis::proof
