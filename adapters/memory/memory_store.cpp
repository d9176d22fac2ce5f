#include "memory/memory_store.hpp"

#include <algorithm>

namespace anamnesis {
namespace {

constexpr int kGreetingSeq = 1;

/// Whether the turn is the next one, new, and from the socket that holds the newest secret.
bool may_append(const StoredSession& stored, const SessionRow& session, const TurnRow& turn) {
    const int last_seq = stored.turns.empty() ? kGreetingSeq : stored.turns.back().seq;
    const auto has_its_id = [&](const TurnRow& row) { return row.message_id == turn.message_id; };
    return turn.seq == last_seq + 1 && stored.session.secret_hash == session.secret_hash &&
           std::none_of(stored.turns.begin(), stored.turns.end(), has_its_id);
}

}  // namespace

void MemoryStore::load(const std::string& id, Done<std::optional<StoredSession>> done) {
    const auto found = sessions_.find(id);
    std::optional<StoredSession> stored;
    if (found != sessions_.end()) stored = found->second;
    done(std::move(stored));
}

void MemoryStore::append(const SessionRow& session, const TurnRow& turn, Done<bool> done) {
    const bool is_first = turn.seq == kGreetingSeq + 1 && !sessions_.contains(session.id);
    const auto found =
        is_first ? sessions_.emplace(session.id, StoredSession{session, {}}).first : sessions_.find(session.id);
    if (found == sessions_.end() || !may_append(found->second, session, turn))
        return done(Error{Errc::conflict, "another turn came first"});
    StoredSession& stored = found->second;
    stored.session = session;
    stored.turns.push_back(turn);
    done(true);
}

void MemoryStore::update(const SessionRow& session, Done<bool> done) {
    const auto found = sessions_.find(session.id);
    if (found == sessions_.end()) return done(Error{Errc::not_found, "no such session"});
    SessionRow& row = found->second.session;
    const Instant expires_at = row.expires_at;
    row = session;
    row.expires_at = expires_at;
    done(true);
}

void MemoryStore::erase(const std::string& id, Done<bool> done) {
    sessions_.erase(id);
    drop_lost_contacts();
    done(true);
}

void MemoryStore::purge(Instant now, Done<int> done) {
    const auto is_over = [&](const auto& entry) { return entry.second.session.expires_at <= now; };
    const auto count = std::erase_if(sessions_, is_over);
    drop_lost_contacts();
    done(static_cast<int>(count));
}

void MemoryStore::put_contact(const std::string& hash, const Contact& contact, Done<bool> done) {
    if (!sessions_.contains(contact.session)) return done(Error{Errc::not_found, "no such session"});
    contacts_[hash] = contact;
    done(true);
}

void MemoryStore::find_contact(const std::string& hash, Done<std::optional<Contact>> done) {
    const auto found = contacts_.find(hash);
    std::optional<Contact> contact;
    if (found != contacts_.end()) contact = found->second;
    done(std::move(contact));
}

void MemoryStore::probe(Done<std::string> done) { done(std::string()); }

void MemoryStore::drop_lost_contacts() {
    std::erase_if(contacts_, [&](const auto& entry) { return !sessions_.contains(entry.second.session); });
}

}  // namespace anamnesis
