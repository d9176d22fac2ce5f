#include "host/dialog_reloader.hpp"

#include <utility>

namespace anamnesis {

DialogReloader::DialogReloader(ConversationHost& host, Folders folders, ConversationHost::Superseded superseded)
    : host_(host),
      folders_(std::move(folders)),
      superseded_(superseded),
      tried_(fingerprint(folders_())),
      seen_(tried_) {}

bool DialogReloader::reload() {
    const std::vector<std::string> folders = folders_();
    // Taken first: a change while they are loaded shows at the next look.
    tried_ = fingerprint(folders);
    Result<Scripts, Diagnostics> scripts = load_scripts(folders);
    diagnostics_ = scripts ? Diagnostics{} : scripts.error();
    if (!scripts) return false;
    host_.offer(std::move(*scripts), superseded_);
    return true;
}

DialogReloader::Seen DialogReloader::look() {
    const std::string now = fingerprint(folders_());
    const bool is_still = std::exchange(seen_, now) == now;
    if (!is_still || now == tried_) return Seen::nothing_new;
    return reload() ? Seen::reloaded : Seen::broken;
}

std::string DialogReloader::version() const {
    std::string pins;
    for (const auto& script : host_.scripts()) pins += script->pin + '\n';
    return sha256_hex(pins);
}

}  // namespace anamnesis
