#include "dialog/change.hpp"

#include <algorithm>

namespace anamnesis {
namespace {

void forget(Findings& findings, FindingIndex f) {
    findings.said[f] = value::kNotAsked;
    findings.checked[f] = value::kNotAsked;
}

bool contains(const std::vector<FindingIndex>& list, FindingIndex f) {
    return std::find(list.begin(), list.end(), f) != list.end();
}

void forget_dependants(const Dialog& d, Findings& findings, FindingIndex f) {
    for (FindingIndex child : d.order)
        if (contains(d.findings[child].parents, f) && findings.said[child] != value::kNotAsked) {
            forget(findings, child);
            forget_dependants(d, findings, child);
        }
}

bool names(const Expr& expr, FindingIndex f) {
    bool found = false;
    for_each_atom(expr, [&](const Expr& atom) { found = found || atom.finding == f; });
    return found;
}

void forget_lifting_in(const Dialog& d, const Expr& lifting, Findings& findings, FindingIndex raised) {
    for_each_atom(lifting, [&](const Expr& atom) {
        const Finding& f = d.findings[atom.finding];
        const bool is_on = is_alarm(f) && findings.said[atom.finding] == value::kYes;
        if (f.lifts && !is_on && atom.finding != raised) forget(findings, atom.finding);
    });
}

// The facts that took this flag, or a rule about it, back.
void forget_lifting(const Dialog& d, Findings& findings, FindingIndex f) {
    if (d.findings[f].lifted_by) forget_lifting_in(d, *d.findings[f].lifted_by, findings, f);
    for (const Rule& rule : d.rules)
        if (rule.unless && names(rule.condition, f)) forget_lifting_in(d, *rule.unless, findings, f);
}

bool is_chosen(const Answer& answer, std::string_view id) {
    return std::find(answer.choices.begin(), answer.choices.end(), id) != answer.choices.end();
}

// The value of one item of a list; nothing where the words left it open.
std::optional<Value> item_value(const Finding& item, const Answer& answer, bool alone) {
    if (is_chosen(answer, item.id) || (alone && is_chosen(answer, "yes"))) return value::kYes;
    if (is_chosen(answer, "unsure")) return value::kUnsure;
    const bool rest_open = answer.typed && !answer.all && !alone;
    return rest_open ? std::nullopt : std::optional<Value>(value::kNo);
}

// What an answer to a list speaks of: the items shown, and those it names though they are not. Parents
// come first, so that a change of one cannot make forgotten what the same answer says of its child.
std::vector<FindingIndex> spoken_of(const Dialog& d, const Question& q, const std::vector<FindingIndex>& items,
                                    const Answer& answer) {
    std::vector<FindingIndex> out;
    for (FindingIndex f : d.order)
        if (contains(items, f) || (contains(q.asks, f) && is_chosen(answer, d.findings[f].id))) out.push_back(f);
    return out;
}

Findings with_any_of(const Dialog& d, Findings findings, const Question& q, const std::vector<FindingIndex>& items,
                     const Answer& answer) {
    for (FindingIndex f : spoken_of(d, q, items, answer))
        if (const auto v = item_value(d.findings[f], answer, items.size() == 1))
            findings = with_value(d, std::move(findings), f, *v);
    return findings;
}

Findings with_one_of(const Dialog& d, Findings findings, const Question& q, const std::vector<FindingIndex>& items,
                     const Answer& answer) {
    const bool unsure = is_chosen(answer, "unsure");
    for (FindingIndex f : spoken_of(d, q, items, answer)) {
        const Value v = unsure ? value::kUnsure : is_chosen(answer, d.findings[f].id) ? value::kYes : value::kNo;
        findings = with_value(d, std::move(findings), f, v);
    }
    return findings;
}

std::optional<Value> single_value(const Finding& f, const Answer& answer) {
    if (answer.number && f.type == FindingType::number)
        if (const auto band = band_of(f, *answer.number)) return band;
    return answer.choices.empty() ? std::nullopt : value_of(f, answer.choices.front());
}

}  // namespace

bool is_alarm(const Finding& finding) { return finding.flag && *finding.flag >= Level::urgent; }

Findings with_value(const Dialog& d, Findings findings, FindingIndex f, Value v) {
    const Value before = findings.said[f];
    findings.checked[f] = value::kNotAsked;
    findings.said[f] = v;
    // "Not sure" made certain takes nothing back of what was said about it.
    const bool confirms = before == value::kUnsure && v == value::kYes;
    if (before != value::kNotAsked && before != v && !confirms) {
        forget_dependants(d, findings, f);
        forget_lifting(d, findings, f);
    } else if (d.findings[f].flag && v == value::kYes) {
        forget_lifting(d, findings, f);
    }
    return findings;
}

Findings with_check(Findings findings, FindingIndex f, Value v) {
    findings.checked[f] = v;
    return findings;
}

Findings with_answer(const Dialog& d, Findings findings, const Ask& ask, const std::vector<FindingIndex>& items,
                     const Answer& answer) {
    if (ask.probe) {
        const auto f = static_cast<FindingIndex>(ask.index);
        const auto v = answer.choices.empty() ? std::nullopt : value_of(d.findings[f], answer.choices.front());
        return v ? with_check(std::move(findings), f, *v) : findings;
    }
    const Question& q = d.questions[ask.index];
    if (q.style == Style::any_of) return with_any_of(d, std::move(findings), q, items, answer);
    if (q.asks.size() > 1) return with_one_of(d, std::move(findings), q, items, answer);
    const auto v = single_value(d.findings[q.asks.front()], answer);
    return v ? with_value(d, std::move(findings), q.asks.front(), *v) : findings;
}

}  // namespace anamnesis
