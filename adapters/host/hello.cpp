#include <utility>

#include <openssl/crypto.h>

#include "host/connection.hpp"

namespace anamnesis {
namespace {

/// In constant time, so that a guess cannot be bettered by measuring.
bool is_same_hash(const std::string& a, const std::string& b) {
    return a.size() == b.size() && !a.empty() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

bool has_secret(const SessionRow& row, const SecretText& secret) {
    const std::string shown = sha256_hex(secret.reveal());
    const bool is_newest = is_same_hash(shown, row.secret_hash);
    const bool is_old = is_same_hash(shown, row.old_secret_hash);
    return is_newest || is_old;
}

}  // namespace

void Connection::hello(const wire::Hello& hello) {
    if (conversation_) return fail(wire::ErrorCode::out_of_order);
    if (hello.session) return resume(hello);
    greet(hello);
}

void Connection::greet(const wire::Hello& hello) {
    const auto& offer = host_.offer();
    const std::string dialog = offer->entrance(hello.dialog);
    const auto script = offer->find(dialog);
    if (!script) return fail(wire::ErrorCode::unknown_dialog);
    const SecretText secret = host_.random.token();
    const Instant now = host_.clock.now();
    SessionRow row;
    row.id = host_.random.token();
    row.dialog = dialog;
    row.locale = hello.locale;
    row.secret_hash = sha256_hex(secret.reveal());
    row.created_at = now;
    row.expires_at = now + kHourMs * host_.retention.in_progress_hours;
    row.wrapped_key = host_.vault->wrap_new_key(row.id, host_.retention);
    std::optional<Conversation> begun = fold(offer, {std::move(row), {}}, host_.retention);
    ++host_.metrics.sessions_started;
    admit(std::move(*begun), secret, 0);
}

void Connection::resume(const wire::Hello& hello) {
    host_.store.load(*hello.session, then<std::optional<StoredSession>>([this, hello](auto loaded) {
        if (loaded) return check_resume(hello, std::move(*loaded));
        ++host_.metrics.store_failures;
        const bool is_unreadable = loaded.error().code == Errc::bad_input;
        fail(is_unreadable ? wire::ErrorCode::session_unknown : wire::ErrorCode::unavailable);
    }));
}

void Connection::check_resume(const wire::Hello& hello, std::optional<StoredSession> stored) {
    const Instant now = host_.clock.now();
    const bool is_theirs = stored && stored->session.expires_at > now && has_secret(stored->session, hello.secret);
    const std::optional<SessionPact> pact = is_theirs ? host_.vault->unwrap(stored->session) : std::nullopt;
    if (!pact) return fail(wire::ErrorCode::session_unknown);
    const auto offer = host_.offer_of(*stored);
    const bool is_offered = offer->find(stored->session.dialog) != nullptr;
    std::optional<Conversation> conversation = fold(offer, std::move(*stored), pact->retention);
    if (conversation) return rotate_secret(std::move(*conversation), hello);
    if (is_offered) ++host_.metrics.store_failures;  // what was stored cannot be read
    fail(wire::ErrorCode::session_unknown);
}

/// The new secret is stored before the peer hears of it; the one it showed stays valid until the
/// new one was used, since `ready` may be lost on its way.
void Connection::rotate_secret(Conversation conversation, const wire::Hello& hello) {
    const SecretText secret = host_.random.token();
    conversation.row.old_secret_hash = sha256_hex(hello.secret.reveal());
    conversation.row.secret_hash = sha256_hex(secret.reveal());
    const SessionRow row = conversation.row;
    const auto kept = std::make_shared<const Conversation>(std::move(conversation));
    const int after = hello.after;
    host_.store.update(row, then<bool>([this, kept, secret, after](Result<bool> done) {
                           if (done) return reload(kept, secret, after);
                           if (done.error().code == Errc::not_found) return fail(wire::ErrorCode::session_unknown);
                           ++host_.metrics.store_failures;
                           fail(wire::ErrorCode::unavailable);
                       }));
}

/// A turn of the older socket may have been stored, and answered, since the rows were read; from the
/// new secret on none can, so what is read now is all of them.
void Connection::reload(std::shared_ptr<const Conversation> rotated, const SecretText& secret, int after) {
    const auto read = [this, rotated, secret, after](Result<std::optional<StoredSession>> loaded) {
        if (!loaded) ++host_.metrics.store_failures;
        if (!loaded) return fail(wire::ErrorCode::unavailable);
        if (!*loaded) return fail(wire::ErrorCode::session_unknown);
        Conversation now = *rotated;
        if ((*loaded)->turns != now.turns) {
            std::optional<Conversation> folded = fold(now.offer, std::move(**loaded), now.retention);
            if (!folded) return fail(wire::ErrorCode::session_unknown);
            now = std::move(*folded);
        }
        ++host_.metrics.sessions_resumed;
        admit(std::move(now), secret, after);
    };
    host_.store.load(rotated->row.id, then<std::optional<StoredSession>>(read));
}

void Connection::admit(Conversation conversation, const SecretText& secret, int after) {
    if (!peer_) return;
    Connection*& holder = host_.holders[conversation.row.id];
    Connection* const older = std::exchange(holder, this);
    farewell_.reset();
    conversation_ = std::move(conversation);
    if (older) older->take_over();
    if (after < conversation_->next_seq() - 1) conversation_->is_unseen = false;
    const Dialog& dialog = conversation_->script->dialog;
    send(wire::Ready{conversation_->row.id, secret, dialog.id, dialog.version});
    replay_replies(*conversation_, [&](const wire::ReplyMessage& reply) {
        if (reply.seq > after) send(reply);
    });
}

}  // namespace anamnesis
