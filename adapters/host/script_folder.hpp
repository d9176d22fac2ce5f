#pragma once
/// Reads dialog folders from disk for the engine, which opens no files itself.

#include <memory>
#include <string>
#include <vector>

#include <anamnesis/result.hpp>
#include <anamnesis/script.hpp>

namespace anamnesis {

/// Of each file.
inline constexpr std::size_t kScriptFileBytesMax = 1024 * 1024;

/// A compiled script with the name that sessions are pinned to. Immutable; may be shared by threads.
struct LoadedScript {
    Dialog dialog;
    std::string pin;  ///< "id@version#hash", hash over every file that was read
};

using Scripts = std::vector<std::shared_ptr<const LoadedScript>>;

inline constexpr std::size_t kDialogsMax = 64;

/// Reads DIALOG_DIR/dialog.json, DIALOG_DIR/locale/*.json, the scripts that it includes (looked up
/// as ../<id>/ and ../common/<id>/) and ../common/{regions.json,locale/*.json,lexicon/*.json}.
/// A file that is missing or too large is a diagnostic (codes "F..").
Result<ScriptSource, Diagnostics> read_script_folder(const std::string& dialog_dir);

/// Reads and compiles. Warnings are dropped; any error gives all diagnostics, at least one.
Result<std::shared_ptr<const LoadedScript>, Diagnostics> load_script(const std::string& dialog_dir);

/// All of them, or everything that is wrong with any of them; also no folder at all (F001), two dialogs of
/// one id (F004), and more than kDialogsMax (F005).
Result<Scripts, Diagnostics> load_scripts(const std::vector<std::string>& dialog_dirs);

/// Tells whether load_scripts would read the same again: a hash over all that it reads, and over what it cannot.
/// Cost: reads every file, compiles nothing.
std::string fingerprint(const std::vector<std::string>& dialog_dirs);

/// The folders below `dialogs_dir` that have a dialog.json, sorted; `common` is not looked into.
std::vector<std::string> dialog_folders(const std::string& dialogs_dir);

}  // namespace anamnesis
