// From one version of a dialog to another, by names.

#include <anamnesis/take_over.hpp>

#include <algorithm>

#include "dialog/change.hpp"

namespace anamnesis {
namespace {

std::optional<FindingIndex> index_of(const Dialog& d, const std::string& id) {
    for (std::size_t i = 0; i < d.findings.size(); ++i)
        if (d.findings[i].id == id) return static_cast<FindingIndex>(i);
    return std::nullopt;
}

bool has_question(const Dialog& d, const std::string& id) {
    const auto is_it = [&](const Question& question) { return question.id == id; };
    const auto is_check_of = [&](const Finding& finding) { return finding.has_probe && finding.id + ".check" == id; };
    return std::any_of(d.questions.begin(), d.questions.end(), is_it) ||
           std::any_of(d.findings.begin(), d.findings.end(), is_check_of);
}

Value value_or_not_asked(const Finding& finding, const std::string& id) {
    return value_of(finding, id).value_or(value::kNotAsked);
}

void carry(const Dialog& d, Session& session, FindingIndex f, const Kept::Finding& kept) {
    const Finding& finding = d.findings[f];
    const Value said = value_or_not_asked(finding, kept.said);
    if (said == value::kNotAsked) return;
    session.findings.said[f] = kept.is_open && finding.has_probe ? value::kOpen : said;
    session.findings.checked[f] = value_or_not_asked(finding, kept.checked);
    Evidence evidence;
    evidence.how = Evidence::How::command;
    evidence.number = kept.number;
    evidence.rev = kept.rev;
    session.evidence[f] = evidence;
}

// What compose() takes for told. An alarm that is another one than was told is no rule's yet, so that it is new.
std::optional<Verdict> told(const Dialog& d, const Findings& findings, std::optional<Level> shown) {
    if (!shown) return std::nullopt;
    const Verdict now = verdict(d, effective(d, findings));
    const Level level = d.outcomes[now.outcome].level;
    if (level < Level::urgent) return std::nullopt;
    if (level > *shown) return Verdict{std::nullopt, now.outcome};
    return now;
}

}  // namespace

Kept keep(const Dialog& d, const Session& session) {
    Kept kept;
    kept.locale = session.locale;
    for (std::size_t i = 0; i < d.findings.size(); ++i) {
        const Value said = session.findings.said[i];
        if (said == value::kNotAsked) continue;
        const Finding& finding = d.findings[i];
        const auto evidence = session.evidence.find(static_cast<FindingIndex>(i));
        kept.findings[finding.id] = {std::string(value_id(finding, said)),
                                     std::string(value_id(finding, session.findings.checked[i])), said == value::kOpen,
                                     evidence == session.evidence.end() ? std::nullopt : evidence->second.number,
                                     finding.rev};
    }
    for (FindingIndex f : session.talk.claims) kept.claims.insert(d.findings[f].id);
    kept.answered = session.talk.answered;
    if (session.talk.shown) kept.shown = d.outcomes[session.talk.shown->outcome].level;
    return kept;
}

Session take_over(const Dialog& d, const Kept& kept) {
    Session session;
    session.locale = kept.locale;
    session.findings = no_findings(d);
    for (const auto& [id, finding] : kept.findings) {
        const auto f = index_of(d, id);
        if (!f) continue;
        const bool is_told_alarm = finding.said == "yes" && is_alarm(d.findings[*f]);
        if (is_told_alarm || d.findings[*f].rev == finding.rev) carry(d, session, *f, finding);
    }
    for (const std::string& id : kept.claims)
        if (const auto f = index_of(d, id)) session.talk.claims.insert(*f);
    for (const std::string& id : kept.answered)
        if (has_question(d, id)) session.talk.answered.push_back(id);
    session.talk.shown = told(d, session.findings, kept.shown);
    return session;
}

}  // namespace anamnesis
