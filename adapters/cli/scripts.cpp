#include "cli/scripts.hpp"

#include <iostream>

namespace anamnesis::cli {

std::shared_ptr<const LoadedScript> load_or_complain(const std::string& dialog_dir) {
    auto script = load_script(dialog_dir);
    if (script) return *script;
    for (const auto& diagnostic : script.error()) std::cerr << to_string(diagnostic) << '\n';
    return nullptr;
}

std::optional<Scripts> load_all_or_complain(const std::vector<std::string>& dialog_dirs) {
    Scripts scripts;
    for (const auto& folder : dialog_dirs) {
        if (auto script = load_or_complain(folder)) scripts.push_back(std::move(script));
    }
    if (scripts.size() < dialog_dirs.size()) return std::nullopt;
    return scripts;
}

}  // namespace anamnesis::cli
