#pragma once
/// One HTTP connection: reads requests, has them answered, writes responses, until either side ends
/// it or it becomes a WebSocket. Internal to http/.

#include <functional>
#include <map>
#include <memory>

#include <boost/asio/ip/tcp.hpp>

#include "http/listener.hpp"
#include "http/router.hpp"

namespace anamnesis::http {

/// What a listener and its connections share.
struct Server {
    const Router& router;
    ListenOptions options;
    std::size_t connections = 0;
    bool stopping = false;
    std::map<const void*, std::function<void()>> idle;  ///< closes connections that wait for a request
};

/// Runs on the socket's executor until the connection ends.
void start_session(const std::shared_ptr<Server>& server, boost::asio::ip::tcp::socket socket);

}  // namespace anamnesis::http
