// When words gave nothing: rephrase, then options, then a kind way on. Never the same words twice.

#include "dialog/turn.hpp"

namespace anamnesis {
namespace {

const char* lead_in(NotUnderstood::Reason reason) {
    switch (reason) {
        case NotUnderstood::Reason::empty: return "engine.repair.empty";
        case NotUnderstood::Reason::unknown: return "engine.repair.unknown";
        case NotUnderstood::Reason::conflict: return "engine.repair.conflict";
        case NotUnderstood::Reason::which: return "engine.repair.which";
        case NotUnderstood::Reason::subject: return "engine.repair.subject";
    }
    return "engine.repair.unknown";
}

constexpr const char* kOtherWords = ".again";

bool has_other_words(Turn& turn, const Prompt& prompt) {
    const Message plain = question_message(turn, *turn.open, prompt);
    turn.question_key = kOtherWords;
    const bool other = question_message(turn, *turn.open, prompt) != plain;
    turn.question_key.reset();
    return other;
}

void list_options(Turn& turn, const Prompt& prompt) {
    std::vector<TextRef> list;
    for (const std::string& id : prompt.options) list.push_back({option_key(turn.dialog, prompt, id), {}, {}});
    turn.say("engine.repair.options", std::move(list));
    turn.question_is_told = true;
}

void write_down_unsure(Turn& turn, const Prompt& prompt) {
    turn.say("engine.repair.unsure");
    Answer answer;
    answer.question = prompt.id;
    answer.choices = {"unsure"};
    answer.typed = answer.all = true;
    take_answer(turn, answer);
}

}  // namespace

void repair(Turn& turn, NotUnderstood::Reason reason) {
    if (!turn.open) return turn.say("engine.repair.nothing_open");
    // The question was well put; what was said of its subject is no answer yet.
    const bool as_it_was = reason == NotUnderstood::Reason::subject;
    ask_again(turn, lead_in(reason), as_it_was);
}

void ask_again(Turn& turn, const char* lead_in, bool as_it_was) {
    const Prompt prompt = prompt_for(turn.dialog, turn.session, *turn.open);
    const int attempt = ++turn.session.talk.attempts[prompt.id];
    const bool can_rephrase = has_other_words(turn, prompt);
    if (attempt > (can_rephrase ? 2 : 1)) return write_down_unsure(turn, prompt);
    if (attempt == 1) turn.say(lead_in);
    if (attempt == 1 && as_it_was) return;
    if (attempt == 1 && can_rephrase)
        turn.question_key = kOtherWords;
    else
        list_options(turn, prompt);
}

}  // namespace anamnesis
