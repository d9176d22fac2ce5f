#pragma once
/// Where conversations live: the port that every store implements, with one conformance suite
/// (tests/adapters/store_conformance.hpp).

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <anamnesis/result.hpp>

#include <anamnesis/host/ports.hpp>

namespace anamnesis {

/// The row of one conversation. Secrets are kept as SHA-256, never in the clear.
struct SessionRow {
    std::string id;
    std::string dialog;
    std::string locale;
    std::string script;           ///< "id@version#hash" of the script the last turn ran on
    std::string secret_hash;      ///< the newest secret
    std::string old_secret_hash;  ///< still valid until the newest was used; empty then
    Instant created_at = 0;
    Instant last_turn_at = 0;

    bool operator==(const SessionRow&) const = default;
};

/// One turn, never changed once written. The state of a session is the fold of its turns' acts.
struct TurnRow {
    int seq = 0;               ///< of the reply; the greeting is 1, the first turn 2
    std::string message_id;    ///< the client's; unique within the session
    std::string request_hash;  ///< SHA-256 of what was asked, to tell a resend from a reused id
    std::string acts;          ///< acts_to_json()

    bool operator==(const TurnRow&) const = default;
};

struct StoredSession {
    SessionRow session;
    std::vector<TurnRow> turns;  ///< by seq

    bool operator==(const StoredSession&) const = default;
};

template <class T>
using Done = std::function<void(Result<T>)>;

/// All calls are asynchronous by shape: `done` is called exactly once, on the host's thread, perhaps
/// before the call returns. Success means: on disk. Errors: Errc::conflict (another turn took the
/// seq or the message id), Errc::not_found, Errc::unavailable.
class SessionStore {
public:
    virtual ~SessionStore() = default;

    virtual void load(const std::string& id, Done<std::optional<StoredSession>> done) = 0;

    /// One transaction: inserts or replaces the session row and appends the turn.
    /// Conflict if the session's last turn is not `turn.seq - 1` (the first turn has seq 2).
    virtual void append(const SessionRow& session, const TurnRow& turn, Done<bool> done) = 0;

    /// Replaces the row of a session that exists.
    virtual void update(const SessionRow& session, Done<bool> done) = 0;

    /// Removes the session and its turns; removing what is not there is fine.
    virtual void erase(const std::string& id, Done<bool> done) = 0;

    /// Removes sessions whose last turn is older than `before`; gives how many.
    virtual void purge(Instant before, Done<int> done) = 0;
};

}  // namespace anamnesis
