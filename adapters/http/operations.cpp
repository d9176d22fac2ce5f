#include "http/operations.hpp"

#include <utility>

#include <nlohmann/json.hpp>
#include <spdlog/spdlog.h>

#include <anamnesis/reply.hpp>

namespace anamnesis::http {
namespace {

void append(std::string& text, const std::string& name, const char* type, const char* help, std::uint64_t value) {
    text += "# HELP " + name + " " + help + "\n# TYPE " + name + " " + type + "\n";
    text += name + " " + std::to_string(value) + "\n";
}

Response ready(const Result<std::string>& probed) {
    if (!probed) return {.status = 503, .body = "the store does not keep anything\n"};
    return {.body = probed->empty() ? "ready\n" : "ready\nwarning: " + *probed + "\n"};
}

/// Tries the store, and says in the log what is new of it.
class WriteProbe : public std::enable_shared_from_this<WriteProbe> {
public:
    WriteProbe(SessionStore& store, Clock& clock) : store_(store), clock_(clock) {}

    void ask(Respond respond) {
        const bool is_fresh = tried_at_ && clock_.now() >= *tried_at_ && clock_.now() - *tried_at_ < kReadyEveryMs;
        if (is_fresh && waiting_.empty()) return respond(ready(last_));
        waiting_.push_back(std::move(respond));
        if (waiting_.size() == 1) probe();
    }

private:
    void probe() {
        tried_at_ = clock_.now();
        store_.probe([self = shared_from_this()](Result<std::string> probed) {
            self->tell(probed);
            self->last_ = std::move(probed);
            for (const Respond& respond : std::exchange(self->waiting_, {})) respond(ready(self->last_));
        });
    }

    void tell(const Result<std::string>& probed) const {
        const std::string now = probed ? *probed : probed.error().message;
        const std::string before = last_ ? *last_ : last_.error().message;
        if (now == before) return;
        if (!probed) return spdlog::error("the store does not keep anything: {}", now);
        if (now.empty()) return spdlog::info("the store works again");
        spdlog::warn("the store works, but {}", now);
    }

    SessionStore& store_;
    Clock& clock_;
    std::vector<Respond> waiting_;
    std::optional<Instant> tried_at_;
    Result<std::string> last_ = std::string();
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
