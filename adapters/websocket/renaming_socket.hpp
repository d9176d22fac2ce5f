#pragma once
/// A TCP socket whose incoming frames pass through a FrameRenamer: the layer below Beast's WebSocket.

#include <boost/asio/compose.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/websocket/teardown.hpp>

#include "websocket/frame_renamer.hpp"

namespace anamnesis::websocket {

class RenamingSocket {
public:
    using next_layer_type = boost::asio::ip::tcp::socket;
    using executor_type = next_layer_type::executor_type;

    explicit RenamingSocket(next_layer_type socket) : socket_(std::move(socket)) {}

    next_layer_type& next_layer() { return socket_; }
    const next_layer_type& next_layer() const { return socket_; }
    executor_type get_executor() { return socket_.get_executor(); }
    FrameRenamer& frames() { return frames_; }

    template <class Buffers, class Token>
    auto async_read_some(const Buffers& buffers, Token&& token) {
        return boost::asio::async_compose<Token, void(boost::system::error_code, std::size_t)>(
            Read<Buffers>{*this, buffers}, token, socket_);
    }

    template <class Buffers, class Token>
    auto async_write_some(const Buffers& buffers, Token&& token) {
        return socket_.async_write_some(buffers, std::forward<Token>(token));
    }

private:
    template <class Buffers>
    struct Read {
        RenamingSocket& layer;
        Buffers buffers;

        template <class Self>
        void operator()(Self& self) {
            layer.socket_.async_read_some(buffers, std::move(self));
        }
        template <class Self>
        void operator()(Self& self, boost::system::error_code error, std::size_t count) {
            layer.rename(buffers, count);
            self.complete(error, count);
        }
    };

    template <class Buffers>
    void rename(const Buffers& buffers, std::size_t count) {
        const auto end = boost::asio::buffer_sequence_end(buffers);
        for (auto it = boost::asio::buffer_sequence_begin(buffers); it != end && count > 0; ++it) {
            const boost::asio::mutable_buffer piece = boost::asio::buffer(*it, count);
            frames_.pass(static_cast<char*>(piece.data()), piece.size());
            count -= piece.size();
        }
    }

    next_layer_type socket_;
    FrameRenamer frames_;
};

/// Called by Beast, by these names, when a WebSocket has been closed.
template <class Handler>
void async_teardown(boost::beast::role_type role, RenamingSocket& layer, Handler&& handler) {
    boost::beast::websocket::async_teardown(role, layer.next_layer(), std::forward<Handler>(handler));
}

inline void teardown(boost::beast::role_type role, RenamingSocket& layer, boost::system::error_code& error) {
    boost::beast::websocket::teardown(role, layer.next_layer(), error);
}

}  // namespace anamnesis::websocket
