#include "host/conversation.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "host/conversation_host.hpp"
#include "host/kept.hpp"
#include "host/moment.hpp"

namespace anamnesis {
namespace {

using Visit = std::function<void(const wire::ReplyMessage&)>;

wire::ReplyMessage show(const Moment& now, int seq, std::optional<std::string> for_id) {
    return {seq, std::move(for_id), page_of(now)};
}

/// Where a fold begins, after `turns` of them.
struct Start {
    Moment moment;
    std::size_t turns = 0;
};

/// How many turns there are up to the last one of a script that is not offered.
std::size_t foreign_turns(const Offer& offer, const std::vector<TurnRow>& turns) {
    const auto is_foreign = [&](const TurnRow& turn) { return !turn.script.empty() && !offer.has_pin(turn.script); };
    return static_cast<std::size_t>(turns.rend() - std::find_if(turns.rbegin(), turns.rend(), is_foreign));
}

std::optional<Start> start_of(const Offer& offer, const SessionRow& row, const std::vector<TurnRow>& turns,
                              const Retention& retention) {
    const std::size_t foreign = foreign_turns(offer, turns);
    nlohmann::json json = nlohmann::json::object();
    for (std::size_t i = 0; i < foreign; ++i) merge_turn(json, turns[i].acts);
    const std::optional<Kept> kept = foreign > 0 ? kept_from_json(json) : std::nullopt;
    if (kept) {
        const std::string& pin = turns[foreign - 1].script;
        std::optional<Moment> moment = take_over(offer, pin.substr(0, pin.find('@')), *kept);
        if (!moment) return std::nullopt;
        moment->turns = foreign;
        return Start{std::move(*moment), foreign};
    }
    std::optional<Moment> moment = begin(offer, row.dialog, row.locale, retention);
    if (!moment) return std::nullopt;
    return Start{std::move(*moment), 0};
}

void show_start(const Start& start, const std::vector<TurnRow>& turns, const Visit& visit) {
    if (start.turns == 0) return visit(show(start.moment, kGreetingSeq, std::nullopt));
    const TurnRow& last = turns[start.turns - 1];
    visit(show(start.moment, last.seq, last.message_id));
}

/// The moment after all turns; shows each reply where `visit` is given.
std::optional<Moment> run(const Offer& offer, const SessionRow& row, const std::vector<TurnRow>& turns,
                          const Retention& retention, const Visit& visit) {
    const std::optional<Start> start = start_of(offer, row, turns, retention);
    if (!start) return std::nullopt;
    if (visit) show_start(*start, turns, visit);
    std::optional<Moment> now = start->moment;
    for (std::size_t i = start->turns; i < turns.size(); ++i) {
        const TurnRow& turn = turns[i];
        const std::optional<Acts> acts = acts_of_turn(turn.acts);
        if (!acts || !now) return std::nullopt;
        now = advance(offer, row.dialog, *now, *acts);
        if (now && visit) visit(show(*now, turn.seq, turn.message_id));
    }
    return now;
}

nlohmann::json kept_of(const Moment& now) { return kept_to_json(keep(now.script->dialog, now.step.session)); }

struct ActsReader {
    const Conversation& conversation;
    const Dialog& dialog = conversation.script->dialog;
    const Session& session = conversation.session;

    Result<Acts, wire::ErrorCode> operator()(const wire::Say& say) const {
        const bool is_at_reception = conversation.script == conversation.offer->reception;
        if (is_at_reception) return understand_at_reception(*conversation.offer, session, say.text.reveal());
        return understand(dialog, session, say.text.reveal());
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

/// What was told in passing counts; what was meant for another question does not.
void leave_out_answers(Acts& acts) {
    std::erase_if(acts, [](const Act& act) {
        return std::holds_alternative<Answer>(act) || std::holds_alternative<NotUnderstood>(act);
    });
    if (acts.empty()) acts.push_back(Command{"repeat", ""});
}

struct Content {
    nlohmann::json operator()(const wire::Say& say) const { return {"say", say.text.reveal()}; }
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

std::optional<Conversation> fold(std::shared_ptr<const Offer> offer, StoredSession stored, const Retention& retention) {
    const bool is_unseen = !stored.turns.empty() && foreign_turns(*offer, stored.turns) == stored.turns.size();
    std::optional<Moment> now = run(*offer, stored.session, stored.turns, retention, {});
    if (!now) return std::nullopt;
    nlohmann::json kept = nlohmann::json::object();
    for (const TurnRow& turn : stored.turns) merge_turn(kept, turn.acts);
    return Conversation{std::move(offer),
                        std::move(now->script),
                        std::move(stored.session),
                        std::move(stored.turns),
                        std::move(now->step.session),
                        now->turns,
                        std::move(kept),
                        retention,
                        is_unseen};
}

void replay_replies(const Conversation& conversation, const Visit& visit) {
    // The turns were read when the conversation was folded, so there is nothing to fail.
    run(*conversation.offer, conversation.row, conversation.turns, conversation.retention, visit);
}

const std::string& id_of(const Request& request) {
    return std::visit([](const auto& kind) -> const std::string& { return kind.id; }, request);
}

std::string hash_of(const Request& request, const std::string& session_id) {
    const nlohmann::json content = std::visit(Content{}, request);
    return sha256_hex(nlohmann::json::array({session_id, content}).dump());
}

Result<Acts, wire::ErrorCode> read_acts(const Conversation& conversation, const Request& request) {
    if (conversation.is_unseen && std::holds_alternative<wire::Choose>(request)) return Acts{Command{"repeat", ""}};
    Result<Acts, wire::ErrorCode> acts = std::visit(ActsReader{conversation}, request);
    if (acts && conversation.is_unseen) leave_out_answers(*acts);
    return acts;
}

Result<TurnDraft, wire::ErrorCode> draft_turn(const Conversation& conversation, Request request, const Acts& acts,
                                              Instant now_ms) {
    const std::optional<Acts> stored = acts_from_json(acts_to_json(acts));
    if (!stored) return wire::ErrorCode::too_large;
    Moment now{conversation.script, {conversation.session, {}}, conversation.turns_of_this_try};
    std::optional<Moment> after = advance(*conversation.offer, conversation.row.dialog, now, *stored);
    if (!after) return wire::ErrorCode::unknown_dialog;
    TurnDraft draft;
    draft.row = conversation.row;
    const Retention& promised = conversation.retention;
    const bool has_ended = !after->step.reply.prompt;
    draft.row.expires_at = now_ms + kHourMs * (has_ended ? promised.ended_hours : promised.in_progress_hours);
    draft.row.old_secret_hash.clear();  // this turn shows that the newest secret arrived
    draft.kept = kept_of(*after);
    draft.turn = {conversation.next_seq(), id_of(request), hash_of(request, conversation.row.id), after->script->pin,
                  turn_to_bytes(*stored, conversation.kept, draft.kept)};
    draft.page = page_of(*after);
    draft.script = std::move(after->script);
    draft.session = std::move(after->step.session);
    draft.turns_of_this_try = after->turns;
    draft.request = std::move(request);
    return draft;
}

void commit(Conversation& conversation, const TurnDraft& draft) {
    conversation.row = draft.row;
    conversation.turns.push_back(draft.turn);
    conversation.script = draft.script;
    conversation.session = draft.session;
    conversation.turns_of_this_try = draft.turns_of_this_try;
    conversation.kept = draft.kept;
    conversation.is_unseen = false;
}

}  // namespace anamnesis
