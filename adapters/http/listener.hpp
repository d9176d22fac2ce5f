#pragma once
/// The server's door: takes connections, a bounded number, and has a router answer them.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <anamnesis/result.hpp>

#include "http/router.hpp"

namespace boost::asio {
class io_context;
}

namespace anamnesis::http {

inline constexpr std::uint32_t kHeaderBytesMax = 8 * 1024;  ///< either of request line and fields
inline constexpr int kTimeoutSeconds = 30;                  ///< for a whole request, an answer, an idle connection

struct ListenOptions {
    std::string address = "127.0.0.1";   ///< numeric, IPv4 or IPv6
    std::uint16_t port = 8080;           ///< 0: any free one
    std::size_t connections_max = 1000;  ///< WebSockets counted; one more is answered 503 and closed
    std::size_t body_bytes_max = 64 * 1024;
    std::vector<std::string> allowed_origins = {};  ///< beside the server's own
};

/// "127.0.0.1:8080" or "[::1]:8080". Errors: Errc::bad_input.
Result<ListenOptions> parse_listen(const std::string& address_and_port);

class Listener {
public:
    /// Binds and begins to accept. `io` runs on one thread; it and `router` outlive the listener
    /// and its connections. Errors: Errc::bad_input (address), Errc::unavailable (cannot bind).
    static Result<std::unique_ptr<Listener>> open(boost::asio::io_context& io, const Router& router,
                                                  const ListenOptions& options);
    ~Listener();
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    std::uint16_t port() const;

    /// "http://127.0.0.1:8080"
    std::string url() const;

    /// Takes no more connections; answers under way are finished, idle connections closed.
    /// WebSockets are their channel's to close.
    void stop();

private:
    struct Impl;
    explicit Listener(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace anamnesis::http
