#include <algorithm>

#include <anamnesis/step.hpp>

#include "dialog/turn.hpp"

namespace anamnesis {
namespace {

bool asks(const Dialog& d, const Ask& ask, FindingIndex f) {
    if (ask.probe) return ask.index == f;
    const auto& findings = d.questions[ask.index].asks;
    return std::find(findings.begin(), findings.end(), f) != findings.end();
}

bool was_answered(const Session& session, const std::string& id) {
    const auto& answered = session.talk.answered;
    return std::find(answered.begin(), answered.end(), id) != answered.end();
}

void remember_answered(Session& session, const std::string& id) {
    auto& answered = session.talk.answered;
    answered.erase(std::remove(answered.begin(), answered.end(), id), answered.end());
    answered.push_back(id);
    session.talk.attempts.erase(id);
    if (session.talk.revisit == id) session.talk.revisit.reset();
}

// "None of these" in words over a list with red flags is repeated in words, so that a slip shows.
void repeat_denied(Turn& turn, const std::vector<FindingIndex>& items, const Answer& answer) {
    if (!answer.typed || !answer.all || !answer.choices.empty()) return;
    std::vector<TextRef> list;
    for (FindingIndex f : items)
        if (is_alarm(turn.dialog.findings[f]))
            list.push_back({"findings." + turn.dialog.findings[f].id + ".name", {}, {}});
    if (!list.empty()) turn.say("engine.list.denied", std::move(list));
}

void answer_pending(Turn& turn, const Answer& answer) {
    turn.understood = true;
    turn.session.talk.attempts.erase(answer.question);
    resolve_pending(turn, answer.choices.size() == 1 && answer.choices.front() == "yes");
}

}  // namespace

bool is_own_check(const Turn& turn, const Ask& ask) {
    const auto& shown = turn.session.talk.shown;
    if (!shown || !shown->rule) return false;
    const Dialog& d = turn.dialog;
    const Rule& rule = d.rules[*shown->rule];
    std::vector<QuestionIndex> checks = rule.ask_then;
    if (rule.ask_first) checks.push_back(*rule.ask_first);
    return std::any_of(checks.begin(), checks.end(), [&](QuestionIndex q) {
        if (!ask.probe) return ask.index == q;
        return asks(d, Ask{false, q}, static_cast<FindingIndex>(ask.index));
    });
}

void take_answer(Turn& turn, const Answer& answer) {
    const Dialog& d = turn.dialog;
    const bool to_open = turn.open && open_id(d, *turn.open) == answer.question;
    if (check_choice(d, turn.session, answer) != ChoiceCheck::ok) return;
    if (to_open && turn.open->kind == Open::Kind::confirm) return answer_pending(turn, answer);
    const auto ask = find_ask(d, answer.question);
    if (!ask || !(to_open || was_answered(turn.session, answer.question))) return;
    const auto items = items_of(d, turn.session, *ask);
    Evidence evidence{answer.typed ? Evidence::How::typed : Evidence::How::button,
                      answer.question,
                      turn.session.turn,
                      {},
                      {},
                      answer.number,
                      1};
    const bool own_check = turn.own_check_answered = is_own_check(turn, *ask);
    for (FindingIndex f : items) turn.session.talk.claims.erase(f);
    propose(turn, with_answer(d, turn.session.findings, *ask, items, answer), evidence, own_check);
    repeat_denied(turn, items, answer);
    remember_answered(turn.session, answer.question);
    turn.understood = true;
}

}  // namespace anamnesis
