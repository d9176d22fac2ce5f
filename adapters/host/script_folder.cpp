#include "host/script_folder.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>
#include <system_error>

#include "host/ports.hpp"

namespace anamnesis {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPinDigits = 16;

Diagnostic complaint(std::string code, std::string path, std::string message) {
    Diagnostic diagnostic;
    diagnostic.code = std::move(code);
    diagnostic.file = std::move(path);
    diagnostic.message = std::move(message);
    return diagnostic;
}

/// Reads files and keeps what went wrong on the way.
class FolderReader {
public:
    ScriptFile file(const fs::path& path) {
        ScriptFile read{path.string(), {}};
        std::error_code failure;
        if (!fs::exists(path, failure)) return fail(read, "F001", "the file is missing", hint_for(path));
        if (!fs::is_regular_file(path, failure))
            return fail(read, "F003", "this is a folder, not a file", "remove or rename it");
        std::ifstream in(path, std::ios::binary);
        if (!in) return fail(read, "F003", "the file cannot be opened", "look at its owner and permissions");
        read.text.resize(kScriptFileBytesMax + 1);
        in.read(read.text.data(), static_cast<std::streamsize>(read.text.size()));
        if (in.bad()) return fail(read, "F003", "the file cannot be read", "look at the disk");
        read.text.resize(static_cast<std::size_t>(in.gcount()));
        if (read.text.size() > kScriptFileBytesMax)
            return fail(read, "F002", "the file is larger than 1 MiB", "split it into included scripts");
        return read;
    }

    /// All *.json of a folder, by name; there must be one.
    std::vector<ScriptFile> files(const fs::path& folder) {
        std::vector<ScriptFile> read = files(folder, ".json");
        if (read.empty())
            fail({folder.string(), {}}, "F001", "there is no file of words here",
                 "add one for each language, such as en-GB.json");
        return read;
    }

    std::vector<ScriptFile> files(const fs::path& folder, const char* extension) {
        std::vector<fs::path> paths;
        std::error_code failure;
        for (const auto& entry : fs::directory_iterator(folder, failure))
            if (entry.path().extension() == extension) paths.push_back(entry.path());
        std::sort(paths.begin(), paths.end());
        std::vector<ScriptFile> read;
        for (const fs::path& path : paths) read.push_back(file(path));
        return read;
    }

    ScriptFolder folder(const fs::path& path) { return {file(path / "dialog.json"), files(path / "locale")}; }

    static std::string hint_for(const fs::path& path) {
        const bool is_script = path.filename() == "dialog.json";
        return is_script ? "name a folder that has a dialog.json"
                         : "copy it from the dialogs/common that came with the program";
    }

    ScriptFile fail(ScriptFile file, std::string code, std::string message, std::string hint) {
        Diagnostic diagnostic = complaint(std::move(code), file.path, std::move(message));
        diagnostic.hint = std::move(hint);
        diagnostics.push_back(std::move(diagnostic));
        return file;
    }

    Diagnostics diagnostics;
};

/// Ids name folders, so one that could name another place is none.
bool is_folder_name(const std::string& id) {
    const auto is_plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    };
    return !id.empty() && std::all_of(id.begin(), id.end(), is_plain);
}

std::optional<fs::path> find_include(const fs::path& dialogs, const std::string& id) {
    std::error_code failure;
    if (!is_folder_name(id)) return std::nullopt;
    for (const fs::path& path : {dialogs / id, dialogs / "common" / id})
        if (fs::exists(path / "dialog.json", failure)) return path;
    return std::nullopt;
}

/// The place of "../" as it is written, so that diagnostics show short paths.
fs::path parent_of(const std::string& dialog_dir) { return (fs::path(dialog_dir) / "..").lexically_normal(); }

void append(std::string& all, const ScriptFile& file) {
    all += fs::path(file.path).filename().string() + '\n' + std::to_string(file.text.size()) + '\n';
    all += file.text;
}

void append(std::string& all, const ScriptFolder& folder) {
    append(all, folder.dialog);
    for (const ScriptFile& file : folder.locales) append(all, file);
}

