// What a person may ask of the conversation itself. One row a command; its words are in
// dialogs/common/locale (what is said) and dialogs/common/lexicon (what is heard).

#include <algorithm>
#include <array>

#include <anamnesis/step.hpp>

#include "dialog/turn.hpp"

namespace anamnesis {
namespace {

void help(Turn& turn, const Command&) { turn.say("engine.help"); }

// Why the open question is asked; at the end, why this outcome.
void why(Turn& turn, const Command&) {
    const auto& shown = turn.session.talk.shown;
    if (!turn.open && shown && shown->rule) {
        const Rule& rule = turn.dialog.rules[*shown->rule];
        turn.messages.push_back({{"rules." + rule.id + ".why", {}, {}}, rule.cites});
        return;
    }
    if (!turn.open && shown) return turn.say("outcomes." + turn.dialog.outcomes[shown->outcome].id + ".say");
    if (!turn.open) return turn.say("engine.why_outcome");
    const bool confirm = turn.open->kind == Open::Kind::confirm;
    const std::string key =
        confirm || turn.open->ask.probe ? "" : "questions." + open_id(turn.dialog, *turn.open) + ".why";
    turn.say(turn.dialog.languages.front().find(key) ? key : "engine.why");
}

void known(Turn& turn, const Command&) {
    std::vector<TextRef> list;
    for (FindingIndex f = 0; f < turn.session.findings.said.size(); ++f)
        if (const Value v = turn.session.findings.said[f]; v != value::kNotAsked)
            list.push_back(noted_text(turn.dialog, f, v));
    turn.show_known = true;
    if (list.empty())
        turn.say("engine.known_nothing");
    else
        turn.say("engine.known", std::move(list));
}

void revisit(Turn& turn, const std::string& id) {
    turn.session.talk.revisit = id;
    turn.session.talk.pending.reset();
    turn.say("engine.back");
}

// An alarm that was said in passing in the turn before.
std::optional<FindingIndex> alarm_just_said(const Turn& turn) {
    for (const auto& [f, evidence] : turn.session.evidence) {
        const bool just_said = evidence.how == Evidence::How::in_passing && evidence.turn == turn.session.turn - 1;
        if (just_said && is_alarm(turn.dialog.findings[f]) && turn.session.findings.said[f] == value::kYes) return f;
    }
    return std::nullopt;
}

// The alarm that was just said, which is taken back if the person confirms it; else the question before the one that is
// open; said again, the one before that.
void back(Turn& turn, const Command&) {
    if (const auto f = turn.session.talk.pending ? std::nullopt : alarm_just_said(turn)) {
        Evidence evidence;
        evidence.how = Evidence::How::command;
        evidence.turn = turn.session.turn;
        return propose(turn, with_value(turn.dialog, turn.session.findings, *f, value::kNotAsked), evidence);
    }
    const auto& answered = turn.session.talk.answered;
    auto end = answered.end();
    if (turn.session.talk.revisit) end = std::find(answered.begin(), end, *turn.session.talk.revisit);
    if (end == answered.begin()) return turn.say("engine.back_nothing");
    revisit(turn, *(end - 1));
}

void change(Turn& turn, const Command& command) {
    if (!can_be_changed(turn.dialog, turn.session, command.argument)) return turn.say("engine.change_unknown");
    revisit(turn, command.argument);
}

void repeat(Turn& turn, const Command&) {
    if (!turn.open) turn.say("engine.repeat_nothing");
}

void start_over(Turn& turn, const Command&) {
    const int so_far = turn.session.turn;
    turn.session = start(turn.dialog, turn.session.locale).session;
    turn.session.turn = so_far;
    turn.session.talk.said.clear();
    turn.say("engine.start_over");
}

// The first refusal is a finding of the script; a second one leaves its last check "not sure". A script that has
// no such finding leaves out the open question.
void skip_all(Turn& turn, const Command& command) {
    turn.say("engine.skip_all");
    Findings next = turn.session.findings;
    bool leave_out = true;
    for (FindingIndex f = 0; f < turn.dialog.findings.size(); ++f) {
        if (turn.dialog.findings[f].set_by != "command:" + command.name) continue;
        leave_out = next.said[f] == value::kYes;
        next = with_value(turn.dialog, std::move(next), f, value::kYes);
    }
    Evidence evidence;
    evidence.how = Evidence::How::command;
    evidence.turn = turn.session.turn;
    if (!leave_out) {
        turn.session.talk.revisit.reset();
        return propose(turn, next, evidence);
    }
    if (!turn.open) return;
    take_answer(turn, {open_id(turn.dialog, *turn.open), {"unsure"}, {}, true, true});
}

// What the script wants to know of any other command.
void set_findings(Turn& turn, const Command& command) {
    Findings next = turn.session.findings;
    for (FindingIndex f = 0; f < turn.dialog.findings.size(); ++f)
        if (turn.dialog.findings[f].set_by == "command:" + command.name)
            next = with_value(turn.dialog, std::move(next), f, value::kYes);
    Evidence evidence;
    evidence.how = Evidence::How::command;
    evidence.turn = turn.session.turn;
    propose(turn, next, evidence);
}

void stop(Turn& turn, const Command&) {
    turn.session.talk.stopped = true;
    turn.say("engine.stop");
}

void erase(Turn& turn, const Command&) {
    turn.session.talk.stopped = true;
    turn.say("engine.delete");
}

void person(Turn& turn, const Command&) { turn.say("engine.person"); }

// Another language of the dialog; the region, and so the numbers, stay.
void language(Turn& turn, const Command& command) {
    const std::string& old_tag = turn.session.locale;
    const Language* found = find_language(turn.dialog, command.argument);
    if (!found) return turn.say("engine.language_unknown");
    const auto region = old_tag.find_last_of("-_");
    turn.session.locale = found->tag.substr(0, found->tag.find_first_of("-_")) +
                          (region == std::string::npos ? "" : old_tag.substr(region));
    turn.say("engine.language");
}

struct Row {
    std::string_view name;
    void (*run)(Turn&, const Command&);
};

constexpr std::array<Row, 12> kCommands = {{{"help", help},
                                            {"why", why},
                                            {"known", known},
                                            {"back", back},
                                            {"repeat", repeat},
                                            {"change", change},
                                            {"start_over", start_over},
                                            {"skip_all", skip_all},
                                            {"stop", stop},
                                            {"delete", erase},
                                            {"person", person},
                                            {"language", language}}};

}  // namespace

void take_command(Turn& turn, const Command& command) {
    for (const Row& row : kCommands)
        if (row.name == command.name) {
            turn.understood = true;
            row.run(turn, command);
            if (row.run != skip_all) set_findings(turn, command);
        }
}

}  // namespace anamnesis
