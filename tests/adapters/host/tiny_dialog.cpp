#include "tiny_dialog.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

#include <unistd.h>

#include <catch2/catch.hpp>

namespace anamnesis::tests {
namespace {

namespace fs = std::filesystem;

fs::path source_tree() { return ANAMNESIS_SOURCE_DIR; }

std::shared_ptr<const LoadedScript> load(const TempFolder& folder, const std::string& name = "tiny") {
    const auto script = load_script(folder.at(name));
    if (!script)
        for (const Diagnostic& diagnostic : script.error()) UNSCOPED_INFO(to_string(diagnostic));
    REQUIRE(script.has_value());
    return *script;
}

}  // namespace

TempFolder::TempFolder() {
    path_ = (fs::temp_directory_path() / "anamnesis-host-XXXXXX").string();
    REQUIRE(::mkdtemp(path_.data()) != nullptr);
}

TempFolder::~TempFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

std::string TempFolder::at(const std::string& name) const { return path_ + '/' + name; }

void TempFolder::write(const std::string& name, const std::string& text) const {
    fs::create_directories(fs::path(at(name)).parent_path());
    std::ofstream(at(name), std::ios::binary) << text;
}

std::string TempFolder::read(const std::string& name) const {
    std::ifstream in(at(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void copy_tiny_dialog(const TempFolder& folder) {
    const auto all = fs::copy_options::recursive;
    fs::copy(source_tree() / "tests/adapters/fixtures/tiny", folder.at("tiny"), all);
    fs::copy(source_tree() / "dialogs/common", folder.at("common"), all);
}

std::shared_ptr<const LoadedScript> tiny_script() {
    static const std::shared_ptr<const LoadedScript> script = [] {
        const TempFolder folder;
        copy_tiny_dialog(folder);
        return load(folder);
    }();
    return script;
}

void copy_knee_dialog(const TempFolder& folder) {
    const auto over = fs::copy_options::recursive | fs::copy_options::overwrite_existing;
    fs::copy(source_tree() / "tests/engine/fixtures/knee", folder.at("knee"), over);
}

std::shared_ptr<const LoadedScript> knee_script() {
    static const std::shared_ptr<const LoadedScript> script = [] {
        const TempFolder folder;
        copy_tiny_dialog(folder);
        copy_knee_dialog(folder);
        return load(folder, "knee");
    }();
    return script;
}

std::shared_ptr<const LoadedScript> changed_tiny_script(const std::string& file, const std::string& before,
                                                        const std::string& after) {
    const TempFolder folder;
    copy_tiny_dialog(folder);
    std::string text = folder.read("tiny/" + file);
    REQUIRE(text.find(before) != std::string::npos);
    text.replace(text.find(before), before.size(), after);
    folder.write("tiny/" + file, text);
    return load(folder);
}

std::shared_ptr<const LoadedScript> next_tiny_script() {
    return changed_tiny_script("locale/en-GB.json", "Do you drink a lot of coffee?", "Is it the coffee?");
}

}  // namespace anamnesis::tests
