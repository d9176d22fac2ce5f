#include "engine/tiny_dialog.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace anamnesis::tests {
namespace {

namespace fs = std::filesystem;

ScriptFile file_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + path.string());
    return {path.string(), {std::istreambuf_iterator<char>(in), {}}};
}

std::vector<ScriptFile> files_in(const fs::path& folder, const char* extension) {
    std::vector<fs::path> paths;
    if (fs::is_directory(folder))
        for (const auto& entry : fs::directory_iterator(folder))
            if (entry.path().extension() == extension) paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    std::vector<ScriptFile> out;
    for (const fs::path& path : paths) out.push_back(file_of(path));
    return out;
}

ScriptFolder folder_of(const fs::path& dir) {
    return {file_of(dir / "dialog.json"), files_in(dir / "locale", ".json")};
}

fs::path common_beside(const fs::path& dir) {
    const fs::path beside = dir.parent_path() / "common";
    return fs::is_directory(beside) ? beside : fs::path(source_path("dialogs/common"));
}

fs::path include_beside(const fs::path& dir, const std::string& id) {
    const fs::path beside = dir.parent_path() / id;
    return fs::is_directory(beside) ? beside : common_beside(dir) / id;
}

Dialog compiled(const ScriptSource& source) {
    Compiled c = compile(source);
    if (!c.dialog) throw std::runtime_error(in_words(c.diagnostics));
    return std::move(*c.dialog);
}

}  // namespace

std::string source_path(const std::string& below) { return std::string(ANAMNESIS_SOURCE_DIR) + "/" + below; }

ScriptSource source_of(const std::string& dialog_dir) {
    const fs::path dir(dialog_dir);
    ScriptSource source;
    source.main = folder_of(dir);
    for (const std::string& id : included_ids(source.main.dialog.text))
        source.includes.push_back(folder_of(include_beside(dir, id)));
    const fs::path common = common_beside(dir);
    source.regions = file_of(common / "regions.json");
    source.common = files_in(common / "locale", ".json");
    source.lexicons = files_in(common / "lexicon", ".json");
    source.words = files_in(common / "words", ".txt");
    return source;
}

ScriptSource tiny_source() { return source_of(source_path("tests/adapters/fixtures/tiny")); }

ScriptSource knee_source() { return source_of(source_path("tests/engine/fixtures/knee")); }

const Dialog& tiny_dialog() {
    static const Dialog dialog = compiled(tiny_source());
    return dialog;
}

const Dialog& knee_dialog() {
    static const Dialog dialog = compiled(knee_source());
    return dialog;
}

const Dialog& elbow_dialog() {
    static const Dialog dialog = compiled(source_of(source_path("tests/engine/fixtures/elbow")));
    return dialog;
}

std::string replaced(std::string text, const std::string& old, const std::string& with) {
    const auto at = text.find(old);
    if (at == std::string::npos) throw std::runtime_error("not in the text: " + old);
    return text.replace(at, old.size(), with);
}

std::vector<std::string> codes_of(const Diagnostics& diagnostics) {
    std::vector<std::string> out;
    for (const Diagnostic& d : diagnostics) out.push_back(d.code);
    return out;
}

std::string in_words(const Diagnostics& diagnostics) {
    std::string out;
    for (const Diagnostic& d : diagnostics) out += to_string(d) + "\n";
    return out;
}

Diagnostic find_code(const Diagnostics& diagnostics, const std::string& code) {
    for (const Diagnostic& d : diagnostics)
        if (d.code == code) return d;
    throw std::runtime_error("no " + code + " in:\n" + in_words(diagnostics));
}

}  // namespace anamnesis::tests
