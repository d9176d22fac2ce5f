#include <anamnesis/step.hpp>

#include <algorithm>

#include "dialog/turn.hpp"

namespace anamnesis {
namespace {

template <class Wanted>
const Wanted* first_of(const Acts& acts) {
    for (const Act& act : acts)
        if (const auto* found = std::get_if<Wanted>(&act)) return found;
    return nullptr;
}

void take_acts(Turn& turn, const Acts& acts) {
    if (const auto* command = first_of<Command>(acts)) {
        take_command(turn, *command);
        if (!turn.understood) repair(turn, NotUnderstood::Reason::unknown);
        return;
    }
    // One answer a turn: a second could confirm a change that the first made wait.
    if (const auto* answer = first_of<Answer>(acts)) take_answer(turn, *answer);
    take_mentions(turn, acts);
    for (const Act& act : acts)
        if (const auto* topic = std::get_if<TopicAsked>(&act)) take_topic(turn, *topic);
    if (turn.understood) return;
    const auto* nothing = first_of<NotUnderstood>(acts);
    repair(turn, nothing ? nothing->reason : NotUnderstood::Reason::unknown);
}

// What was said changed nothing that shows: the same question alone would read as deafness.
bool is_silent(const Turn& turn, const Session& before) {
    const Talk& talk = turn.session.talk;
    return turn.messages.empty() && turn.session.findings == before.findings && talk.answered == before.talk.answered &&
           talk.revisit == before.talk.revisit && talk.pending == before.talk.pending;
}

// A new claim is worth a word; what says nothing new is a try at the open question, so that it ends.
void answer_silence(Turn& turn, const Session& before) {
    const bool new_claim = turn.session.talk.claims != before.talk.claims;
    if (new_claim || !turn.open) return turn.say("engine.not_counted");
    ask_again(turn, "engine.not_counted", true);
}

Turn begin(const Dialog& dialog, const Session& session) {
    Turn turn{dialog, session, {}, {}, {}};
    ++turn.session.turn;
    turn.session.talk.stopped = false;
    turn.open = open_question(dialog, turn.session, decide(dialog, turn.session.findings));
    return turn;
}

}  // namespace

void take_topic(Turn& turn, const TopicAsked& asked) {
    const Effective v = effective(turn.dialog, turn.session.findings);
    for (const Topic& topic : turn.dialog.topics) {
        if (topic.id != asked.topic) continue;
        const auto text = std::find_if(topic.texts.begin(), topic.texts.end(),
                                       [&](const TopicText& t) { return holds(t.condition, v); });
        if (text == topic.texts.end()) continue;
        turn.messages.push_back({{"topics." + topic.id + ".text." + text->id, {}, {}}, text->cites});
        turn.understood = true;
    }
}

Step start(const Dialog& dialog, std::string_view locale) {
    Turn turn{dialog, {}, {}, {}, {}};
    turn.session.locale = locale;
    turn.session.findings = no_findings(dialog);
    turn.say("engine.greeting", {{"dialog.title", {}, {}}});
    if (dialog.languages.front().find("dialog.greeting")) turn.say("dialog.greeting");
    turn.say("engine.not_reviewed");
    Reply reply = compose(turn);
    return {std::move(turn.session), std::move(reply)};
}

Step step(const Dialog& dialog, const Session& session, const Acts& acts) {
    Turn turn = begin(dialog, session);
    take_acts(turn, acts);
    if (first_of<Mention>(acts) && is_silent(turn, session)) answer_silence(turn, session);
    Reply reply = compose(turn);
    return {std::move(turn.session), std::move(reply)};
}

}  // namespace anamnesis
