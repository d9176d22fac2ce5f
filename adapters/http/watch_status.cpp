#include "http/watch_status.hpp"

#include <nlohmann/json.hpp>

namespace anamnesis::http {
namespace {

using nlohmann::ordered_json;

ordered_json to_json(const Diagnostic& diagnostic) {
    return {{"code", diagnostic.code},       {"severity", diagnostic.severity == Severity::error ? "error" : "warning"},
            {"file", diagnostic.file},       {"line", diagnostic.line},
            {"column", diagnostic.column},   {"pointer", diagnostic.pointer},
            {"message", diagnostic.message}, {"hint", diagnostic.hint}};
}

std::string status_json(const DialogReloader& reloader) {
    auto diagnostics = ordered_json::array();
    for (const Diagnostic& diagnostic : reloader.diagnostics()) diagnostics.push_back(to_json(diagnostic));
    const ordered_json status = {{"version", reloader.version()}, {"diagnostics", std::move(diagnostics)}};
    // A script's bytes may be anything; what is not UTF-8 becomes U+FFFD.
    return status.dump(-1, ' ', false, ordered_json::error_handler_t::replace) + '\n';
}

}  // namespace

void add_watch_status(Router& router, const DialogReloader& reloader) {
    router.get(kWatchStatusPath, [&reloader](const Request&) {
        return Response{.content_type = "application/json",
                        .body = status_json(reloader),
                        .headers = {{"Cache-Control", "no-store"}}};
    });
}

}  // namespace anamnesis::http
