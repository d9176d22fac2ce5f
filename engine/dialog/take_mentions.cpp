// Facts said in passing. They may raise an alarm and never cancel one: denials of flags and facts
// that would lift one are kept as claims, and their question comes all the same.

#include <algorithm>

#include "dialog/turn.hpp"

namespace anamnesis {
namespace {

bool is_asked_now(const Turn& turn, FindingIndex f) {
    if (!turn.open || turn.open->kind == Open::Kind::confirm) return false;
    const Ask& ask = turn.open->ask;
    if (ask.probe) return false;
    const auto& asks = turn.dialog.questions[ask.index].asks;
    return std::find(asks.begin(), asks.end(), f) != asks.end();
}

std::optional<Value> said_value(const Finding& f, const Mention& m) {
    if (f.type == FindingType::yes_no) return m.status == Status::absent ? value::kNo : value::kYes;
    if (m.status != Status::present) return std::nullopt;
    if (m.number && f.type == FindingType::number) return band_of(f, *m.number);
    return value_of(f, m.value);
}

// What an uncertain, other or past mention comes to: not sure of an alarm, else nothing.
std::optional<Value> value_of_mention(const Turn& turn, FindingIndex index, const Mention& m) {
    const Finding& f = turn.dialog.findings[index];
    const Value now = effective(turn.dialog, turn.session.findings).values[index];
    switch (m.status) {
        case Status::present: return said_value(f, m);
        case Status::absent: return said_value(f, m);
        case Status::uncertain: {
            const bool raises = is_alarm(f) && (now == value::kNotAsked || now == value::kNo);
            return raises ? std::optional<Value>(value::kUnsure) : std::nullopt;
        }
        case Status::past:
        case Status::other_person:
        case Status::hypothetical: return std::nullopt;
    }
    return std::nullopt;
}

bool is_only_a_claim(const Turn& turn, FindingIndex index, const Mention& m) {
    if (is_asked_now(turn, index)) return false;
    const Finding& f = turn.dialog.findings[index];
    const bool denial = m.status == Status::absent && turn.session.findings.said[index] != value::kYes;
    return is_alarm(f) ? denial : f.lifts;
}

void take_fact(Turn& turn, FindingIndex index, const Mention& m, Value v) {
    turn.understood = true;
    if (is_only_a_claim(turn, index, m)) {
        turn.session.talk.claims.insert(index);
        return;
    }
    // "It came slowly, the arm is weak": the check was answered, the flag not said anew.
    if (turn.own_check_answered && turn.session.findings.said[index] == v) return;
    const Evidence evidence{Evidence::How::in_passing, {}, turn.session.turn, m.phrase, m.span, m.number, 1};
    const bool own_check = is_asked_now(turn, index) && is_own_check(turn, turn.open->ask);
    propose(turn, with_value(turn.dialog, turn.session.findings, index, v), evidence, own_check);
}

// An alarm in someone else, while the conversation is not about them: say what to do, ask whom it is about.
void take_other_person(Turn& turn, const std::vector<FindingIndex>& alarms) {
    std::vector<TextRef> list;
    for (FindingIndex f : alarms) list.push_back({"findings." + turn.dialog.findings[f].id + ".name", {}, {}});
    turn.say("engine.other_person", std::move(list));
    turn.understood = true;
    for (const Voice& voice : turn.dialog.voices)
        for (const std::string& id : turn.session.talk.answered) {
            const auto q = turn.dialog.find_question(id);
            if (!q) continue;
            bool decides_voice = false;
            for_each_atom(voice.condition, [&](const Expr& atom) {
                const auto& asks = turn.dialog.questions[*q].asks;
                decides_voice = decides_voice || std::find(asks.begin(), asks.end(), atom.finding) != asks.end();
            });
            if (decides_voice) turn.session.talk.revisit = id;
        }
}

bool says(const Acts& acts, Status status, const Turn& turn) {
    return std::any_of(acts.begin(), acts.end(), [&](const Act& act) {
        const auto* m = std::get_if<Mention>(&act);
        return m && m->status == status && turn.dialog.find_finding(m->finding);
    });
}

bool is_about_open_question(const Turn& turn, const Acts& acts) {
    const std::vector<FindingIndex> asked = prompt_for(turn.dialog, turn.session, *turn.open).findings;
    return std::any_of(acts.begin(), acts.end(), [&](const Act& act) {
        const auto* m = std::get_if<Mention>(&act);
        const auto f = m ? turn.dialog.find_finding(m->finding) : std::nullopt;
        return f && std::find(asked.begin(), asked.end(), *f) != asked.end();
    });
}

// Words about a finding that set nothing are still answered. What is told uses up an attempt, so that it ends.
void say_why_not_counted(Turn& turn, const Acts& acts) {
    const bool asked = says(acts, Status::hypothetical, turn);
    const bool told =
        says(acts, Status::past, turn) || says(acts, Status::uncertain, turn) || says(acts, Status::other_person, turn);
    if (!asked && !told) return;
    turn.understood = true;
    if (asked) return turn.say("engine.cannot_tell");
    if (!turn.open) return turn.say("engine.not_counted");
    ask_again(turn, "engine.not_counted", !is_about_open_question(turn, acts));
}

void take_with_status(Turn& turn, const Acts& acts, Status status) {
    for (const Act& act : acts) {
        const auto* m = std::get_if<Mention>(&act);
        const auto index = m && m->status == status ? turn.dialog.find_finding(m->finding) : std::nullopt;
        if (!index) continue;
        if (const auto v = value_of_mention(turn, *index, *m)) take_fact(turn, *index, *m, *v);
    }
}

}  // namespace

void take_mentions(Turn& turn, const Acts& acts) {
    // What raises comes first, so that a denial in the same message meets the alarm and not the reverse.
    take_with_status(turn, acts, Status::present);
    take_with_status(turn, acts, Status::uncertain);
    take_with_status(turn, acts, Status::absent);
    std::vector<FindingIndex> others;
    for (const Act& act : acts)
        if (const auto* m = std::get_if<Mention>(&act); m && m->status == Status::other_person)
            if (const auto f = turn.dialog.find_finding(m->finding); f && is_alarm(turn.dialog.findings[*f]))
                others.push_back(*f);
    if (!others.empty()) take_other_person(turn, others);
    if (!turn.understood) say_why_not_counted(turn, acts);
}

}  // namespace anamnesis
