#pragma once
/// The channel of web pages: the wire messages `anamnesis.v1` over WebSocket, one a text frame.

#include <chrono>
#include <cstddef>
#include <memory>

#include "host/conversation_host.hpp"
#include "http/router.hpp"

namespace anamnesis::websocket {

inline constexpr const char* kSubprotocol = "anamnesis.v1";

/// Frames above wire::kFrameBytesMax get `too_large`; above this one the socket is closed (1009).
inline constexpr std::size_t kFrameReadBytesMax = 4 * 1024 * 1024;
inline constexpr std::chrono::seconds kHandshakeTimeout{10};  ///< opening and closing
inline constexpr std::chrono::seconds kIdleTimeout{60};       ///< a ping is sent at half of it

/// One per server. Every frame is answered, bad ones too; nothing a client sends ends the process.
class WebSocketChannel {
public:
    /// `host` outlives the channel, and the io_context of its sockets outlives both.
    explicit WebSocketChannel(ConversationHost& host);
    ~WebSocketChannel();
    WebSocketChannel(const WebSocketChannel&) = delete;
    WebSocketChannel& operator=(const WebSocketChannel&) = delete;

    /// Speaks at `/ws` from now on. The channel outlives the router's last request.
    void mount(http::Router& router);

    /// Closes all sockets with 1012 (service restart), after what waits to be sent.
    void close_all();

    std::size_t open_sockets() const;

private:
    struct Impl;
    std::shared_ptr<Impl> impl_;
};

}  // namespace anamnesis::websocket
