#include "http/session.hpp"

#include <chrono>
#include <optional>
#include <utility>

#include <boost/algorithm/string/case_conv.hpp>
#include <boost/asio.hpp>
#include <boost/beast.hpp>
#include <spdlog/spdlog.h>

#include "http/origin.hpp"
#include "http/upgrade.hpp"

namespace anamnesis::http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using BeastRequest = beast::http::request<beast::http::string_body>;
using BeastResponse = beast::http::response<beast::http::string_body>;
using Parser = beast::http::request_parser<beast::http::string_body>;

constexpr auto kAsTuple = asio::as_tuple(asio::use_awaitable);
constexpr auto kTimeout = std::chrono::seconds(kTimeoutSeconds);
constexpr std::size_t kBufferBytesMax = 64 * 1024;

/// No page served here needs more than its own scripts, styles and socket.
constexpr std::pair<const char*, const char*> kSecurityHeaders[] = {
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
     "img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},
};

Request to_request(const BeastRequest& from) {
    Request request;
    request.method = std::string(from.method_string());
    const std::string target(from.target());
    const auto mark = target.find('?');
    request.path = target.substr(0, mark);
    if (mark != std::string::npos) request.query = target.substr(mark + 1);
    for (const auto& field : from) {
        request.headers.emplace(boost::to_lower_copy(std::string(field.name_string())), std::string(field.value()));
    }
    request.body = from.body();
    return request;
}

BeastResponse to_beast(Response from, const BeastRequest& request, bool keep_alive) {
    BeastResponse response(static_cast<beast::http::status>(from.status), request.version());
    response.set(beast::http::field::content_type, from.content_type);
    for (const auto& [name, value] : kSecurityHeaders) response.set(name, value);
    for (const auto& [name, value] : from.headers) response.set(name, value);
    response.keep_alive(keep_alive);
    response.body() = std::move(from.body);
    response.prepare_payload();
    if (request.method() == beast::http::verb::head) response.body().clear();
    return response;
}

/// What to say of a request that could not be read; nothing where nobody would hear it.
std::optional<Response> response_to(const beast::error_code& failure) {
    using beast::http::error;
    if (failure == error::end_of_stream || failure == error::partial_message) return std::nullopt;
    if (failure == error::header_limit) return Response{.status = 431, .body = "header too large\n"};
    if (failure == error::body_limit) return Response{.status = 413, .body = "body too large\n"};
    const auto& of_http = beast::http::make_error_code(error::bad_method).category();
    if (failure.category() != of_http) return std::nullopt;
    return Response{.status = 400, .body = "not an HTTP request\n"};
}

struct Answer {
    asio::steady_timer given;
    std::optional<Response> response;
};

void give(const std::shared_ptr<Answer>& answer, Response response) {
    if (answer->response) return;
    answer->response = std::move(response);
    answer->given.cancel();
}

/// Has the router answer, now or later.
asio::awaitable<Response> ask(std::shared_ptr<Server> server, Request request) {
    const auto executor = co_await asio::this_coro::executor;
    const auto answer = std::make_shared<Answer>(Answer{asio::steady_timer(executor, kTimeout), {}});
    try {
        server->router.handle(request, [answer](Response response) { give(answer, std::move(response)); });
    } catch (const std::exception& failure) {
        spdlog::error("{} {}: {}", request.method, request.path, failure.what());
        give(answer, {.status = 500, .body = "that went wrong on our side\n"});
    }
    if (!answer->response) co_await answer->given.async_wait(kAsTuple);
    if (!answer->response) co_return Response{.status = 503, .body = "no answer in time\n"};
    co_return std::move(*answer->response);
}

/// Says why the upgrade is refused, or nothing.
std::optional<Response> refuse_upgrade(const Server& server, const BeastRequest& request, const std::string& protocol) {
    using beast::http::field;
    std::optional<std::string> origin;
    if (request.count(field::origin) > 0) origin = std::string(request[field::origin]);
    if (!origin_allowed(origin, request[field::host], server.options.allowed_origins)) {
        return Response{.status = 403, .body = "pages of this origin may not connect\n"};
    }
    const auto asked = request[field::sec_websocket_protocol];
    if (!asked.empty() && !beast::http::token_list(asked).exists(protocol)) {
        return Response{.status = 400, .body = "the subprotocol here is " + protocol + "\n"};
    }
    return std::nullopt;
}

