#include "websocket/websocket_channel.hpp"

#include <set>
#include <utility>

#include "http/upgrade.hpp"
#include "websocket/connection.hpp"

namespace anamnesis::websocket {

struct WebSocketChannel::Impl {
    ConversationHost& host;
    std::set<std::shared_ptr<Connection>> connections;
};

WebSocketChannel::WebSocketChannel(ConversationHost& host) : impl_(new Impl{host, {}}) {}

WebSocketChannel::~WebSocketChannel() = default;

void WebSocketChannel::mount(http::Router& router) {
    router.upgrade("/ws", {kSubprotocol, [impl = impl_](http::Upgrade&& upgrade) {
                               const auto connection = make_connection(impl->host, std::move(upgrade));
                               impl->connections.insert(connection);
                               connection->start([impl, connection] { impl->connections.erase(connection); });
                           }});
}

void WebSocketChannel::close_all() {
    for (const auto& connection : impl_->connections) connection->close_for_restart();
}

std::size_t WebSocketChannel::open_sockets() const { return impl_->connections.size(); }

}  // namespace anamnesis::websocket
