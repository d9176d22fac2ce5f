#pragma once
/// Finds and reads transcripts on disk, and writes them back.

#include <optional>
#include <string>
#include <vector>

#include <anamnesis/result.hpp>

namespace anamnesis::cli {

inline constexpr std::size_t kTranscriptBytesMax = 1024 * 1024;

/// The `*.chat` files at and below a path, sorted. Errors: Errc::not_found (no such path, or none there).
Result<std::vector<std::string>> find_transcripts(const std::string& path);

/// The nearest folder above a file that has a dialog.json.
std::optional<std::string> dialog_dir_of(const std::string& transcript);

/// Errors: Errc::unavailable (unreadable), Errc::bad_input (too large).
Result<std::string> read_file(const std::string& path);

/// Replaces the file's text, or leaves it as it was. Errors: Errc::unavailable.
Result<bool> write_file(const std::string& path, const std::string& text);

}  // namespace anamnesis::cli
