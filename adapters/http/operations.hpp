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

/// A write is dear, and anyone may ask: in between, /readyz says again what it said last.
inline constexpr Instant kReadyEveryMs = 5000;

struct Operations {
    const ConversationHost& host;
    SessionStore& store;
    Clock& clock;
    std::string version;  ///< of the program
    std::function<std::size_t()> open_sockets;
    bool is_watching = false;  ///< its dialogs, for an author: pages may ask for the watch status
    bool explains = false;     ///< conversations may be asked why they stand where they stand
};

/// /healthz: 200 while the process answers. /readyz: 200 while the store keeps what it is given, with a warning
/// where it has one, else 503. It tries a write at most every kReadyEveryMs. /dialogs: what is offered, for pages.
/// /version: JSON. /metrics: Prometheus text. `operations` is copied; its references outlive the router.
void add_operations(Router& router, const Operations& operations);

/// Counters in the Prometheus text format 0.0.4.
std::string metrics_text(const HostMetrics& metrics, std::size_t open_sockets);

/// {"dialogs":[{"id","title"}],"watch":bool,"explain":bool}; titles in each dialog's default language.
std::string dialogs_json(const Operations& operations);

/// {"name","version","dialogs":[{"id","version","status","script"}]}
std::string version_json(const Operations& operations);

}  // namespace anamnesis::http
