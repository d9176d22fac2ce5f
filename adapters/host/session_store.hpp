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
    std::string dialog;  ///< where it began; empty: at the reception
    std::string locale;
    std::string secret_hash;      ///< the newest secret
    std::string old_secret_hash;  ///< still valid until the newest was used; empty then
    std::string wrapped_key;      ///< bytes that only the host reads: the session's key under the master key
    Instant created_at = 0;
    Instant expires_at = 0;  ///< as of the last turn

    bool operator==(const SessionRow&) const = default;
};

/// One turn, never changed once written. The state of a session is the fold of its turns.
struct TurnRow {
    int seq = 0;               ///< of the reply; the greeting is 1, the first turn 2
    std::string message_id;    ///< the client's; unique within the session
    std::string request_hash;  ///< of what was asked, to tell a resend from a reused id
    std::string script;        ///< "id@version#hash" of the script that the turn ended on; empty: the reception
    std::string acts;          ///< bytes that only the host reads: what the turn did

    bool operator==(const TurnRow&) const = default;
};

struct StoredSession {
    SessionRow session;
    std::vector<TurnRow> turns;  ///< by seq

    bool operator==(const StoredSession&) const = default;
};

/// Where a person of a messaging channel is reached. Found by a hash of the address, never by the address.
struct Contact {
    std::string session;
    std::string address;  ///< bytes that only the host reads

    bool operator==(const Contact&) const = default;
};

template <class T>
using Done = std::function<void(Result<T>)>;

/// Runs a function on the host's thread, later. How a store that works in threads answers: called from any of them,
/// for as long as the store lives.
using Post = std::function<void(std::function<void()>)>;

/// All calls are asynchronous by shape: `done` is called exactly once, on the host's thread, perhaps
/// before the call returns. Success means: on disk. Errors: Errc::conflict (another turn took the
/// seq or the message id), Errc::not_found, Errc::unavailable (nobody knows whether it was done).
class SessionStore {
public:
    virtual ~SessionStore() = default;

    virtual void load(const std::string& id, Done<std::optional<StoredSession>> done) = 0;

    /// One transaction: inserts or replaces the session row and appends the turn.
    /// Conflict if the session's last turn is not `turn.seq - 1` (the first turn has seq 2), or its newest secret
    /// is another: two nodes never both take a turn.
    virtual void append(const SessionRow& session, const TurnRow& turn, Done<bool> done) = 0;

    /// Replaces the row of a session that exists, but for `expires_at`, which only a turn sets. Error not_found.
    virtual void update(const SessionRow& session, Done<bool> done) = 0;

    /// Removes the session with its turns and contacts: the wrapped key first, for good, then all rows, so that what
    /// a crash leaves behind cannot be read; no load gives it any more. Removing what is not there is fine.
    virtual void erase(const std::string& id, Done<bool> done) = 0;

    /// Removes sessions with `expires_at <= now`, and what an erase that was cut off left behind; gives how many.
    virtual void purge(Instant now, Done<int> done) = 0;

    /// Replaces what is kept under `hash`; erased with the session. Error not_found: no such session.
    virtual void put_contact(const std::string& hash, const Contact& contact, Done<bool> done) = 0;

    virtual void find_contact(const std::string& hash, Done<std::optional<Contact>> done) = 0;

    /// Writes something, to learn whether the store keeps what it is given; gives what the operator should know
    /// (one sentence), or nothing.
    virtual void probe(Done<std::string> done) = 0;
};

}  // namespace anamnesis
