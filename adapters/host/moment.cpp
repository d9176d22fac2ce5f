#include "host/moment.hpp"

#include <algorithm>
#include <iterator>

namespace anamnesis {
namespace {

bool is_said_at_reception(const Message& message) {
    const std::string& key = message.text.key;
    return key == "engine.greeting" || key == "engine.not_reviewed";
}

/// A dialog that was chosen at the reception, which has greeted already.
Step begin_chosen(const Dialog& dialog, const Session& before) {
    Step begun = start(dialog, before.locale);
    auto& messages = begun.reply.messages;
    messages.erase(std::remove_if(messages.begin(), messages.end(), is_said_at_reception), messages.end());
    const TextRef title{"dialog.title", {}, {}};
    messages.insert(messages.begin(), Message{{"engine.reception.chosen", {title}, {}}, {}});
    return begun;
}

TextRef hours(int count) {
    if (count == 1) return {"engine.privacy.hour", {}, {}};
    return {"engine.privacy.hours", {}, static_cast<double>(count)};
}

/// What becomes of the answers is the host's to say: the engine keeps none.
void promise(Step& greeting, const Retention& retention) {
    std::vector<Message> said = {{{"engine.privacy.kept", {hours(retention.in_progress_hours)}, {}}, {}}};
    if (retention.ended_hours != retention.in_progress_hours)
        said.push_back({{"engine.privacy.ended", {hours(retention.ended_hours)}, {}}, {}});
    auto& messages = greeting.reply.messages;
    const auto is_last_caution = [](const Message& message) { return message.text.key == "engine.not_reviewed"; };
    const auto caution = std::find_if(messages.begin(), messages.end(), is_last_caution);
    messages.insert(caution == messages.end() ? caution : caution + 1, said.begin(), said.end());
}

bool is_greeting(const Message& message) {
    const std::string& key = message.text.key;
    return key == "engine.reception.chosen" || key == "dialog.greeting";
}

/// The message that chose it is its first turn. An alarm goes out alone; else what it is about comes first.
Step with_first_turn(const Dialog& dialog, Step begun, const Acts& acts) {
    begun.session.talk.said.clear();  // nothing of the begun reply went out
    Step after = step(dialog, begun.session, acts);
    if (after.reply.ending) return after;
    std::vector<Message> messages;
    std::copy_if(begun.reply.messages.begin(), begun.reply.messages.end(), std::back_inserter(messages), is_greeting);
    messages.insert(messages.end(), after.reply.messages.begin(), after.reply.messages.end());
    after.reply.messages = std::move(messages);
    return after;
}

std::optional<Moment> enter(const Offer& offer, const std::string& chosen, const Session& before, const Acts& acts) {
    const auto script = offer.find(chosen);
    if (!script) return std::nullopt;
    Acts said;
    for (const Act& act : acts)
        if (!std::holds_alternative<Answer>(act)) said.push_back(act);
    Step begun = begin_chosen(script->dialog, before);
    if (said.empty()) return Moment{script, std::move(begun)};
    return Moment{script, with_first_turn(script->dialog, std::move(begun), said)};
}

/// How many questions there will be is not known yet.
Moment at_reception(const Offer& offer, Step step) {
    step.reply.progress = {};
    return {offer.reception, std::move(step)};
}

std::optional<Moment> next(const Offer& offer, const std::string& dialog, const Moment& now, const Acts& acts) {
    const bool began_at_reception = dialog.empty();
    const bool is_at_reception = now.script == offer.reception;
    const std::string chosen = is_at_reception ? chosen_dialog(acts) : std::string();
    if (!chosen.empty()) return enter(offer, chosen, now.step.session, acts);
    if (is_at_reception) return at_reception(offer, step(now.script->dialog, now.step.session, acts));
    if (began_at_reception && starts_over(acts)) {
        const Session anew = start(offer.reception->dialog, now.step.session.locale).session;
        return at_reception(offer, step(offer.reception->dialog, anew, acts));
    }
    return Moment{now.script, step(now.script->dialog, now.step.session, acts)};
}

}  // namespace

bool starts_over(const Acts& acts) {
    const auto* command = acts.empty() ? nullptr : std::get_if<Command>(&acts.front());
    return command && command->name == "start_over";
}

std::optional<Moment> begin(const Offer& offer, const std::string& dialog, const std::string& locale,
                            const Retention& retention) {
    const auto script = offer.find(dialog);
    if (!script) return std::nullopt;
    Step greeting = start(script->dialog, locale);
    promise(greeting, retention);
    if (script == offer.reception) return at_reception(offer, std::move(greeting));
    return Moment{script, std::move(greeting)};
}

std::optional<Moment> take_over(const Offer& offer, const std::string& dialog, const Kept& kept) {
    const auto script = offer.find(dialog);
    if (!script || dialog.empty()) return std::nullopt;
    Session session = take_over(script->dialog, kept);
    Reply reply = step(script->dialog, session, {Command{"repeat", ""}}).reply;
    return Moment{script, {std::move(session), std::move(reply)}};
}

std::optional<Moment> advance(const Offer& offer, const std::string& dialog, const Moment& now, const Acts& acts) {
    std::optional<Moment> after = next(offer, dialog, now, acts);
    if (after) after->turns = starts_over(acts) ? 0 : now.turns + 1;
    return after;
}

Page page_of(const Moment& now) { return render(now.script->dialog, now.step.session, now.step.reply); }

}  // namespace anamnesis
