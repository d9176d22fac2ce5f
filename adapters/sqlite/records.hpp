#pragma once
/// What the store does to its rows, on one connection and within the caller's transaction.

#include <optional>
#include <string>

#include <anamnesis/host/session_store.hpp>

#include "sqlite/database.hpp"

namespace anamnesis::sqlite {

/// A session whose key was forgotten is not there any more, but for sweep().
/// A conflict or not_found leaves the transaction as it was; after any other error it must be rolled back.
class Records {
public:
    static Result<Records> prepare(sqlite3* database);

    Result<std::optional<StoredSession>> load(const std::string& id);
    Result<bool> append(const SessionRow& session, const TurnRow& turn);
    Result<bool> update(const SessionRow& session);

    /// The first half of an erasure. Once it is on disk, sweep() may remove the rows.
    Result<bool> forget_key(const std::string& id);
    Result<int> forget_expired_keys(Instant now);
    Result<bool> sweep();

    Result<bool> put_contact(const std::string& hash, const Contact& contact);
    Result<std::optional<Contact>> find_contact(const std::string& hash);
    Result<bool> probe();

private:
    explicit Records(sqlite3* database) : database_(database) {}

    struct Place {
        std::int64_t number = 0;
        SessionRow row;
        std::int64_t last_seq = 1;
        bool is_erased = false;
    };
    Result<std::optional<Place>> find(const std::string& id);
    Result<std::int64_t> add_session(const SessionRow& session);
    Result<bool> add_turn(std::int64_t number, const SessionRow& session, const TurnRow& turn);
    Result<bool> put_session(std::int64_t number, const SessionRow& session);

    sqlite3* database_;
    Statement find_, load_turns_, add_session_, put_session_, add_turn_;
    Statement forget_key_, put_off_, forget_expired_, sweep_;
    Statement put_contact_, find_contact_, probe_;
};

}  // namespace anamnesis::sqlite
