#pragma once
/// The small dialogs of the engine's tests, read as a host reads them.

#include <string>
#include <vector>

#include <anamnesis/script.hpp>

namespace anamnesis::tests {

/// The files of a dialog folder, of what it includes, and of what all dialogs share. Includes and
/// common files are looked up beside the folder, else in dialogs/common of the source tree.
ScriptSource source_of(const std::string& dialog_dir);

std::string source_path(const std::string& below);

/// tests/adapters/fixtures/tiny: one emergency flag, one list, a topic of the crisis script.
ScriptSource tiny_source();
const Dialog& tiny_dialog();

/// tests/engine/fixtures/knee: every feature of the dialog language once.
ScriptSource knee_source();
const Dialog& knee_dialog();

/// tests/engine/fixtures/elbow: an include with scores and a name of its own, two voices, two parents.
const Dialog& elbow_dialog();

/// The first `old` of a text replaced; the test fails where there is none.
std::string replaced(std::string text, const std::string& old, const std::string& with);

/// Codes of diagnostics in their order.
std::vector<std::string> codes_of(const Diagnostics& diagnostics);

/// All diagnostics in words, for the message of a failing test.
std::string in_words(const Diagnostics& diagnostics);

/// The diagnostic with this code; the test fails where there is none.
Diagnostic find_code(const Diagnostics& diagnostics, const std::string& code);

}  // namespace anamnesis::tests
