// Which of the article's causes fit, and which words stay: the dialog language, section 1.

#include <algorithm>

#include <anamnesis/findings.hpp>

namespace anamnesis {
namespace {

struct Weighed {
    FittingCause cause;
    int points = 0;
};

// The clauses that hold; nothing unless one of `fits` is among them. The strongest names the sub-cause.
std::optional<Weighed> weigh(const Dialog& d, std::size_t index, const Effective& v) {
    Weighed out{{index, {}, {}}, 0};
    bool fits = false;
    const CauseClause* best = nullptr;
    for (const CauseClause& clause : d.causes[index].clauses) {
        if (!holds(clause.condition, v)) continue;
        fits = fits || clause.fits;
        out.points += clause.points;
        out.cause.cites.insert(out.cause.cites.end(), clause.cites.begin(), clause.cites.end());
        const bool stronger = !best || clause.points > best->points ||
                              (clause.points == best->points && best->sub.empty() && !clause.sub.empty());
        if (stronger) best = &clause;
    }
    if (!fits) return std::nullopt;
    out.cause.sub = best->sub;
    return out;
}

}  // namespace

std::vector<FittingCause> fitting_causes(const Dialog& d, const Effective& v) {
    std::vector<Weighed> weighed;
    for (std::size_t i = 0; i < d.causes.size(); ++i)
        if (auto w = weigh(d, i, v)) weighed.push_back(std::move(*w));
    std::stable_sort(weighed.begin(), weighed.end(),
                     [](const Weighed& a, const Weighed& b) { return a.points > b.points; });
    std::vector<FittingCause> out;
    for (Weighed& w : weighed) out.push_back(std::move(w.cause));
    return out;
}

std::vector<std::size_t> kept_outcomes(const Dialog& d, const Effective& v) {
    std::vector<std::size_t> out;
    for (std::size_t i : d.rules_by_urgency) {
        const std::size_t outcome = d.rules[i].outcome;
        const bool listed = std::find(out.begin(), out.end(), outcome) != out.end();
        if (d.outcomes[outcome].keep && !listed && holds(d.rules[i].condition, v)) out.push_back(outcome);
    }
    return out;
}

}  // namespace anamnesis
