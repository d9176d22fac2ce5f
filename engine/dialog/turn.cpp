#include "dialog/turn.hpp"

namespace anamnesis {
namespace {

Level level_of(const Dialog& d, const Verdict& v) { return d.outcomes[v.outcome].level; }

FindingIndex first_change(const Findings& before, const Findings& after) {
    FindingIndex f = 0;
    while (f + 1u < before.said.size() && before.said[f] == after.said[f] && before.checked[f] == after.checked[f]) ++f;
    return f;
}

bool lowers_outcome(const Turn& turn, const Effective& after) {
    const auto& shown = turn.session.talk.shown;
    if (!shown || level_of(turn.dialog, *shown) < Level::urgent) return false;
    return level_of(turn.dialog, verdict(turn.dialog, after)) < level_of(turn.dialog, *shown);
}

void commit(Turn& turn, const Findings& next, const Evidence& evidence) {
    Findings& now = turn.session.findings;
    for (FindingIndex f = 0; f < now.said.size(); ++f) {
        if (now.said[f] == next.said[f] && now.checked[f] == next.checked[f]) continue;
        if (next.said[f] == value::kNotAsked)
            turn.session.evidence.erase(f);
        else
            turn.session.evidence[f] = evidence;
    }
    now = next;
    turn.session.talk.pending.reset();
}

// An answer that has to wait, since it takes an alarm back, counts at once in all else if it raises another.
void raise_at_once(Turn& turn, Findings next, const std::vector<FindingIndex>& falling, const Evidence& evidence) {
    const Findings& now = turn.session.findings;
    for (FindingIndex f : falling) {
        next.said[f] = now.said[f];
        next.checked[f] = now.checked[f];
    }
    const auto rising = falling_alarms(turn.dialog, next, now);
    if (!rising.empty() && !lowers_outcome(turn, effective(turn.dialog, next))) commit(turn, next, evidence);
}

// An outcome that was given and has fallen by permitted means is no longer the one on the page.
void forget_fallen_outcome(Turn& turn) {
    auto& shown = turn.session.talk.shown;
    if (!shown || !lowers_outcome(turn, effective(turn.dialog, turn.session.findings))) return;
    shown.reset();
    turn.say("engine.outcome.lowered");
}

}  // namespace

std::vector<FindingIndex> falling_alarms(const Dialog& d, const Findings& now, const Findings& next) {
    const Effective before = effective(d, now), after = effective(d, next);
    std::vector<FindingIndex> out;
    for (FindingIndex f : d.order)
        if (is_alarm(d.findings[f]) && before.values[f] == value::kYes && after.values[f] != value::kYes)
            out.push_back(f);
    return out;
}

void propose(Turn& turn, const Findings& next, const Evidence& evidence, bool own_check) {
    if (next == turn.session.findings) return;
    const auto falling = falling_alarms(turn.dialog, turn.session.findings, next);
    if (!falling.empty() || (!own_check && lowers_outcome(turn, effective(turn.dialog, next)))) {
        raise_at_once(turn, next, falling, evidence);
        const FindingIndex named = falling.empty() ? first_change(turn.session.findings, next) : falling.front();
        turn.session.talk.pending = Pending{named, next};
        return;
    }
    commit(turn, next, evidence);
    forget_fallen_outcome(turn);
}

void resolve_pending(Turn& turn, bool confirmed) {
    if (!turn.session.talk.pending) return;
    const Pending pending = *turn.session.talk.pending;
    turn.session.talk.pending.reset();
    turn.session.talk.revisit.reset();
    turn.say(confirmed ? "engine.confirm_changed" : "engine.confirm_kept");
    if (!confirmed) return;
    Evidence evidence;
    evidence.turn = turn.session.turn;
    commit(turn, pending.findings, evidence);
    forget_fallen_outcome(turn);
}

}  // namespace anamnesis
