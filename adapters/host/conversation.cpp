#include "host/conversation.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace anamnesis {
namespace {

using Visit = std::function<void(const wire::ReplyMessage&)>;

wire::ReplyMessage show(const Dialog& dialog, const Step& step, int seq, std::optional<std::string> for_id) {
    return {seq, std::move(for_id), render(dialog, step.session, step.reply)};
}

/// The session after all turns; shows each reply where `visit` is given.
std::optional<Session> run(const Dialog& dialog, const std::string& locale, const std::vector<TurnRow>& turns,
                           const Visit& visit) {
    Step now = start(dialog, locale);
    if (visit) visit(show(dialog, now, kGreetingSeq, std::nullopt));
    for (const TurnRow& turn : turns) {
        const std::optional<Acts> acts = acts_from_json(turn.acts);
        if (!acts) return std::nullopt;
        now = step(dialog, now.session, *acts);
        if (visit) visit(show(dialog, now, turn.seq, turn.message_id));
    }
    return now.session;
}

struct ActsReader {
    const Dialog& dialog;
    const Session& session;

    Result<Acts, wire::ErrorCode> operator()(const wire::Say& say) const {
        return understand(dialog, session, say.text);
    }

    Result<Acts, wire::ErrorCode> operator()(const wire::Choose& choose) const {
        Answer answer;
        answer.question = choose.question;
        answer.choices = choose.choices;
        switch (check_choice(dialog, session, answer)) {
            case ChoiceCheck::unknown_question: return wire::ErrorCode::unknown_question;
            case ChoiceCheck::unknown_choice: return wire::ErrorCode::unknown_choice;
            case ChoiceCheck::ok: break;
        }
        return Acts{answer};
    }

    Result<Acts, wire::ErrorCode> operator()(const wire::CommandMessage& command) const {
        return Acts{Command{command.name, command.argument}};
    }
};

struct Content {
    nlohmann::json operator()(const wire::Say& say) const { return {"say", say.text}; }
    nlohmann::json operator()(const wire::Choose& choose) const { return {"choose", choose.question, choose.choices}; }
    nlohmann::json operator()(const wire::CommandMessage& command) const {
        return {"command", command.name, command.argument};
    }
};

}  // namespace

const TurnRow* Conversation::find_turn(const std::string& message_id) const {
    const auto has_id = [&](const TurnRow& turn) { return turn.message_id == message_id; };
    const auto found = std::find_if(turns.begin(), turns.end(), has_id);
    return found == turns.end() ? nullptr : &*found;
}

std::optional<Conversation> fold(std::shared_ptr<const LoadedScript> script, StoredSession stored) {
    std::optional<Session> session = run(script->dialog, stored.session.locale, stored.turns, {});
    if (!session) return std::nullopt;
    return Conversation{std::move(script), std::move(stored.session), std::move(stored.turns), std::move(*session)};
}

void replay_replies(const Conversation& conversation, const Visit& visit) {
    // The turns were read when the conversation was folded, so there is nothing to fail.
    run(conversation.script->dialog, conversation.row.locale, conversation.turns, visit);
}

const std::string& id_of(const Request& request) {
    return std::visit([](const auto& kind) -> const std::string& { return kind.id; }, request);
}

std::string hash_of(const Request& request, const std::string& session_id) {
    const nlohmann::json content = std::visit(Content{}, request);
    return sha256_hex(nlohmann::json::array({session_id, content}).dump());
}

Result<Acts, wire::ErrorCode> read_acts(const Conversation& conversation, const Request& request) {
    return std::visit(ActsReader{conversation.script->dialog, conversation.session}, request);
}

Result<TurnDraft, wire::ErrorCode> draft_turn(const Conversation& conversation, Request request, const Acts& acts,
                                              Instant now) {
    std::string json = acts_to_json(acts);
    const std::optional<Acts> stored = acts_from_json(json);
    if (!stored) return wire::ErrorCode::too_large;
    const Dialog& dialog = conversation.script->dialog;
    Step after = step(dialog, conversation.session, *stored);
    TurnDraft draft;
    draft.row = conversation.row;
    draft.row.script = conversation.script->pin;
    draft.row.last_turn_at = now;
    draft.row.old_secret_hash.clear();  // this turn shows that the newest secret arrived
    draft.turn = {conversation.next_seq(), id_of(request), hash_of(request, conversation.row.id), std::move(json)};
    draft.page = render(dialog, after.session, after.reply);
    draft.session = std::move(after.session);
    draft.request = std::move(request);
    return draft;
}

void commit(Conversation& conversation, const TurnDraft& draft) {
    conversation.row = draft.row;
    conversation.turns.push_back(draft.turn);
    conversation.session = draft.session;
}

}  // namespace anamnesis
