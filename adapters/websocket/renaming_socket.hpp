#pragma once
/// A TCP socket whose incoming frames pass through a FrameRenamer: the layer below Beast's WebSocket. It never reads
/// past the header or payload that it stands in, so that after a message nothing of the next one is in Beast's own
/// buffer, which can be wiped.

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

#include <boost/asio/compose.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/buffers_prefix.hpp>
#include <boost/beast/websocket/teardown.hpp>

#include "host/secret.hpp"
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
        const auto left = std::min<std::uint64_t>(frames_.part_left(), std::numeric_limits<std::size_t>::max());
        const auto part = boost::beast::buffers_prefix(static_cast<std::size_t>(left), buffers);
        return boost::asio::async_compose<Token, void(boost::system::error_code, std::size_t)>(
            Read<std::remove_const_t<decltype(part)>>{*this, part}, token, socket_);
    }

    template <class Buffers, class Token>
    auto async_write_some(const Buffers& buffers, Token&& token) {
        return socket_.async_write_some(buffers, std::forward<Token>(token));
    }

    /// Zeroes all memory that was read into. Only between messages: then nobody needs it any more.
    void wipe_read() {
        for (const auto& [from, to] : read_) wipe(from, static_cast<std::size_t>(to - from));
        read_.clear();
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
            remember(static_cast<char*>(piece.data()), piece.size());
            frames_.pass(static_cast<char*>(piece.data()), piece.size());
            count -= piece.size();
        }
    }

    /// Reads go to the same two buffers again and again, so few stretches remain.
    void remember(char* from, std::size_t count) {
        char* const to = from + count;
        const auto touches = [&](const auto& known) { return known.first <= to && from <= known.second; };
        const auto known = std::find_if(read_.begin(), read_.end(), touches);
        if (known == read_.end()) return read_.emplace_back(from, to), void();
        *known = {std::min(known->first, from), std::max(known->second, to)};
    }

    next_layer_type socket_;
    FrameRenamer frames_;
    std::vector<std::pair<char*, char*>> read_;
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
