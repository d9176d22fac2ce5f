#include "cli/transcripts.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace anamnesis::cli {
namespace {

namespace fs = std::filesystem;
constexpr const char* kChat = ".chat";
constexpr const char* kConvo = ".convo.txt";
constexpr const char* kUtterances = ".utterances.txt";

std::vector<std::string> utterance_files_beside(const std::string& path) {
    std::vector<std::string> found;
    std::error_code error;
    const fs::path folder = fs::absolute(path, error).parent_path();
    fs::directory_iterator entries(folder, error);
    for (const fs::directory_iterator end; !error && entries != end; entries.increment(error)) {
        if (entries->path().string().ends_with(kUtterances)) found.push_back(entries->path().string());
    }
    std::sort(found.begin(), found.end());
    return found;
}

/// A name that several files explain stands for the texts of all of them.
void merge(Utterances& all, const Utterances& more) {
    for (const auto& [name, texts] : more) all[name].insert(all[name].end(), texts.begin(), texts.end());
}

Result<Utterances, Diagnostics> read_utterance_file(const std::string& file) {
    const auto text = read_file(file);
    if (!text) return Diagnostics{unreadable(file, text.error().message)};
    return read_utterances(file, *text);
}

Result<Utterances, Diagnostics> utterances_beside(const std::string& path) {
    Utterances all;
    Diagnostics wrong;
    for (const std::string& file : utterance_files_beside(path)) {
        const auto utterances = read_utterance_file(file);
        if (utterances) {
            merge(all, *utterances);
        } else {
            const Diagnostics mistakes = utterances.error();
            wrong.insert(wrong.end(), mistakes.begin(), mistakes.end());
        }
    }
    if (!wrong.empty()) return wrong;
    return all;
}

}  // namespace

Diagnostic unreadable(const std::string& path, const std::string& why) {
    return {"F003", Severity::error, path, {}, 1, 1, why, {}};
}

bool is_botium_script(const std::string& path) { return path.ends_with(kConvo); }

Result<std::vector<Transcript>, Diagnostics> read_conversations(const std::string& path, const std::string& text) {
    if (is_botium_script(path)) {
        const auto utterances = utterances_beside(path);
        if (!utterances) return utterances.error();
        return read_convo(path, text, *utterances);
    }
    auto transcript = read_transcript(path, text);
    if (!transcript) return transcript.error();
    return std::vector<Transcript>{std::move(*transcript)};
}

Result<std::vector<std::string>> find_transcripts(const std::string& path) {
    std::vector<std::string> found;
    std::error_code error;
    if (fs::is_regular_file(path, error)) return std::vector<std::string>{path};
    fs::recursive_directory_iterator entries(path, error);
    for (const fs::recursive_directory_iterator end; !error && entries != end; entries.increment(error)) {
        const std::string file = entries->path().string();
        if (file.ends_with(kChat) || is_botium_script(file)) found.push_back(file);
    }
    if (error) return Error{Errc::not_found, "cannot look into " + path + ": " + error.message()};
    if (found.empty()) return Error{Errc::not_found, "no transcript (*.chat, *.convo.txt) in " + path};
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
