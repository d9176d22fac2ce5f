#include "host/vault.hpp"

#include <algorithm>
#include <new>

#include <openssl/crypto.h>

namespace anamnesis {
namespace {

/// The key, then the hours in progress and ended, two bytes each.
constexpr std::size_t kPactBytes = kKeyBytes + 4;

/// Each place is another: a text sealed for one is refused at all others.
std::string place_of_key(const std::string& session) { return "key:" + session; }
std::string place_of_turn(const std::string& session, int seq) { return "turn:" + std::to_string(seq) + ':' + session; }
std::string place_of_contact(const std::string& session) { return "contact:" + session; }

void append_hours(std::string& text, int hours) {
    text += static_cast<char>(hours / 256);
    text += static_cast<char>(hours % 256);
}

int hours_at(const std::string& text, std::size_t at) {
    return static_cast<unsigned char>(text[at]) * 256 + static_cast<unsigned char>(text[at + 1]);
}

SessionPact read_pact(const std::string& text) {
    std::array<unsigned char, kKeyBytes> bytes{};
    std::copy_n(text.begin(), kKeyBytes, bytes.begin());
    SessionPact pact{bytes, {hours_at(text, kKeyBytes), hours_at(text, kKeyBytes + 2)}};
    wipe(bytes);
    return pact;
}

}  // namespace

void Vault::FreeKeys::operator()(Keys* keys) const {
    keys->~Keys();
    OPENSSL_secure_free(keys);
}

Vault::Vault(const MasterKey& master, Random& random) : random_(random) {
    void* const memory = OPENSSL_secure_malloc(sizeof(Keys));
    if (memory == nullptr) throw std::bad_alloc();
    keys_.reset(new (memory) Keys{derive_key(master, "wrap session keys"), derive_key(master, "hash contacts")});
}

std::string Vault::wrap_new_key(const std::string& session, const Retention& retention) const {
    const Key key = make_key(random_);
    std::string pact(key.reveal().begin(), key.reveal().end());
    pact.reserve(kPactBytes);
    append_hours(pact, retention.in_progress_hours);
    append_hours(pact, retention.ended_hours);
    std::string wrapped = seal(keys_->wrapping, pact, place_of_key(session), random_);
    wipe(pact);
    return wrapped;
}

std::optional<SessionPact> Vault::unwrap(const SessionRow& row) const {
    std::optional<std::string> text = unseal(keys_->wrapping, row.wrapped_key, place_of_key(row.id));
    if (!text || text->size() != kPactBytes) return std::nullopt;
    SessionPact pact = read_pact(*text);
    wipe(*text);
    return pact;
}

TurnRow Vault::seal_turn(const std::string& session, const Key& key, const TurnRow& turn) const {
    TurnRow sealed = turn;
    sealed.acts = seal(key, turn.request_hash + '\n' + turn.acts, place_of_turn(session, turn.seq), random_);
    sealed.request_hash.clear();
    return sealed;
}

std::optional<TurnRow> Vault::unseal_turn(const std::string& session, const Key& key, const TurnRow& stored) const {
    const std::optional<std::string> text = unseal(key, stored.acts, place_of_turn(session, stored.seq));
    if (!text) return std::nullopt;
    const auto end_of_hash = text->find('\n');
    if (end_of_hash == std::string::npos) return std::nullopt;
    TurnRow turn = stored;
    turn.request_hash = text->substr(0, end_of_hash);
    turn.acts = text->substr(end_of_hash + 1);
    return turn;
}

std::string Vault::contact_hash(std::string_view address) const { return keyed_hash(keys_->contacts, address); }

std::optional<std::string> Vault::seal_contact(const SessionRow& row, std::string_view address) const {
    const std::optional<SessionPact> pact = unwrap(row);
    if (!pact) return std::nullopt;
    return seal(pact->key, address, place_of_contact(row.id), random_);
}

std::optional<std::string> Vault::unseal_contact(const SessionRow& row, std::string_view sealed) const {
    const std::optional<SessionPact> pact = unwrap(row);
    if (!pact) return std::nullopt;
    return unseal(pact->key, sealed, place_of_contact(row.id));
}

}  // namespace anamnesis
