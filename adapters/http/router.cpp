#include "http/router.hpp"

#include <utility>

namespace anamnesis::http {
namespace {

Response method_not_allowed(const std::map<std::string, Handler>& methods) {
    std::string allow;
    for (const auto& [method, handler] : methods) {
        if (!allow.empty()) allow += ", ";
        allow += method == "GET" ? "GET, HEAD" : method;
    }
    return {.status = 405, .body = "method not allowed\n", .headers = {{"Allow", allow}}};
}

}  // namespace

void Router::add(const std::string& method, const std::string& path, Handler handler) {
    paths_[path][method] = std::move(handler);
}

void Router::get(const std::string& path, std::function<Response(const Request&)> handler) {
    add("GET", path,
        [handler = std::move(handler)](const Request& request, const Respond& respond) { respond(handler(request)); });
}

void Router::upgrade(const std::string& path, UpgradeRoute route) {
    get(path, [](const Request&) {
        return Response{.status = 426, .body = "this is a WebSocket\n", .headers = {{"Upgrade", "websocket"}}};
    });
    upgrades_[path] = std::move(route);
}

void Router::handle(const Request& request, const Respond& respond) const {
    const auto path = paths_.find(request.path);
    if (path == paths_.end()) return respond({.status = 404, .body = "not found\n"});
    const auto method = path->second.find(request.method == "HEAD" ? "GET" : request.method);
    if (method == path->second.end()) return respond(method_not_allowed(path->second));
    method->second(request, respond);
}

const UpgradeRoute* Router::find_upgrade(const std::string& path) const {
    const auto found = upgrades_.find(path);
    return found == upgrades_.end() ? nullptr : &found->second;
}

}  // namespace anamnesis::http
