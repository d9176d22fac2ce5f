#pragma once
/// Which handler answers which path.

#include <functional>
#include <map>
#include <string>

#include "http/message.hpp"

namespace anamnesis::http {

struct Upgrade;  // http/upgrade.hpp

/// Takes over a connection whose request asked for a WebSocket; it now owns the socket.
using UpgradeHandler = std::function<void(Upgrade&&)>;

struct UpgradeRoute {
    std::string protocol;  ///< the WebSocket subprotocol spoken here
    UpgradeHandler take;
};

/// Exact paths only. Filled before the listener opens, read only from then on.
class Router {
public:
    /// `method` is answered by `handler`; GET answers HEAD too.
    void add(const std::string& method, const std::string& path, Handler handler);

    /// A GET whose response is known at once.
    void get(const std::string& path, std::function<Response(const Request&)> handler);

    /// A WebSocket endpoint. A plain GET of it is answered 426.
    void upgrade(const std::string& path, UpgradeRoute route);

    /// Answers with the path's handler, or 404, or 405 with Allow.
    void handle(const Request& request, const Respond& respond) const;

    /// Null where no WebSocket is spoken.
    const UpgradeRoute* find_upgrade(const std::string& path) const;

private:
    std::map<std::string, std::map<std::string, Handler>> paths_;  // path -> method -> handler
    std::map<std::string, UpgradeRoute> upgrades_;
};

}  // namespace anamnesis::http
