#include "http/operations.hpp"

#include <utility>

#include <nlohmann/json.hpp>

#include <anamnesis/reply.hpp>

namespace anamnesis::http {
namespace {

/// No session has this id: real ones are 32 hexadecimal digits.
constexpr const char* kProbeId = "readiness-probe";

void append(std::string& text, const std::string& name, const char* type, const char* help, std::uint64_t value) {
    text += "# HELP " + name + " " + help + "\n# TYPE " + name + " " + type + "\n";
    text += name + " " + std::to_string(value) + "\n";
}

Response ready(bool is_ready) {
    if (is_ready) return {.body = "ready\n"};
    return {.status = 503, .body = "the store does not keep anything\n"};
}

/// Writes a session of its own into the store, and erases it.
class WriteProbe : public std::enable_shared_from_this<WriteProbe> {
public:
    WriteProbe(SessionStore& store, Clock& clock) : store_(store), clock_(clock) {}

    void ask(Respond respond) {
        const bool is_fresh = tried_at_ && clock_.now() >= *tried_at_ && clock_.now() - *tried_at_ < kReadyEveryMs;
        if (is_fresh && waiting_.empty()) return respond(ready(was_ready_));
        waiting_.push_back(std::move(respond));
        if (waiting_.size() == 1) write();
    }

private:
    void write() {
        tried_at_ = clock_.now();
        SessionRow row;
        row.id = kProbeId;
        row.last_turn_at = *tried_at_;
        const TurnRow turn{2, "probe", {}, "[]"};
        store_.append(row, turn, [self = shared_from_this()](Result<bool> done) {
            // A conflict: an earlier probe was cut off, or another server's is under way.
            self->erase(done || done.error().code == Errc::conflict);
        });
    }

    void erase(bool was_written) {
        store_.erase(kProbeId, [self = shared_from_this(), was_written](Result<bool> done) {
            self->was_ready_ = was_written && done;
            for (const Respond& respond : std::exchange(self->waiting_, {})) respond(ready(self->was_ready_));
        });
    }

    SessionStore& store_;
    Clock& clock_;
    std::vector<Respond> waiting_;
    std::optional<Instant> tried_at_;
    bool was_ready_ = false;
};

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

std::string dialogs_json(const Operations& operations) {
    auto dialogs = nlohmann::ordered_json::array();
    for (const auto& script : operations.host.scripts())
        dialogs.push_back({{"id", script->dialog.id}, {"title", text_for(script->dialog, "", "dialog.title")}});
    return nlohmann::ordered_json{
        {"dialogs", dialogs}, {"watch", operations.is_watching}, {"explain", operations.explains}}
        .dump();
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
    router.get("/dialogs", [operations](const Request&) {
        return Response{.content_type = "application/json",
                        .body = dialogs_json(operations) + "\n",
                        .headers = {{"Cache-Control", "no-store"}}};
    });
    const auto probe = std::make_shared<WriteProbe>(operations.store, operations.clock);
    router.add("GET", "/readyz", [probe](const Request&, Respond respond) { probe->ask(std::move(respond)); });
}

}  // namespace anamnesis::http
