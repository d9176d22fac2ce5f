#include "cli/places.hpp"

#include <cstdlib>
#include <filesystem>
#include <vector>

namespace anamnesis::cli {
namespace {

namespace fs = std::filesystem;

std::string variable(const char* name) {
    const char* const value = std::getenv(name);
    return value == nullptr ? std::string{} : std::string{value};
}

/// The XDG rules: a relative path in the variable is to be ignored.
fs::path state_home() {
    const fs::path chosen = variable("XDG_STATE_HOME");
    if (chosen.is_absolute()) return chosen;
    const fs::path home = variable("HOME");
    return home.is_absolute() ? home / ".local" / "state" : fs::path{};
}

/// A file in `$XDG_STATE_HOME/anamnesis`, or below `~/.local/state`; the folder is made.
Result<std::string> state_file(const char* name, const char* option) {
    const fs::path home = state_home();
    if (home.empty()) return Error{Errc::unavailable, std::string("no HOME to keep this in; use ") + option};
    const fs::path folder = home / "anamnesis";
    std::error_code error;
    fs::create_directories(folder, error);
    if (!error) fs::permissions(folder, fs::perms::owner_all, error);
    if (error) return Error{Errc::unavailable, "cannot make " + folder.string() + ": " + error.message()};
    return (folder / name).string();
}

}  // namespace

Result<std::string> default_dialogs_dir() {
    std::error_code error;
    std::vector<fs::path> candidates = {"dialogs"};
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    if (!error) {
        candidates.push_back(program.parent_path() / "../share/anamnesis/dialogs");
        candidates.push_back(program.parent_path() / "../../../dialogs");
    }
    candidates.push_back(fs::path(ANAMNESIS_SOURCE_DIR) / "dialogs");
    for (const auto& candidate : candidates) {
        if (fs::is_directory(candidate, error)) return candidate.lexically_normal().string();
    }
    return Error{Errc::not_found, "no folder dialogs/ here; name the dialog folders to serve"};
}

Result<std::string> default_store_file() { return state_file("sessions.db", "--store"); }

Result<std::string> default_key_file() { return state_file("master.key", "--key-file"); }

}  // namespace anamnesis::cli
