#include "dialog/turn.hpp"

namespace anamnesis {
namespace {

Level level_of(const Dialog& d, const Verdict& v) { return d.outcomes[v.outcome].level; }

// The alarm that was on and would be off; the sense in which one question can name the change.
std::optional<FindingIndex> falling_alarm(const Dialog& d, const Effective& before, const Effective& after) {
    for (FindingIndex f : d.order)
        if (is_alarm(d.findings[f]) && before.values[f] == value::kYes && after.values[f] != value::kYes) return f;
    return std::nullopt;
}

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
        if (next.said[f] == value::kNotAsked) turn.session.evidence.erase(f);
        else turn.session.evidence[f] = evidence;
    }
    now = next;
    turn.session.talk.pending.reset();
}

// An outcome that was given and has fallen by permitted means is no longer the one on the page.
void forget_fallen_outcome(Turn& turn) {
    auto& shown = turn.session.talk.shown;
    if (shown && lowers_outcome(turn, effective(turn.dialog, turn.session.findings))) shown.reset();
}

}  // namespace

void propose(Turn& turn, const Findings& next, const Evidence& evidence, bool own_check) {
    if (next == turn.session.findings) return;
    const Effective before = effective(turn.dialog, turn.session.findings);
    const Effective after = effective(turn.dialog, next);
    const auto falling = falling_alarm(turn.dialog, before, after);
    if (falling || (!own_check && lowers_outcome(turn, after))) {
        turn.session.talk.pending = Pending{falling.value_or(first_change(turn.session.findings, next)), next};
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
