#pragma once
/// Finds and reads transcripts on disk, and writes them back.

#include <optional>
#include <string>
#include <vector>

#include <anamnesis/replay.hpp>
#include <anamnesis/result.hpp>

namespace anamnesis::cli {

inline constexpr std::size_t kTranscriptBytesMax = 1024 * 1024;

/// The `*.chat` and `*.convo.txt` files at and below a path, sorted. Errors: Errc::not_found (no such path, or none
/// there).
Result<std::vector<std::string>> find_transcripts(const std::string& path);

/// The nearest folder above a file that has a dialog.json.
std::optional<std::string> dialog_dir_of(const std::string& transcript);

/// The conversations of a file, one or, in BotiumScript, several: with the names that the
/// `*.utterances.txt` files beside it explain. Or all that is wrong with any of these files.
Result<std::vector<Transcript>, Diagnostics> read_conversations(const std::string& path, const std::string& text);

/// That a file cannot be had, in the form of its other mistakes (code F003).
Diagnostic unreadable(const std::string& path, const std::string& why);

/// BotiumScript is only read: an update has no way to write it.
bool is_botium_script(const std::string& path);

/// Errors: Errc::unavailable (unreadable), Errc::bad_input (too large).
Result<std::string> read_file(const std::string& path);

/// Replaces the file's text, or leaves it as it was. Errors: Errc::unavailable.
Result<bool> write_file(const std::string& path, const std::string& text);

}  // namespace anamnesis::cli
