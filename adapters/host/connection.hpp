#pragma once
/// One peer's conversation with the host: its messages in order, one turn at a time.
/// connection.cpp: order and sending; hello.cpp: beginning and resuming; turn.cpp: the turns.

#include <deque>
#include <memory>
#include <optional>
#include <string>

#include "host/conversation.hpp"
#include "host/host_state.hpp"

namespace anamnesis {

/// Turns of one session; then only `delete` or a fresh hello is taken. All its replies, at up to 8 KiB
/// each, fit a socket's outbox at once, and are folded anew for every resend.
inline constexpr std::size_t kTurnsMax = 500;
/// Turns since the beginning or the last "start over"; then only that and `delete` are taken.
inline constexpr std::size_t kTurnsOfOneTryMax = 400;
/// How often a turn is done anew because another one took its seq; then `busy`.
inline constexpr int kRedoMax = 3;

class Connection : public std::enable_shared_from_this<Connection> {
public:
    using Incoming = Result<wire::ClientMessage, wire::ErrorMessage>;

    /// `host` outlives every call, though not every callback.
    Connection(HostState& host, Peer& peer) : host_(host), peer_(&peer) {}

    void receive(Incoming message);

    /// The peer is gone: what it waits for is dropped, a turn in flight is still stored.
    void close();

    /// Ends a conversation that is past its time, whose rows purge() erases.
    void end_if_expired(Instant now);

private:
    /// The last reply of a conversation that was erased, for a resend of `delete`.
    struct Farewell {
        std::string session;
        std::string request_hash;
        wire::ReplyMessage reply;
    };

    void pump();
    void handle(const Incoming& message);
    void send(const wire::ServerMessage& message);
    void fail(wire::ErrorCode code, std::optional<std::string> for_id = {});
    void take_over();
    void forget();
    void explain(const wire::Explain& asked);
    void drop();

    void hello(const wire::Hello& hello);
    void greet(const wire::Hello& hello);
    void resume(const wire::Hello& hello);
    void check_resume(const wire::Hello& hello, std::optional<StoredSession> stored);
    void rotate_secret(Conversation conversation, const wire::Hello& hello);
    void reload(std::shared_ptr<const Conversation> rotated, const SecretText& secret, int after);
    void admit(Conversation conversation, const SecretText& secret, int after);

    void give_export(const wire::Export& request);
    void take_turn(const Request& request, int redone);
    void answer_after_delete(const Request& request);
    void resend(const TurnRow& turn, const Request& request);
    void store(TurnDraft draft);
    void erase(TurnDraft draft);
    void erase_own(std::shared_ptr<const TurnDraft> draft);
    void finish(const TurnDraft& draft);
    void read_back(std::shared_ptr<const TurnDraft> draft, Errc failure);
    void recover(const TurnDraft& draft, Errc failure, std::optional<StoredSession> stored);

    /// A store's callback that keeps this connection busy, and alive, until it was called.
    template <class T, class Next>
    Done<T> then(Next next) {
        ++in_flight_;
        return [self = shared_from_this(), host = host_.weak_from_this(), next = std::move(next)](Result<T> result) {
            const auto keep_host = host.lock();
            if (!keep_host) return;
            next(std::move(result));
            --self->in_flight_;
            self->pump();
        };
    }

    HostState& host_;
    Peer* peer_;
    std::deque<Incoming> waiting_;
    int in_flight_ = 0;
    bool is_pumping_ = false;
    bool is_taken_over_ = false;
    std::optional<Conversation> conversation_;
    std::optional<Farewell> farewell_;
};

}  // namespace anamnesis
