#include "host/sealed_store.hpp"

#include <limits>

namespace anamnesis {
namespace {

/// A session that nobody has (real ids are 32 hexadecimal digits), to tell whose the store is.
constexpr const char* kKeyCheckId = "master-key-check";

const Error kDoesNotOpen{Errc::bad_input, "a stored conversation does not open with this master key"};
const Error kAnotherKey{Errc::bad_input, "the store was written with another master key"};

Result<std::optional<StoredSession>> open_session(const Vault& vault, StoredSession stored) {
    const std::optional<SessionPact> pact = vault.unwrap(stored.session);
    if (!pact) return kDoesNotOpen;
    for (TurnRow& turn : stored.turns) {
        std::optional<TurnRow> opened = vault.unseal_turn(stored.session.id, pact->key, turn);
        if (!opened) return kDoesNotOpen;
        turn = std::move(*opened);
    }
    return std::optional(std::move(stored));
}

SessionRow check_row(const Vault& vault) {
    SessionRow row;
    row.id = kKeyCheckId;
    row.wrapped_key = vault.wrap_new_key(row.id, {});
    row.expires_at = std::numeric_limits<Instant>::max();
    return row;
}

Result<bool> judge(const Vault& vault, const StoredSession& check) {
    if (!vault.unwrap(check.session)) return kAnotherKey;
    return true;
}

}  // namespace

void SealedStore::check_key(Done<bool> done) {
    const auto look_again = [vault = vault_, done](Result<std::optional<StoredSession>> found) {
        if (!found) return done(found.error());
        done(*found ? judge(*vault, **found) : Result<bool>(kAnotherKey));
    };
    const auto written = [&store = store_, look_again, done](Result<bool> appended) {
        if (appended || appended.error().code != Errc::conflict) return done(std::move(appended));
        store.load(kKeyCheckId, look_again);  // another server was the first
    };
    store_.load(kKeyCheckId, [&store = store_, vault = vault_, written, done](auto found) {
        if (!found) return done(found.error());
        if (*found) return done(judge(*vault, **found));
        store.append(check_row(*vault), {2, "check", {}, {}, {}}, written);
    });
}

void SealedStore::load(const std::string& id, Done<std::optional<StoredSession>> done) {
    store_.load(id, [vault = vault_, done = std::move(done)](Result<std::optional<StoredSession>> loaded) {
        if (!loaded || !*loaded) return done(std::move(loaded));
        done(open_session(*vault, std::move(**loaded)));
    });
}

void SealedStore::append(const SessionRow& session, const TurnRow& turn, Done<bool> done) {
    const std::optional<SessionPact> pact = vault_->unwrap(session);
    if (!pact) return done(kDoesNotOpen);
    store_.append(session, vault_->seal_turn(session.id, pact->key, turn), std::move(done));
}

void SealedStore::put_contact(const SessionRow& session, const std::string& address, Done<bool> done) {
    const std::optional<std::string> sealed = vault_->seal_contact(session, address);
    if (!sealed) return done(kDoesNotOpen);
    store_.put_contact(vault_->contact_hash(address), {session.id, *sealed}, std::move(done));
}

void SealedStore::find_contact(const std::string& address, Done<std::optional<Contact>> done) {
    store_.find_contact(vault_->contact_hash(address), [address, done = std::move(done)](auto found) {
        if (found && *found) (*found)->address = address;  // whoever asks knows it
        done(std::move(found));
    });
}

}  // namespace anamnesis
