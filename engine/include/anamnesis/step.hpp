#pragma once
/// One turn: what was meant goes in, a new session and a reply come out. Pure and total.

#include <string_view>

#include <anamnesis/reply.hpp>

namespace anamnesis {

/// The conversation after a turn, and what to answer.
struct Step {
    Session session;
    Reply reply;
};

/// A new conversation and its greeting. An unknown locale is no error: the dialog's default language.
Step start(const Dialog& dialog, std::string_view locale);

/// Advances a conversation by one turn. `session` came from start() or step() of this dialog. Every acts have an
/// answer; those that name what the dialog does not have are passed over. Equal arguments give equal results.
/// Keep the new session before the reply is shown: what was acknowledged must not be lost.
Step step(const Dialog& dialog, const Session& session, const Acts& acts);

/// What a message means at this point of the conversation. Text of any size and form is safe; the
/// caller bounds it. Cost: linear in the text times the number of phrases.
Acts understand(const Dialog& dialog, const Session& session, std::string_view text);

/// The open question of a session, if any, with its id as on the wire.
std::optional<Prompt> open_prompt(const Dialog& dialog, const Session& session);

/// True where `question` can be answered with `choices` now: it exists, was or is open, and has them.
enum class ChoiceCheck { ok, unknown_question, unknown_choice };
ChoiceCheck check_choice(const Dialog& dialog, const Session& session, const Answer& answer);

}  // namespace anamnesis
