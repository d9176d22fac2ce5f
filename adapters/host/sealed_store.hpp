#pragma once
/// A store in which nobody reads who has not got the master key: seals each turn before another store keeps it, and
/// opens it when it comes back. Holds no keys of conversations, so none of them outlives a call.

#include <memory>

#include "host/session_store.hpp"
#include "host/vault.hpp"

namespace anamnesis {

/// A conversation's row has a `wrapped_key` of the vault's. What was stored and does not open, since it was changed,
/// moved or sealed with another key, is Errc::bad_input; else as SessionStore has it.
class SealedStore {
public:
    SealedStore(SessionStore& store, std::shared_ptr<const Vault> vault) : store_(store), vault_(std::move(vault)) {}

    /// Whether the store was made with this master key; a new one is from now on.
    /// Errors: Errc::bad_input (another key), and the store's.
    void check_key(Done<bool> done);

    void load(const std::string& id, Done<std::optional<StoredSession>> done);
    void append(const SessionRow& session, const TurnRow& turn, Done<bool> done);
    void update(const SessionRow& session, Done<bool> done) { store_.update(session, std::move(done)); }
    void erase(const std::string& id, Done<bool> done) { store_.erase(id, std::move(done)); }
    void purge(Instant now, Done<int> done) { store_.purge(now, std::move(done)); }

    /// Where the person of a conversation is reached, like "telegram:4711", and whose conversation that is.
    void put_contact(const SessionRow& session, const std::string& address, Done<bool> done);
    void find_contact(const std::string& address, Done<std::optional<Contact>> done);

private:
    SessionStore& store_;
    std::shared_ptr<const Vault> vault_;  ///< shared with answers that come after the host is gone
};

}  // namespace anamnesis
