#pragma once
// A turn while it is being taken: the session as it becomes, and what there is to say on the way.

#include <set>
#include <string>
#include <vector>

#include "dialog/change.hpp"
#include "dialog/prompt.hpp"

namespace anamnesis {

struct Turn {
    const Dialog& dialog;
    Session session;
    std::optional<Open> open;  // the question that was open when the turn began
    std::vector<Message> messages;
    std::optional<std::string> question_key;  // another wording for the question that follows
    bool question_is_told = false;            // the messages tell how to answer; the question is not put again
    bool understood = false;                  // something was taken from the acts
    bool show_known = false;                  // `noted` lists all that is known
    bool own_check_answered = false;          // the check of the outcome on the page was answered

    void say(std::string key, std::vector<TextRef> list = {}) {
        messages.push_back({{std::move(key), std::move(list), {}}, {}});
    }
};

// Makes `next` the map, unless it takes back an alarm or lowers an outcome that was given: then the
// change waits for the person's yes. `own_check`: the answer to that outcome's own check may lower.
// The evidence is written for each finding that changes.
void propose(Turn& turn, const Findings& next, const Evidence& evidence, bool own_check = false);

// The question is the check of the outcome that is on the page, or the probe of one.
bool is_own_check(const Turn& turn, const Ask& ask);

// The alarms that are on and would be off if `next` were the map.
std::vector<FindingIndex> falling_alarms(const Dialog& dialog, const Findings& now, const Findings& next);

// The person's word on the change that waits.
void resolve_pending(Turn& turn, bool confirmed);

// One file each.
void take_answer(Turn& turn, const Answer& answer);
void take_mentions(Turn& turn, const Acts& acts);
void take_command(Turn& turn, const Command& command);
void take_topic(Turn& turn, const TopicAsked& topic);
void repair(Turn& turn, NotUnderstood::Reason reason);

// One more attempt at the open question, after a word why; at the last one it counts as "not sure".
void ask_again(Turn& turn, const char* lead_in, bool as_it_was);

// What goes out at the end of the turn; remembers in the session what was said once and given.
Reply compose(Turn& turn);

// The words of the open question, as they are to be said now.
Message question_message(const Turn& turn, const Open& open, const Prompt& prompt);

// The message for an outcome and its sections; `again`: it was given before, the message alone.
std::vector<Message> outcome_messages(const Dialog& dialog, const Session& session, const Ending& ending, bool again);
Ending ending_for(const Dialog& dialog, const Effective& effective, const Verdict& verdict);

// A finding with its value as a text: "numbness", "not: numbness", "2 to 6 days".
TextRef noted_text(const Dialog& dialog, FindingIndex finding, Value value);

}  // namespace anamnesis
