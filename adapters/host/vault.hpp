#pragma once
/// The keys of conversations, and what is sealed with them. Each has a key of its own, wrapped by the master key in
/// its row: who erases the wrapped key has erased all that was sealed with it, in every copy.

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "host/cipher.hpp"
#include "host/privacy.hpp"
#include "host/session_store.hpp"

namespace anamnesis {

/// What a conversation's row holds in `wrapped_key`.
struct SessionPact {
    Key key;
    Retention retention;  ///< what its greeting promised
};

class Vault {
public:
    Vault(const MasterKey& master, Random& random);

    /// A key of its own for a conversation, wrapped for its row.
    std::string wrap_new_key(const std::string& session, const Retention& retention) const;

    /// Nothing where it was wrapped by another master key, or for another conversation.
    std::optional<SessionPact> unwrap(const SessionRow& row) const;

    /// A turn as it is stored, and back. What was asked is sealed beside what it meant: a hash of few words is as good
    /// as the words.
    TurnRow seal_turn(const std::string& session, const Key& key, const TurnRow& turn) const;
    std::optional<TurnRow> unseal_turn(const std::string& session, const Key& key, const TurnRow& stored) const;

    /// Where a person is reached on a messaging channel, like "telegram:4711": found by its keyed hash, and sealed with
    /// the conversation's key.
    std::string contact_hash(std::string_view address) const;
    std::optional<std::string> seal_contact(const SessionRow& row, std::string_view address) const;
    std::optional<std::string> unseal_contact(const SessionRow& row, std::string_view sealed) const;

private:
    struct Keys {
        Key wrapping, contacts;
    };
    struct FreeKeys {
        void operator()(Keys* keys) const;
    };

    Random& random_;
    std::unique_ptr<Keys, FreeKeys> keys_;  ///< where the program has set one up, in memory that no core dump has
};

}  // namespace anamnesis
