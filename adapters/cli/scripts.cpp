#include "cli/scripts.hpp"

#include <iostream>

namespace anamnesis::cli {
namespace {

void complain(const Diagnostics& diagnostics) {
    for (const Diagnostic& diagnostic : diagnostics) std::cerr << to_string(diagnostic) << '\n';
}

}  // namespace

std::shared_ptr<const LoadedScript> load_or_complain(const std::string& dialog_dir) {
    auto script = load_script(dialog_dir);
    if (script) return *script;
    complain(script.error());
    return nullptr;
}

std::optional<Scripts> load_all_or_complain(const std::vector<std::string>& dialog_dirs) {
    auto scripts = load_scripts(dialog_dirs);
    if (scripts) return std::move(*scripts);
    complain(scripts.error());
    return std::nullopt;
}

}  // namespace anamnesis::cli