std::string hash_of(const ScriptSource& source) {
    std::string all;
    append(all, source.main);
    for (const ScriptFolder& folder : source.includes) append(all, folder);
    append(all, source.regions);
    for (const ScriptFile& file : source.common) append(all, file);
    for (const ScriptFile& file : source.lexicons) append(all, file);
    for (const ScriptFile& file : source.words) append(all, file);
    return sha256_hex(all).substr(0, kPinDigits);
}

bool has_id(const Scripts& scripts, const std::string& id) {
    return std::any_of(scripts.begin(), scripts.end(), [&](const auto& script) { return script->dialog.id == id; });
}

}  // namespace

Result<ScriptSource, Diagnostics> read_script_folder(const std::string& dialog_dir) {
    const fs::path dialogs = parent_of(dialog_dir);
    const fs::path common = dialogs / "common";
    FolderReader reader;
    ScriptSource source;
    source.main = reader.folder(fs::path(dialog_dir));
    for (const std::string& id : included_ids(source.main.dialog.text)) {
        const std::optional<fs::path> path = find_include(dialogs, id);  // compile() tells one that is not there
        if (path) source.includes.push_back(reader.folder(*path));
    }
    source.regions = reader.file(common / "regions.json");
    source.common = reader.files(common / "locale");
    source.lexicons = reader.files(common / "lexicon");
    source.words = reader.files(common / "words", ".txt");
    if (!reader.diagnostics.empty()) return std::move(reader.diagnostics);
    return source;
}

Result<std::shared_ptr<const LoadedScript>, Diagnostics> load_script(const std::string& dialog_dir) {
    const Result<ScriptSource, Diagnostics> source = read_script_folder(dialog_dir);
    if (!source) return source.error();
    Compiled compiled = compile(*source);
    if (!compiled.dialog) return std::move(compiled.diagnostics);
    LoadedScript script{std::move(*compiled.dialog), {}};
    script.pin = script.dialog.id + '@' + script.dialog.version + '#' + hash_of(*source);
    return std::make_shared<const LoadedScript>(std::move(script));
}

Result<Scripts, Diagnostics> load_scripts(const std::vector<std::string>& dialog_dirs) {
    if (dialog_dirs.empty()) return Diagnostics{complaint("F001", "", "there is no folder with a dialog.json")};
    if (dialog_dirs.size() > kDialogsMax) return Diagnostics{complaint("F005", "", "more than 64 dialogs")};
    Scripts scripts;
    Diagnostics diagnostics;
    for (const std::string& folder : dialog_dirs) {
        Result<std::shared_ptr<const LoadedScript>, Diagnostics> script = load_script(folder);
        if (!script) {
            const Diagnostics found = script.error();
            diagnostics.insert(diagnostics.end(), found.begin(), found.end());
        } else if (const std::string& id = (*script)->dialog.id; has_id(scripts, id)) {
            diagnostics.push_back(complaint("F004", folder, "the dialog \"" + id + "\" is there already"));
        } else {
            scripts.push_back(std::move(*script));
        }
    }
    if (!diagnostics.empty()) return diagnostics;
    return scripts;
}

std::string fingerprint(const std::vector<std::string>& dialog_dirs) {
    std::string all;
    for (const std::string& folder : dialog_dirs) {
        const Result<ScriptSource, Diagnostics> source = read_script_folder(folder);
        all += folder + '\n';
        if (source) all += hash_of(*source) + '\n';
        if (!source)
            for (const Diagnostic& diagnostic : source.error()) all += to_string(diagnostic) + '\n';
    }
    return sha256_hex(all);
}

std::vector<std::string> dialog_folders(const std::string& dialogs_dir) {
    std::vector<std::string> folders;
    std::error_code failure;
    for (const auto& entry : fs::directory_iterator(dialogs_dir, failure)) {
        const bool is_dialog = entry.path().filename() != "common" && fs::exists(entry.path() / "dialog.json", failure);
        if (is_dialog) folders.push_back(entry.path().string());
    }
    std::sort(folders.begin(), folders.end());
    return folders;
}

}  // namespace anamnesis
