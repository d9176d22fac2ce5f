#pragma once
/// What all connections of a host share.

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "host/conversation_host.hpp"

namespace anamnesis {

class Connection;

struct HostState : std::enable_shared_from_this<HostState> {
    HostState(std::vector<std::shared_ptr<const LoadedScript>> offered, SessionStore& sessions, Clock& time,
              Random& source)
        : scripts(std::move(offered)), store(sessions), clock(time), random(source) {}

    std::vector<std::shared_ptr<const LoadedScript>> scripts;
    SessionStore& store;
    Clock& clock;
    Random& random;
    HostMetrics metrics;
    std::map<std::string, Connection*> holders;  ///< the connection that a live session is on

    /// The script of a dialog id (empty: the first), or none.
    std::shared_ptr<const LoadedScript> find_script(const std::string& dialog) const {
        if (dialog.empty()) return scripts.front();
        const auto has_id = [&](const auto& script) { return script->dialog.id == dialog; };
        const auto found = std::find_if(scripts.begin(), scripts.end(), has_id);
        return found == scripts.end() ? nullptr : *found;
    }
};

}  // namespace anamnesis
