#include "host/own_data.hpp"

#include <array>

#include <time.h>

#include "host/kept.hpp"

namespace anamnesis {
namespace {

bool is_what_is_known(const Message& message) {
    return message.text.key == "engine.known" || message.text.key == "engine.known_nothing";
}

/// What the command "known" answers, without its turn.
std::string known(const Conversation& conversation) {
    const Dialog& dialog = conversation.script->dialog;
    const Step asked = step(dialog, conversation.session, {Command{"known", {}}});
    Reply reply;
    for (const Message& message : asked.reply.messages)
        if (is_what_is_known(message)) reply.messages.push_back(message);
    std::string lines;
    for (const Page::Text& message : render(dialog, asked.session, reply).messages) lines += message.text + '\n';
    return lines;
}

std::string last_advice(const Conversation& conversation) {
    std::string lines;
    replay_replies(conversation, [&](const wire::ReplyMessage& reply) {
        if (!reply.page.outcome) return;
        lines.clear();
        for (const Page::Text& message : reply.page.messages) lines += message.text + '\n';
    });
    return lines;
}

}  // namespace

wire::OwnData own_data(const Conversation& conversation, const std::string& for_id) {
    const SessionRow& row = conversation.row;
    const Dialog& dialog = conversation.script->dialog;
    wire::OwnData own{for_id,
                      row.id,
                      dialog.id,
                      row.locale,
                      iso_time(row.created_at),
                      iso_time(row.expires_at),
                      {},
                      text_for(dialog, row.locale, "dialog.title") + '\n'};
    for (const TurnRow& turn : conversation.turns) {
        const Acts acts = acts_of_turn(turn.acts).value_or(Acts{});  // they were read when it was folded
        own.turns.push_back({turn.seq, turn.message_id, turn.script, acts_to_json(acts)});
    }
    own.summary += known(conversation) + last_advice(conversation);
    return own;
}

std::string iso_time(Instant instant) {
    const time_t seconds = instant / 1000;
    tm parts{};
    std::array<char, sizeof "2026-11-25T19:30:00Z" + 8> text{};
    if (::gmtime_r(&seconds, &parts) == nullptr) return {};
    const std::size_t size = ::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
    return {text.data(), size};
}

}  // namespace anamnesis
