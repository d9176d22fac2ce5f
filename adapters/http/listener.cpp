#include "http/listener.hpp"

#include <charconv>
#include <chrono>
#include <string_view>
#include <utility>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <spdlog/spdlog.h>

#include "http/session.hpp"

namespace anamnesis::http {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
constexpr auto kAsTuple = asio::as_tuple(asio::use_awaitable);

/// Out of file descriptors: accepting again at once would only burn the processor.
constexpr auto kPauseAfterFailure = std::chrono::milliseconds(100);

constexpr std::string_view kFull =
    "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nContent-Length: 0\r\n"
    "Connection: close\r\n\r\n";

void turn_away(tcp::socket socket) {
    boost::system::error_code ignored;
    socket.non_blocking(true, ignored);
    socket.write_some(asio::buffer(kFull), ignored);
    socket.shutdown(tcp::socket::shutdown_send, ignored);
}

/// False, and the connection is dropped, where there was no memory for it.
bool take(const std::shared_ptr<Server>& server, tcp::socket socket) {
    try {
        if (server->connections >= server->options.connections_max)
            turn_away(std::move(socket));
        else
            start_session(server, std::move(socket));
        return true;
    } catch (const std::exception& failure) {
        spdlog::error("cannot take a connection: {}", failure.what());
        return false;
    }
}

asio::awaitable<void> accept_all(std::shared_ptr<Server> server, std::shared_ptr<tcp::acceptor> acceptor) {
    asio::steady_timer pause(acceptor->get_executor());
    while (acceptor->is_open()) {
        auto [error, socket] = co_await acceptor->async_accept(kAsTuple);
        if (server->stopping) co_return;
        if (error) spdlog::warn("cannot accept a connection: {}", error.message());
        const bool taken = !error && take(server, std::move(socket));
        if (taken) continue;
        pause.expires_after(kPauseAfterFailure);
        co_await pause.async_wait(kAsTuple);
    }
}

Error bad_address(const std::string& text) {
    return {Errc::bad_input, "not an address and port, like 127.0.0.1:8080 or [::1]:8080: " + text};
}

}  // namespace

Result<ListenOptions> parse_listen(const std::string& text) {
    const auto colon = text.rfind(':');
    if (colon == std::string::npos) return bad_address(text);
    ListenOptions options;
    options.address = text.substr(0, colon);
    if (options.address.starts_with('[') && options.address.ends_with(']')) {
        options.address = options.address.substr(1, options.address.size() - 2);
    } else if (options.address.find(':') != std::string::npos) {
        return bad_address(text);
    }
    boost::system::error_code error;
    asio::ip::make_address(options.address, error);
    const char* const end = text.data() + text.size();
    const auto [stop, problem] = std::from_chars(text.data() + colon + 1, end, options.port);
    if (error || problem != std::errc{} || stop != end) return bad_address(text);
    return options;
}

struct Listener::Impl {
    std::shared_ptr<Server> server;
    std::shared_ptr<tcp::acceptor> acceptor;
    tcp::endpoint endpoint;
};

Result<std::unique_ptr<Listener>> Listener::open(asio::io_context& io, const Router& router,
                                                 const ListenOptions& options) {
    boost::system::error_code error;
    const auto address = asio::ip::make_address(options.address, error);
    if (error) return bad_address(options.address);
    const tcp::endpoint wanted(address, options.port);
    auto acceptor = std::make_shared<tcp::acceptor>(io);
    try {
        acceptor->open(wanted.protocol());
        acceptor->set_option(tcp::acceptor::reuse_address(true));
        acceptor->bind(wanted);
        acceptor->listen();
    } catch (const boost::system::system_error& failure) {
        return Error{Errc::unavailable, "cannot listen on " + options.address + ":" + std::to_string(options.port) +
                                            ": " + failure.code().message()};
    }
    auto server = std::make_shared<Server>(Server{.router = router, .options = options, .idle = {}});
    asio::co_spawn(io, accept_all(server, acceptor), [](const std::exception_ptr& failure) {
        if (failure) spdlog::critical("the listener has stopped");
    });
    const auto endpoint = acceptor->local_endpoint();
    return std::unique_ptr<Listener>(new Listener(std::make_unique<Impl>(Impl{server, acceptor, endpoint})));
}

Listener::Listener(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

Listener::~Listener() { stop(); }

std::uint16_t Listener::port() const { return impl_->endpoint.port(); }

std::string Listener::url() const {
    const auto address = impl_->endpoint.address();
    const auto host = address.is_v6() ? "[" + address.to_string() + "]" : address.to_string();
    return "http://" + host + ":" + std::to_string(port());
}

void Listener::stop() {
    impl_->server->stopping = true;
    boost::system::error_code ignored;
    impl_->acceptor->close(ignored);
    for (const auto& [connection, close] : impl_->server->idle) close();
}

}  // namespace anamnesis::http
