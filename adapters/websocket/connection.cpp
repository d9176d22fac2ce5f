#include "websocket/connection.hpp"

#include <array>
#include <optional>
#include <utility>

#include <boost/asio.hpp>
#include <boost/beast.hpp>
#include <spdlog/spdlog.h>

#include "host/utf8.hpp"
#include "http/upgrade.hpp"
#include "websocket/buffers.hpp"
#include "websocket/renaming_socket.hpp"
#include "websocket/websocket_channel.hpp"

namespace anamnesis::websocket {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace ws = boost::beast::websocket;
using boost::system::error_code;

constexpr auto kAsTuple = asio::as_tuple(asio::use_awaitable);
constexpr std::size_t kReadBytes = 16 * 1024;

class BeastConnection final : public Connection, public std::enable_shared_from_this<BeastConnection> {
public:
    BeastConnection(ConversationHost& host, http::Upgrade&& upgrade)
        : host_(host),
          stream_(std::move(upgrade.socket)),
          request_(std::move(upgrade.request)),
          protocol_(std::move(upgrade.protocol)),
          permit_(std::move(upgrade.permit)) {}

    void start(std::function<void()> ended) override;
    void send(const wire::ServerMessage& message) override;
    void close_for_restart() override { close(ws::close_code::service_restart); }

private:
    static asio::awaitable<void> converse(std::shared_ptr<BeastConnection> self);

    asio::awaitable<bool> shake_hands();
    asio::awaitable<bool> read_frame();
    void answer_frame();
    void close(ws::close_code code);
    void cut_off_later();
    void write_next();
    void written(error_code error);

    ConversationHost& host_;
    ws::stream<RenamingSocket> stream_;
    beast::http::request<beast::http::string_body> request_;
    std::string protocol_;
    http::Permit permit_;
    std::optional<int> number_;  // at the host
    std::array<char, kReadBytes> piece_{};
    Inbox inbox_;
    Outbox outbox_;
    asio::steady_timer cut_off_{stream_.get_executor()};
    bool writing_ = false;
    bool open_ = false;
    std::optional<ws::close_code> close_with_;
};

void BeastConnection::start(std::function<void()> ended) {
    asio::co_spawn(stream_.get_executor(), converse(shared_from_this()),
                   [self = shared_from_this(), ended = std::move(ended)](std::exception_ptr failure) {
                       if (failure) spdlog::error("a WebSocket ended by an exception");
                       if (self->number_) self->host_.disconnect(*self->number_);
                       ended();
                   });
}

asio::awaitable<void> BeastConnection::converse(std::shared_ptr<BeastConnection> self) {
    // GCC 12 makes an illegal instruction of `if (!co_await ...)` and `while (co_await ...)`.
    const bool is_open = co_await self->shake_hands();
    if (!is_open) co_return;
    self->number_ = self->host_.connect(*self);
    for (bool has_frame = true; has_frame;) {
        has_frame = co_await self->read_frame();
        if (has_frame) self->answer_frame();
        self->inbox_.clear();
    }
}

asio::awaitable<bool> BeastConnection::shake_hands() {
    stream_.set_option(ws::stream_base::timeout{kHandshakeTimeout, kIdleTimeout, true});
    stream_.set_option(ws::stream_base::decorator([protocol = protocol_](ws::response_type& response) {
        if (protocol.empty()) return;
        response.set(beast::http::field::sec_websocket_protocol, protocol);
    }));
    stream_.read_message_max(kFrameReadBytesMax);
    const auto [error] = co_await stream_.async_accept(request_, kAsTuple);
    if (error) co_return false;
    stream_.text(true);
    open_ = true;
    if (close_with_) write_next();
    co_return true;
}

asio::awaitable<bool> BeastConnection::read_frame() {
    do {
        const auto [error, count] = co_await stream_.async_read_some(asio::buffer(piece_), kAsTuple);
        if (error) co_return false;
        inbox_.add({piece_.data(), count});
        wipe(piece_.data(), count);
    } while (!stream_.is_message_done());
    stream_.next_layer().wipe_read();
    co_return true;
}

void BeastConnection::answer_frame() {
    const bool text = stream_.next_layer().frames().take_is_text();
    if (close_with_) return;  // answers could not be sent any more; the client will ask again
    if (inbox_.too_large()) return host_.refuse(*number_, wire::ErrorCode::too_large);
    if (!text) return host_.refuse(*number_, wire::ErrorCode::bad_shape);
    if (!is_utf8(inbox_.bytes())) return host_.refuse(*number_, wire::ErrorCode::not_utf8);
    host_.receive(*number_, inbox_.bytes());
}

void BeastConnection::send(const wire::ServerMessage& message) {
    if (close_with_) return;
    if (outbox_.push(wire::encode(message))) return write_next();
    outbox_.drop_waiting();
    close(ws::close_code::try_again_later);
}

void BeastConnection::close(ws::close_code code) {
    if (close_with_) return;
    close_with_ = code;
    cut_off_later();
    if (open_) write_next();
}

/// A peer that reads nothing lets no close frame through, and may keep the socket busy all the same.
void BeastConnection::cut_off_later() {
    cut_off_.expires_after(kHandshakeTimeout);
    cut_off_.async_wait([weak = weak_from_this()](error_code error) {
        const auto self = weak.lock();
        if (error || !self) return;
        error_code ignored;
        self->stream_.next_layer().next_layer().close(ignored);
    });
}

/// Sends the next message, or closes once all are sent and closing was asked for.
void BeastConnection::write_next() {
    if (writing_) return;
    if (!outbox_.empty()) {
        writing_ = true;
        stream_.async_write(asio::buffer(outbox_.front()),
                            [self = shared_from_this()](error_code error, std::size_t) { self->written(error); });
    } else if (close_with_ && std::exchange(open_, false)) {
        stream_.async_close(*close_with_, [self = shared_from_this()](error_code) {});
    }
}

void BeastConnection::written(error_code error) {
    writing_ = false;
    if (error) return;  // the reader learns of it too and ends the connection
    outbox_.pop();
    write_next();
}

}  // namespace

std::shared_ptr<Connection> make_connection(ConversationHost& host, http::Upgrade&& upgrade) {
    return std::make_shared<BeastConnection>(host, std::move(upgrade));
}

}  // namespace anamnesis::websocket
