#pragma once
/// From the files of a dialog folder to a Dialog, or to everything that is wrong with them.
/// load_script() in <anamnesis/host/script_folder.hpp> reads the files and calls compile().

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <anamnesis/diagnostic.hpp>
#include <anamnesis/dialog.hpp>

namespace anamnesis {

/// A file's text with the path that diagnostics name. The engine opens no files.
struct ScriptFile {
    std::string path;
    std::string text;
};

/// One script: its logic and its words. Locale files are read in the order given.
struct ScriptFolder {
    ScriptFile dialog;
    std::vector<ScriptFile> locales;
};

/// All that compile() needs: a script, what it includes, and what all dialogs share.
struct ScriptSource {
    ScriptFolder main;
    std::vector<ScriptFolder> includes;
    ScriptFile regions;                ///< telephone numbers: common/regions.json
    std::vector<ScriptFile> common;    ///< what the engine itself says: common/locale/*.json
    std::vector<ScriptFile> lexicons;  ///< what the engine itself hears: common/lexicon/*.json
    std::vector<ScriptFile> words;     ///< words of a language, so that none is mended: common/words/<tag>.txt
};

struct Compiled {
    std::optional<Dialog> dialog;  ///< absent exactly if there is an error among the diagnostics
    Diagnostics diagnostics;       ///< errors and warnings
};

/// Reads, links and checks a script. Reports every mistake it can find, each once,
/// in the order of the files and their lines; what only follows from another mistake is left out.
/// Cost: milliseconds for a script of 100 findings; input of any kind is safe (bounded size and depth).
Compiled compile(const ScriptSource& source);

/// The ids that a dialog.json includes, so that a caller knows which folders to read.
/// Empty when the text is no script; compile() says why.
std::vector<std::string> included_ids(std::string_view dialog_json);

}  // namespace anamnesis
