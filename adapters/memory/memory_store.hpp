#pragma once
/// Conversations in memory: for tests, for a terminal, and for a server that may forget.

#include <map>
#include <string>

#include <anamnesis/host/session_store.hpp>

namespace anamnesis {

/// Answers every call before it returns; never unavailable. What it holds ends with it.
class MemoryStore final : public SessionStore {
public:
    void load(const std::string& id, Done<std::optional<StoredSession>> done) override;
    void append(const SessionRow& session, const TurnRow& turn, Done<bool> done) override;
    void update(const SessionRow& session, Done<bool> done) override;
    void erase(const std::string& id, Done<bool> done) override;
    void purge(Instant now, Done<int> done) override;
    void put_contact(const std::string& hash, const Contact& contact, Done<bool> done) override;
    void find_contact(const std::string& hash, Done<std::optional<Contact>> done) override;
    void probe(Done<std::string> done) override;

private:
    void drop_lost_contacts();

    std::map<std::string, StoredSession> sessions_;
    std::map<std::string, Contact> contacts_;
};

}  // namespace anamnesis
