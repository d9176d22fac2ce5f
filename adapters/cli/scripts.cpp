#include "cli/scripts.hpp"

#include <algorithm>
#include <iostream>

namespace anamnesis::cli {
namespace {

bool has_id(const Scripts& scripts, const std::string& id) {
    return std::any_of(scripts.begin(), scripts.end(), [&](const auto& script) { return script->dialog.id == id; });
}

}  // namespace

std::shared_ptr<const LoadedScript> load_or_complain(const std::string& dialog_dir) {
    auto script = load_script(dialog_dir);
    if (script) return *script;
    for (const auto& diagnostic : script.error()) std::cerr << to_string(diagnostic) << '\n';
    return nullptr;
}

std::optional<Scripts> load_all_or_complain(const std::vector<std::string>& dialog_dirs) {
    Scripts scripts;
    for (const auto& folder : dialog_dirs) {
        auto script = load_or_complain(folder);
        if (script && has_id(scripts, script->dialog.id)) {
            std::cerr << folder << ": the dialog \"" << script->dialog.id << "\" is there already\n";
        } else if (script) {
            scripts.push_back(std::move(script));
        }
    }
    if (scripts.size() < dialog_dirs.size()) return std::nullopt;
    return scripts;
}

}  // namespace anamnesis::cli
