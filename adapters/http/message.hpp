#pragma once
/// HTTP requests and responses as small values, so that a handler needs no HTTP library.

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace anamnesis::http {

/// One request. Bounds are the listener's: 8 KiB of header, `body_bytes_max` of body.
struct Request {
    std::string method;                          ///< "GET"
    std::string path;                            ///< "/ws", without the query
    std::string query;                           ///< what follows '?', as it came
    std::map<std::string, std::string> headers;  ///< names in lower case; the first of equal names
    std::string body;

    /// The header's value; empty where there is none. `name` in lower case.
    std::string header(const std::string& name) const {
        const auto found = headers.find(name);
        return found == headers.end() ? std::string{} : found->second;
    }
};

struct Response {
    int status = 200;
    std::string content_type = "text/plain; charset=utf-8";
    std::string body = {};
    std::vector<std::pair<std::string, std::string>> headers = {};  ///< beside the security ones
};

/// Gives the response, once, on the server's thread; later calls are ignored.
using Respond = std::function<void(Response)>;

/// Answers a request now or later. What comes later than 30 s is answered 503 for it.
using Handler = std::function<void(const Request&, Respond)>;

}  // namespace anamnesis::http