enum class Next { request, close, upgraded };

/// The connection from its first byte to its last, or to its upgrade.
class Session {
public:
    Session(std::shared_ptr<Server> server, asio::ip::tcp::socket socket)
        : server_(std::move(server)), stream_(std::move(socket)), buffer_(kBufferBytesMax) {
        ++server_->connections;
        permit_ = Permit(server_.get(), [server = server_](void*) { --server->connections; });
    }

    asio::awaitable<void> run() {
        Next next = Next::request;
        while (next == Next::request) next = co_await serve_one();
        if (next == Next::upgraded) co_return;
        beast::error_code ignored;
        stream_.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    }

private:
    asio::awaitable<Next> serve_one() {
        Parser parser;
        parser.header_limit(kHeaderBytesMax);
        parser.body_limit(server_->options.body_bytes_max);
        if (const auto error = co_await read(parser)) {
            const auto refusal = response_to(error);
            if (refusal) co_await write(*refusal, parser.get(), false);
            co_return Next::close;
        }
        auto request = parser.release();
        if (beast::websocket::is_upgrade(request)) {
            const std::string target(request.target());
            const auto* const route = server_->router.find_upgrade(target.substr(0, target.find('?')));
            if (route) co_return co_await upgrade(*route, std::move(request));
        }
        const bool keep_alive = request.keep_alive() && !server_->stopping;
        auto response = co_await ask(server_, to_request(request));
        const bool written = co_await write(std::move(response), request, keep_alive);
        // Asked again: stopping may have begun while the response was on its way.
        const bool goes_on = written && keep_alive && !server_->stopping;
        co_return goes_on ? Next::request : Next::close;
    }

    asio::awaitable<beast::error_code> read(Parser& parser) {
        stream_.expires_after(kTimeout);
        server_->idle[this] = [this] { stream_.cancel(); };
        // The parser itself, not parser.get(): the message alone knows no limits.
        const auto [error, bytes] = co_await beast::http::async_read(stream_, buffer_, parser, kAsTuple);
        server_->idle.erase(this);
        co_return error;
    }

    asio::awaitable<bool> write(Response response, const BeastRequest& request, bool keep_alive) {
        stream_.expires_after(kTimeout);
        const auto message = to_beast(std::move(response), request, keep_alive);
        const auto [error, bytes] = co_await beast::http::async_write(stream_, message, kAsTuple);
        co_return !error;
    }

    asio::awaitable<Next> upgrade(const UpgradeRoute& route, BeastRequest request) {
        auto refusal = refuse_upgrade(*server_, request, route.protocol);
        if (buffer_.size() > 0) refusal = {.status = 400, .body = "frames before the handshake\n"};
        if (server_->stopping) refusal = {.status = 503, .body = "restarting\n"};
        if (refusal) {
            co_await write(*refusal, request, false);
            co_return Next::close;
        }
        const bool asked = request.count(beast::http::field::sec_websocket_protocol) > 0;
        route.take({.socket = stream_.release_socket(),
                    .request = std::move(request),
                    .protocol = asked ? route.protocol : std::string{},
                    .permit = permit_});
        co_return Next::upgraded;
    }

    std::shared_ptr<Server> server_;
    beast::tcp_stream stream_;
    beast::flat_buffer buffer_;
    Permit permit_;
};

asio::awaitable<void> run_session(std::shared_ptr<Session> session) { co_await session->run(); }

}  // namespace

void start_session(const std::shared_ptr<Server>& server, asio::ip::tcp::socket socket) {
    const auto executor = socket.get_executor();
    auto session = std::make_shared<Session>(server, std::move(socket));
    asio::co_spawn(executor, run_session(std::move(session)), [](const std::exception_ptr& failure) {
        if (failure) spdlog::error("an HTTP connection ended by an exception");
    });
}

}  // namespace anamnesis::http
