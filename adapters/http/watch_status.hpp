#pragma once
/// What a server that watches its dialog folders tells the page of an author.

#include "host/dialog_reloader.hpp"
#include "http/router.hpp"

namespace anamnesis::http {

inline constexpr const char* kWatchStatusPath = "/dev/status";

/// {"version","diagnostics":[{"code","severity","file","line","column","pointer","message","hint"}]} at
/// kWatchStatusPath. `reloader` outlives the router.
void add_watch_status(Router& router, const DialogReloader& reloader);

}  // namespace anamnesis::http
