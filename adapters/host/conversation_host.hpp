#pragma once
/// The one place where a turn happens, whatever the channel: understand, step, store, then send.
/// Nothing is acknowledged before it is stored; a resent message id gets the same reply.
///
/// A channel is a Peer for each of its people, and calls connect() when one arrives, receive() with each of
/// their messages (wire.hpp; the first one is a hello), disconnect() when they go:
///
///     ConversationHost host({*load_script("dialogs/lip-twitching")}, store, clock, random, {make_key(random)});
///     const int connection = host.connect(peer);
///     host.receive(connection, wire::encode(wire::Hello{}));
///     host.receive(connection, wire::encode(wire::Say{"1", "my lip twitches"}));  // the answer: peer.send()
///
/// One thread: all calls, and the store's callbacks, come from the same one. docs/embedding.md shows a whole channel.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <anamnesis/host/ports.hpp>
#include <anamnesis/host/privacy.hpp>
#include <anamnesis/host/script_folder.hpp>
#include <anamnesis/host/session_store.hpp>
#include <anamnesis/host/wire.hpp>

namespace anamnesis {

/// Messages of one connection that may wait behind a turn in flight; one more is answered `busy`.
inline constexpr std::size_t kWaitingMessagesMax = 16;

/// Older offers that a host keeps for conversations to be resumed on.
inline constexpr std::size_t kSupersededMax = 4;

/// One peer's end of a connection (a socket, a terminal); owned by its channel.
class Peer {
public:
    virtual ~Peer() = default;

    /// Takes the message over at once; it must not block or throw. It may be called within receive(), and later.
    /// It may call disconnect().
    virtual void send(const wire::ServerMessage& message) = 0;
};

/// Counters for /metrics; plain numbers, one thread.
struct HostMetrics {
    std::uint64_t sessions_started = 0;
    std::uint64_t sessions_resumed = 0;
    std::uint64_t turns = 0;
    std::uint64_t emergencies = 0;  ///< turns whose reply was at level emergency
    std::uint64_t errors_sent = 0;
    std::uint64_t store_failures = 0;
};

class ConversationHost {
public:
    /// `scripts` must not be empty. All references outlive the host.
    ConversationHost(Scripts scripts, SessionStore& store, Clock& clock, Random& random, const Privacy& privacy);
    ~ConversationHost();
    ConversationHost(const ConversationHost&) = delete;
    ConversationHost& operator=(const ConversationHost&) = delete;

    /// A peer arrived. `peer` must live until disconnect(). Gives the connection's number.
    int connect(Peer& peer);

    /// One frame or line from the peer, as it came. Answers it with exactly one reply or error
    /// (a first hello: ready and the greeting), now or after the store has answered.
    void receive(int connection, std::string_view bytes);

    /// An answer to bytes that the channel could not even hand over (too large, not UTF-8).
    void refuse(int connection, wire::ErrorCode code);

    /// The peer is gone. Its turn in flight is still stored; nothing more is sent to it.
    void disconnect(int connection);

    /// Whether the store was made with this host's master key; a new store is, from now on. To be asked before
    /// connect(). Errors: Errc::bad_input (another key; nothing in that store opens), Errc::unavailable.
    void check_key(Done<bool> done);

    /// Erases sessions past their retention, and ends those on a socket; call it at the start, and now and then.
    /// `done` hears how many were stored.
    void purge(Done<int> done = [](const Result<int>&) {});

    /// Offers other scripts (not empty) from now on. Conversations on a socket keep the scripts they began with.
    /// So do those that are resumed, where `superseded` are kept: at most kSupersededMax offers; else, as after a
    /// restart, they go on with the new ones. Scripts equal to those of the newest offer change nothing.
    enum class Superseded { kept, dropped };
    void offer(Scripts scripts, Superseded superseded);

    /// Answers wire::Explain from now on. For demonstrations and authors: it tells a conversation's peer, and only it,
    /// what is known of it and which rules there are.
    void allow_explanations();

    /// What new conversations are offered.
    const Scripts& scripts() const;

    const HostMetrics& metrics() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace anamnesis
