#pragma once
/// A connection on its way from HTTP to WebSocket. The one header here that names Beast.

#include <memory>

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

#include "http/router.hpp"

namespace anamnesis::http {

/// A place among the listener's connections, given back when the last copy goes.
using Permit = std::shared_ptr<void>;

struct Upgrade {
    boost::asio::ip::tcp::socket socket;
    boost::beast::http::request<boost::beast::http::string_body> request;
    std::string protocol;  ///< agreed subprotocol; empty where the client asked for none
    Permit permit;         ///< keep it as long as the socket
};

}  // namespace anamnesis::http
