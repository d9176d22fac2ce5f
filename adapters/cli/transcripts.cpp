#include "cli/transcripts.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace anamnesis::cli {
namespace {

namespace fs = std::filesystem;
constexpr const char* kExtension = ".chat";

}  // namespace

Result<std::vector<std::string>> find_transcripts(const std::string& path) {
    std::vector<std::string> found;
    std::error_code error;
    if (fs::is_regular_file(path, error)) return std::vector<std::string>{path};
    fs::recursive_directory_iterator entries(path, error);
    for (const fs::recursive_directory_iterator end; !error && entries != end; entries.increment(error)) {
        if (entries->path().extension() == kExtension) found.push_back(entries->path().string());
    }
    if (error) return Error{Errc::not_found, "cannot look into " + path + ": " + error.message()};
    if (found.empty()) return Error{Errc::not_found, "no transcript (*.chat) in " + path};
    std::sort(found.begin(), found.end());
    return found;
}

std::optional<std::string> dialog_dir_of(const std::string& transcript) {
    std::error_code error;
    const fs::path whole = fs::absolute(transcript, error);
    for (fs::path above = whole.parent_path(); above != above.root_path(); above = above.parent_path()) {
        if (fs::is_regular_file(above / "dialog.json", error)) return above.string();
    }
    return std::nullopt;
}

Result<std::string> read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::string text(kTranscriptBytesMax + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (file.bad() || (!file.eof() && file.fail())) {
        return Error{Errc::unavailable, "cannot read " + path};
    }
    text.resize(static_cast<std::size_t>(file.gcount()));
    if (text.size() > kTranscriptBytesMax) return Error{Errc::bad_input, path + " is too large"};
    return text;
}

Result<bool> write_file(const std::string& path, const std::string& text) {
    const std::string beside = path + ".new";
    std::ofstream file(beside, std::ios::binary | std::ios::trunc);
    file << text;
    file.close();
    std::error_code error;
    if (file) fs::rename(beside, path, error);
    if (file && !error) return true;
    fs::remove(beside, error);
    return Error{Errc::unavailable, "cannot write " + path};
}

}  // namespace anamnesis::cli
