#pragma once
/// Loads dialogs for a command, and tells their author what is wrong with them.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "host/script_folder.hpp"

namespace anamnesis::cli {

/// Null after printing every diagnostic to standard error.
std::shared_ptr<const LoadedScript> load_or_complain(const std::string& dialog_dir);

/// All of them, or nothing after printing what is wrong with any of them.
std::optional<Scripts> load_all_or_complain(const std::vector<std::string>& dialog_dirs);

}  // namespace anamnesis::cli
