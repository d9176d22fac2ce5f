#include <algorithm>
#include <utility>

#include "host/connection.hpp"
#include "host/moment.hpp"

namespace anamnesis {
namespace {

/// "delete" comes as a command or in words; what was understood tells.
bool asks_to_delete(const Acts& acts) {
    return std::any_of(acts.begin(), acts.end(), [](const Act& act) {
        const auto* command = std::get_if<Command>(&act);
        return command && command->name == "delete";
    });
}

bool is_emergency(const Page& page) { return page.outcome && page.outcome->level == Level::emergency; }

}  // namespace

void Connection::take_turn(const Request& request, int redone) {
    if (!conversation_) return answer_after_delete(request);
    const TurnRow* const known = conversation_->find_turn(id_of(request));
    if (known) return resend(*known, request);
    const Result<Acts, wire::ErrorCode> acts = read_acts(*conversation_, request);
    if (!acts) return fail(acts.error(), id_of(request));
    const bool is_delete = asks_to_delete(*acts);
    const bool is_full = conversation_->turns.size() >= kTurnsMax;
    const bool is_long = conversation_->turns_of_this_try >= kTurnsOfOneTryMax && !starts_over(*acts);
    if ((is_full || is_long) && !is_delete) return fail(wire::ErrorCode::rate_limited, id_of(request));
    Result<TurnDraft, wire::ErrorCode> draft = draft_turn(*conversation_, request, *acts, host_.clock.now());
    if (!draft) return fail(draft.error(), id_of(request));
    draft->redone = redone;
    if (is_delete) return erase(std::move(*draft));
    store(std::move(*draft));
}

/// A `delete` that is sent again gets its reply again, as every message does.
void Connection::answer_after_delete(const Request& request) {
    if (!farewell_ || farewell_->reply.for_id != id_of(request))
        return fail(wire::ErrorCode::out_of_order, id_of(request));
    if (farewell_->request_hash != hash_of(request, farewell_->session))
        return fail(wire::ErrorCode::id_reused, id_of(request));
    send(farewell_->reply);
}

void Connection::resend(const TurnRow& turn, const Request& request) {
    if (turn.request_hash != hash_of(request, conversation_->row.id))
        return fail(wire::ErrorCode::id_reused, id_of(request));
    bool is_sent = false;
    replay_replies(*conversation_, [&](wire::ReplyMessage reply) {
        if (is_sent || reply.seq < turn.seq) return;
        is_sent = true;  // a later one: what it was answered went with its script, and this is where it stands now
        reply.seq = turn.seq;
        reply.for_id = turn.message_id;
        send(reply);
    });
}

void Connection::store(TurnDraft draft) {
    const auto kept = std::make_shared<const TurnDraft>(std::move(draft));
    host_.store.append(kept->row, kept->turn, then<bool>([this, kept](Result<bool> done) {
                           if (!done) return read_back(kept, done.error().code);
                           commit(*conversation_, *kept);
                           finish(*kept);
                       }));
}

/// Only the newest socket may erase: one that another server has taken over is told so.
void Connection::erase(TurnDraft draft) {
    const auto kept = std::make_shared<const TurnDraft>(std::move(draft));
    host_.store.load(kept->row.id, then<std::optional<StoredSession>>([this, kept](auto loaded) {
                         const bool is_readable = loaded || loaded.error().code != Errc::bad_input;
                         if (!is_readable) return erase_own(kept);  // deleting works, whatever became of the rows
                         if (!loaded) {
                             ++host_.metrics.store_failures;
                             return fail(wire::ErrorCode::unavailable, kept->turn.message_id);
                         }
                         if (!*loaded || (*loaded)->session.secret_hash == kept->row.secret_hash)
                             return erase_own(kept);
                         is_taken_over_ = true;
                         fail(wire::ErrorCode::taken_over, kept->turn.message_id);
                     }));
}

void Connection::erase_own(std::shared_ptr<const TurnDraft> kept) {
    host_.store.erase(
        kept->row.id, then<bool>([this, kept](Result<bool> done) {
            if (!done) {
                ++host_.metrics.store_failures;
                return fail(wire::ErrorCode::unavailable, kept->turn.message_id);
            }
            drop();
            farewell_ =
                Farewell{kept->row.id, kept->turn.request_hash, {kept->turn.seq, kept->turn.message_id, kept->page}};
            finish(*kept);
        }));
}

void Connection::finish(const TurnDraft& draft) {
    ++host_.metrics.turns;
    if (is_emergency(draft.page)) ++host_.metrics.emergencies;
    send(wire::ReplyMessage{draft.turn.seq, draft.turn.message_id, draft.page});
}

/// Another turn came first, or nobody knows whether this one was stored: the store knows.
void Connection::read_back(std::shared_ptr<const TurnDraft> draft, Errc failure) {
    if (failure != Errc::conflict) ++host_.metrics.store_failures;
    const std::string& id = draft->row.id;
    host_.store.load(id, then<std::optional<StoredSession>>([this, draft, failure](auto loaded) {
                         if (loaded) return recover(*draft, failure, std::move(*loaded));
                         ++host_.metrics.store_failures;
                         fail(wire::ErrorCode::unavailable, draft->turn.message_id);
                     }));
}

void Connection::recover(const TurnDraft& draft, Errc failure, std::optional<StoredSession> stored) {
    const std::string& id = draft.turn.message_id;
    const bool was_stored = !conversation_->turns.empty();
    if (!stored && was_stored) {  // erased meanwhile, or past its time
        drop();
        return fail(wire::ErrorCode::session_unknown, id);
    }
    if (!stored) return fail(wire::ErrorCode::unavailable, id);
    if (stored->session.secret_hash != conversation_->row.secret_hash) {
        is_taken_over_ = true;  // by a socket of another server
        return fail(wire::ErrorCode::taken_over, id);
    }
    std::optional<Conversation> now = fold(conversation_->offer, std::move(*stored), conversation_->retention);
    if (!now) return fail(wire::ErrorCode::unavailable, id);
    *conversation_ = std::move(*now);
    if (failure == Errc::conflict && draft.redone < kRedoMax) return take_turn(draft.request, draft.redone + 1);
    if (const TurnRow* landed = conversation_->find_turn(id)) return resend(*landed, draft.request);
    fail(failure == Errc::conflict ? wire::ErrorCode::busy : wire::ErrorCode::unavailable, id);
}

}  // namespace anamnesis
