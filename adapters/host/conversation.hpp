#pragma once
/// One conversation as a connection holds it: its stored rows and the session they fold to. Pure.

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include <anamnesis/step.hpp>

#include "host/offer.hpp"
#include "host/privacy.hpp"
#include "host/session_store.hpp"
#include "host/wire.hpp"

namespace anamnesis {

/// The reply that every conversation begins with.
inline constexpr int kGreetingSeq = 1;

struct Conversation {
    std::shared_ptr<const Offer> offer;          ///< what was offered as it began; kept for as long as it is held
    std::shared_ptr<const LoadedScript> script;  ///< one of the offer: a dialog's, or the reception's
    SessionRow row;
    std::vector<TurnRow> turns;
    Session session;  ///< the fold of `turns`
    std::size_t turns_of_this_try = 0;
    nlohmann::json kept;  ///< of `session`, for a node without its script
    Retention retention;  ///< as its greeting says
    bool is_unseen = false;  ///< another version took it over, and what it asks now has not gone out

    int next_seq() const { return turns.empty() ? kGreetingSeq + 1 : turns.back().seq + 1; }
    const TurnRow* find_turn(const std::string& message_id) const;
};

/// The fold of what was stored, through the scripts of an offer. From turns of a script that the offer does not have,
/// what was said is carried over, as far as it still means the same (anamnesis/take_over.hpp). Nothing where a stored
/// turn cannot be read, or the offer lacks a dialog of it.
std::optional<Conversation> fold(std::shared_ptr<const Offer> offer, StoredSession stored, const Retention& retention);

/// Folds again and shows each reply, the greeting first, as it was first sent. Of turns of a script that is not offered
/// there is one reply, that of the last: where the conversation stands now.
void replay_replies(const Conversation& conversation, const std::function<void(const wire::ReplyMessage&)>& visit);

/// What a client's turn asks for.
using Request = std::variant<wire::Say, wire::Choose, wire::CommandMessage>;

const std::string& id_of(const Request& request);

/// Tells a resend from an id that is used again. Salted with the session: words cannot be looked up
/// across conversations.
std::string hash_of(const Request& request, const std::string& session_id);

/// What a request means at this point, or why it cannot be taken. Answers no question that has not been seen: what is
/// asked is shown then.
Result<Acts, wire::ErrorCode> read_acts(const Conversation& conversation, const Request& request);

/// A turn that was thought through but is not stored yet.
struct TurnDraft {
    Request request;
    int redone = 0;  ///< how often it was begun anew because another turn came first
    SessionRow row;
    TurnRow turn;
    std::shared_ptr<const LoadedScript> script;  ///< after the turn
    Session session;                             ///< after the turn
    std::size_t turns_of_this_try = 0;           ///< after the turn
    nlohmann::json kept;                         ///< after the turn
    Page page;
};

/// The turn that `acts` make, as of `now`. What is stepped is what is stored, so that the fold
/// gives the same reply. Error too_large: more was said than a turn can hold.
Result<TurnDraft, wire::ErrorCode> draft_turn(const Conversation& conversation, Request request, const Acts& acts,
                                              Instant now);

/// Makes a stored draft the conversation's last turn.
void commit(Conversation& conversation, const TurnDraft& draft);

}  // namespace anamnesis
