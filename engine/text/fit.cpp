// A message held against a dialog that was not begun.

#include <anamnesis/fit.hpp>

#include <algorithm>
#include <tuple>

#include <anamnesis/step.hpp>

#include "text/lexicon_data.hpp"
#include "text/readings.hpp"

namespace anamnesis {
namespace {

// A session in which no question is open, so that a bare "yes" answers none.
Session unasked(const Dialog& d, std::string_view locale) {
    Session session;
    session.locale = locale;
    session.findings = no_findings(d);
    session.talk.stopped = true;
    return session;
}

bool is_alarm_flag(const Finding& f) { return f.flag && *f.flag >= Level::urgent; }

// Its own question was not put, so this would be a claim at most.
bool is_claim(const Finding& f, Status status) { return f.lifts || (is_alarm_flag(f) && status == Status::absent); }

// "About my mum" tells whom it is about, not what; nor does "for 3 weeks", a number.
bool tells_whom(const Dialog& d, FindingIndex f) {
    bool found = false;
    for (const Voice& voice : d.voices)
        for_each_atom(voice.condition, [&](const Expr& atom) {
            for (const Question& q : d.questions) {
                const auto asks = [&](FindingIndex x) {
                    return std::find(q.asks.begin(), q.asks.end(), x) != q.asks.end();
                };
                found = found || (asks(atom.finding) && asks(f));
            }
        });
    return found;
}

bool has_title(const Utterance& u, const std::string* title) {
    if (!title) return false;
    const Utterance words(*title);
    if (words.size() == 0) return false;
    for (int from = 0; from + words.size() <= u.size(); ++from) {
        int same = 0;
        while (same < words.size() && words.token(same) == u.token(from + same)) ++same;
        if (same == words.size()) return true;
    }
    return false;
}

void count(Fit& out, const Dialog& d, FindingIndex index, Status status) {
    const Finding& f = d.findings[index];
    if (status == Status::absent) return;
    out.facts += f.type != FindingType::number && !tells_whom(d, index);
    const bool is_now = status == Status::present || status == Status::uncertain || status == Status::other_person;
    if (is_now && is_alarm_flag(f)) out.alarm = std::max(out.alarm, f.flag);
}

bool is_better(const Fit& a, const Fit& b) {
    const bool as_good = a.names_subject >= b.names_subject && a.facts >= b.facts;
    return as_good && (a.names_subject > b.names_subject || a.facts > b.facts);
}

}  // namespace

Fit fit(const Dialog& d, std::string_view locale, std::string_view text) {
    const Language& language = language_for(d, locale);
    const Utterance u(*language.lexicon, text);
    Fit out;
    out.alarms_known = static_cast<int>(std::count_if(d.findings.begin(), d.findings.end(), is_alarm_flag));
    out.names_subject =
        !read_message(*language.lexicon, u).subjects.empty() || has_title(u, language.find("dialog.title"));
    for (Act& act : understand(d, unasked(d, locale), text)) {
        if (std::holds_alternative<TopicAsked>(act)) {
            ++out.facts;
            out.acts.push_back(std::move(act));
        }
        const auto* mention = std::get_if<Mention>(&act);
        const auto index = mention ? d.find_finding(mention->finding) : std::nullopt;
        if (!index || is_claim(d.findings[*index], mention->status)) continue;
        count(out, d, *index, mention->status);
        out.acts.push_back(std::move(act));
    }
    return out;
}

std::optional<std::size_t> clear_choice(const std::vector<Fit>& fits) {
    const auto key = [](const Fit& f) {
        return std::tuple(f.alarm, f.names_subject, f.alarm ? f.alarms_known : 0, f.facts);
    };
    const auto best =
        std::max_element(fits.begin(), fits.end(), [&](const Fit& a, const Fit& b) { return key(a) < key(b); });
    if (best == fits.end()) return std::nullopt;
    const bool says_something = best->names_subject || best->facts > 0;
    const bool is_alone = std::all_of(fits.begin(), fits.end(),
                                      [&](const Fit& other) { return &other == &*best || is_better(*best, other); });
    if (!best->alarm && !(says_something && is_alone)) return std::nullopt;
    return static_cast<std::size_t>(best - fits.begin());
}

}  // namespace anamnesis
