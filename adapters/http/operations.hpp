#pragma once
/// What the people who run a server ask it: is it alive, is it ready, which version, how much.

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "host/conversation_host.hpp"
#include "http/router.hpp"

namespace anamnesis::http {

struct Operations {
    const ConversationHost& host;
    SessionStore& store;
    std::string version;  ///< of the program
    std::function<std::size_t()> open_sockets;
};

/// /healthz: 200 while the process answers. /readyz: 200 while the store answers, else 503.
/// /version: JSON. /metrics: Prometheus text. `operations` is copied; its references outlive the router.
void add_operations(Router& router, const Operations& operations);

/// Counters in the Prometheus text format 0.0.4.
std::string metrics_text(const HostMetrics& metrics, std::size_t open_sockets);

/// {"name","version","dialogs":[{"id","version","status","script"}]}
std::string version_json(const Operations& operations);

}  // namespace anamnesis::http
