#include "http/operations.hpp"

#include <nlohmann/json.hpp>

namespace anamnesis::http {
namespace {

/// No session has this id: real ones are 32 hexadecimal digits.
constexpr const char* kProbeId = "readiness-probe";

void append(std::string& text, const std::string& name, const char* type, const char* help, std::uint64_t value) {
    text += "# HELP " + name + " " + help + "\n# TYPE " + name + " " + type + "\n";
    text += name + " " + std::to_string(value) + "\n";
}

Response ready(const Result<std::optional<StoredSession>>& probed) {
    if (probed) return {.body = "ready\n"};
    return {.status = 503, .body = "the store does not answer\n"};
}

}  // namespace

std::string metrics_text(const HostMetrics& metrics, std::size_t open_sockets) {
    std::string text;
    const auto counter = [&](const char* name, const char* help, std::uint64_t value) {
        append(text, std::string("anamnesis_") + name + "_total", "counter", help, value);
    };
    counter("sessions_started", "Conversations begun.", metrics.sessions_started);
    counter("sessions_resumed", "Conversations taken up again.", metrics.sessions_resumed);
    counter("turns", "Messages answered by a reply.", metrics.turns);
    counter("emergencies", "Replies at level emergency.", metrics.emergencies);
    counter("errors_sent", "Messages answered by an error.", metrics.errors_sent);
    counter("store_failures", "Calls that the store failed.", metrics.store_failures);
    append(text, "anamnesis_open_sockets", "gauge", "WebSockets open now.", open_sockets);
    return text;
}

std::string version_json(const Operations& operations) {
    auto dialogs = nlohmann::ordered_json::array();
    for (const auto& script : operations.host.scripts()) {
        dialogs.push_back({{"id", script->dialog.id},
                           {"version", script->dialog.version},
                           {"status", script->dialog.status},
                           {"script", script->pin}});
    }
    return nlohmann::ordered_json{{"name", "anamnesis"}, {"version", operations.version}, {"dialogs", dialogs}}.dump();
}

void add_operations(Router& router, const Operations& operations) {
    router.get("/healthz", [](const Request&) { return Response{.body = "ok\n"}; });
    router.get("/version", [operations](const Request&) {
        return Response{.content_type = "application/json",
                        .body = version_json(operations) + "\n",
                        .headers = {{"Cache-Control", "no-store"}}};
    });
    router.get("/metrics", [operations](const Request&) {
        return Response{.content_type = "text/plain; version=0.0.4; charset=utf-8",
                        .body = metrics_text(operations.host.metrics(), operations.open_sockets()),
                        .headers = {{"Cache-Control", "no-store"}}};
    });
    router.add("GET", "/readyz", [&store = operations.store](const Request&, Respond respond) {
        store.load(kProbeId, [respond = std::move(respond)](auto probed) { respond(ready(probed)); });
    });
}

}  // namespace anamnesis::http
