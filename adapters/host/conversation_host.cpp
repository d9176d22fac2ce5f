#include "host/conversation_host.hpp"

#include <utility>

#include "host/connection.hpp"
#include "host/error_words.hpp"

namespace anamnesis {

struct ConversationHost::Impl {
    std::shared_ptr<HostState> state;  // shared with callbacks, which ask whether it still lives
    std::map<int, std::shared_ptr<Connection>> connections;
    int last_connection = 0;

    /// Shared, so that a connection outlives a peer that leaves while it is being answered.
    std::shared_ptr<Connection> find(int connection) const {
        const auto found = connections.find(connection);
        return found == connections.end() ? nullptr : found->second;
    }
};

ConversationHost::ConversationHost(Scripts scripts, SessionStore& store, Clock& clock, Random& random,
                                   const Privacy& privacy)
    : impl_(std::make_unique<Impl>()) {
    impl_->state = std::make_shared<HostState>(std::move(scripts), store, clock, random, privacy);
}

ConversationHost::~ConversationHost() = default;

int ConversationHost::connect(Peer& peer) {
    const int number = ++impl_->last_connection;
    impl_->connections.emplace(number, std::make_shared<Connection>(*impl_->state, peer));
    return number;
}

void ConversationHost::receive(int connection, std::string_view bytes) {
    if (const auto found = impl_->find(connection)) found->receive(wire::parse(bytes));
    wipe_traces();  // of the words that were understood
}

void ConversationHost::refuse(int connection, wire::ErrorCode code) {
    if (const auto found = impl_->find(connection)) found->receive(wire::make_error(code));
}

void ConversationHost::disconnect(int connection) {
    const auto found = impl_->find(connection);
    if (!found) return;
    impl_->connections.erase(connection);
    found->close();
}

void ConversationHost::check_key(Done<bool> done) { impl_->state->store.check_key(std::move(done)); }

void ConversationHost::purge(Done<int> done) {
    const Instant now = impl_->state->clock.now();
    const auto connections = impl_->connections;  // as they are: a peer may leave when it is told
    for (const auto& [number, connection] : connections) connection->end_if_expired(now);
    const auto weak = std::weak_ptr(impl_->state);
    impl_->state->store.purge(now, [weak, done = std::move(done)](const Result<int>& purged) {
        const auto alive = weak.lock();
        if (alive && !purged) ++alive->metrics.store_failures;
        if (alive) done(purged);
    });
}

void ConversationHost::offer(Scripts scripts, Superseded superseded) {
    auto& offers = impl_->state->offers;
    if (offers.front()->has_same(scripts)) return;
    if (superseded == Superseded::dropped) offers.clear();
    offers.push_front(make_offer(std::move(scripts)));
    if (offers.size() > kSupersededMax + 1) offers.pop_back();
}

void ConversationHost::allow_explanations() { impl_->state->explains = true; }

const Scripts& ConversationHost::scripts() const { return impl_->state->offer()->scripts; }

const HostMetrics& ConversationHost::metrics() const { return impl_->state->metrics; }

}  // namespace anamnesis
