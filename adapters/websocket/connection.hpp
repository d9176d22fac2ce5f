#pragma once
/// One WebSocket. Internal to websocket/: keeps Beast's stream in one source file.

#include <functional>
#include <memory>

#include "host/conversation_host.hpp"

namespace anamnesis::http {
struct Upgrade;
}

namespace anamnesis::websocket {

class Connection : public Peer {
public:
    /// Shakes hands and talks; calls `ended` once, unless the program ends first.
    virtual void start(std::function<void()> ended) = 0;

    /// Sends what waits, then closes with 1012.
    virtual void close_for_restart() = 0;
};

std::shared_ptr<Connection> make_connection(ConversationHost& host, http::Upgrade&& upgrade);

}  // namespace anamnesis::websocket
