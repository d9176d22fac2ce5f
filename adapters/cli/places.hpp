#pragma once
/// Where things are when no option says so. The only code that looks at the environment.

#include <anamnesis/result.hpp>

#include <string>

namespace anamnesis::cli {

/// `dialogs/` of the working directory, else what was installed with the program (../share/anamnesis/),
/// else of the tree that it was built in (three folders above it, or the source folder it was compiled
/// from). Errors: Errc::not_found.
Result<std::string> default_dialogs_dir();

/// `$XDG_STATE_HOME/anamnesis/sessions.db`, or below `~/.local/state`; makes the folder, mode 0700.
/// Errors: Errc::unavailable.
Result<std::string> default_store_file();

/// `master.key` beside it, in the same way.
Result<std::string> default_key_file();

}  // namespace anamnesis::cli
