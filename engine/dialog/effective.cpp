// What the rules see of a map: the dialog language, section 2.

#include <algorithm>

#include <anamnesis/findings.hpp>

namespace anamnesis {
namespace {

// The points given so far, a lower bound while items are missing; known when none is missing.
void sum_score(const Dialog& d, const Findings& findings, FindingIndex index, Effective& out) {
    const Finding& score = d.findings[index];
    bool all = true, unsure = false;
    int points = 0;
    for (FindingIndex item : score.items) {
        const Value v = findings.said[item];
        const std::size_t option = static_cast<std::size_t>(v) - value::kOptionFirst;
        if (v >= value::kOptionFirst && option < d.findings[item].options.size())
            points += d.findings[item].options[option].points;
        else
            all = false;
        unsure = unsure || v == value::kUnsure;
    }
    out.points[index] = points;
    if (all)
        out.values[index] = band_of(score, points).value_or(value::kOptionFirst);
    else if (unsure)
        out.values[index] = value::kUnsure;
}

Value value_in_effect(const Finding& f, Value said, Value checked, const Effective& out) {
    if (said == value::kUnsure && f.has_probe) return checked == value::kNotAsked ? value::kOpen : checked;
    const bool denied =
        said == value::kNotAsked && f.type == FindingType::yes_no && !f.parents.empty() &&
        std::all_of(f.parents.begin(), f.parents.end(), [&](FindingIndex p) { return out.values[p] == value::kNo; });
    return denied ? value::kNo : said;
}

}  // namespace

Findings no_findings(const Dialog& dialog) {
    return {std::vector<Value>(dialog.findings.size(), value::kNotAsked),
            std::vector<Value>(dialog.findings.size(), value::kNotAsked)};
}

Effective effective(const Dialog& d, const Findings& findings) {
    Effective out{std::vector<Value>(d.findings.size(), value::kNotAsked), std::vector<int>(d.findings.size(), 0)};
    for (FindingIndex i : d.order) {
        if (d.findings[i].type == FindingType::score)
            sum_score(d, findings, i, out);
        else
            out.values[i] = value_in_effect(d.findings[i], findings.said[i], findings.checked[i], out);
    }
    return out;
}

bool holds(const Expr& e, const Effective& v) {
    const auto child_holds = [&](const Expr& child) { return holds(child, v); };
    switch (e.kind) {
        case Expr::Kind::always: return true;
        case Expr::Kind::all_of: return std::all_of(e.children.begin(), e.children.end(), child_holds);
        case Expr::Kind::any_of: return std::any_of(e.children.begin(), e.children.end(), child_holds);
        case Expr::Kind::at_least: return std::count_if(e.children.begin(), e.children.end(), child_holds) >= e.count;
        case Expr::Kind::value_in: return (e.values & value_bit(v.values[e.finding])) != 0;
        case Expr::Kind::points_at_least: return v.points[e.finding] >= e.count;
    }
    return false;
}

bool holds(const Rule& rule, const Effective& v) {
    return holds(rule.condition, v) && !(rule.unless && holds(*rule.unless, v));
}

}  // namespace anamnesis
