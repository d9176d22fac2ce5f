#include "host/script_folder.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

#include "../result_printer.hpp"
#include "tiny_dialog.hpp"

using namespace anamnesis;
using tests::TempFolder;

namespace {

/// A folder tree whose files hold little; reading does not look into them, except for includes.
void write_dialog(const TempFolder& folder) {
    folder.write("dialogs/a/dialog.json", R"({"anamnesis":1,"id":"a","include":[{"id":"b"},{"id":"c"}]})");
    folder.write("dialogs/a/locale/en-GB.json", "{}");
    folder.write("dialogs/a/locale/de-DE.json", "{}");
    folder.write("dialogs/a/locale/notes.txt", "not read");
    folder.write("dialogs/b/dialog.json", "{}");
    folder.write("dialogs/b/locale/en-GB.json", "{}");
    folder.write("dialogs/common/c/dialog.json", "{}");
    folder.write("dialogs/common/c/locale/en-GB.json", "{}");
    folder.write("dialogs/common/regions.json", "{}");
    folder.write("dialogs/common/locale/en-GB.json", "{}");
    folder.write("dialogs/common/lexicon/en-GB.json", "{}");
}

/// "F001 a/dialog.json" for each diagnostic, relative to the tree.
std::vector<std::string> complaints(const TempFolder& folder) {
    const auto source = read_script_folder(folder.at("dialogs/a"));
    if (source) return {};
    std::vector<std::string> found;
    const std::size_t head = folder.at("dialogs/").size();
    for (const Diagnostic& diagnostic : source.error()) {
        CHECK_FALSE(diagnostic.message.empty());
        found.push_back(diagnostic.code + ' ' + diagnostic.file.substr(head));
    }
    return found;
}

}  // namespace

TEST_CASE("A folder is read with its locales in order, its includes, and what all dialogs share") {
    const TempFolder folder;
    write_dialog(folder);
    for (const char* end : {"dialogs/a", "dialogs/a/", "dialogs/b/../a"}) {
        const auto source = read_script_folder(folder.at(end));
        REQUIRE(source);
        REQUIRE(source->main.locales.size() == 2);
        CHECK(source->main.locales[0].path.ends_with("locale/de-DE.json"));
        CHECK(source->main.locales[1].path.ends_with("locale/en-GB.json"));
        REQUIRE(source->includes.size() == 2);
        CHECK(source->includes[0].dialog.path == folder.at("dialogs/b/dialog.json"));
        CHECK(source->includes[1].dialog.path == folder.at("dialogs/common/c/dialog.json"));
        CHECK(source->regions.text == "{}");
        CHECK(source->common.size() == 1);
        CHECK(source->lexicons.size() == 1);
    }
}

TEST_CASE("Everything that is missing is told, not the first thing only") {
    const TempFolder folder;
    CHECK(complaints(folder) == std::vector<std::string>{"F001 a/dialog.json", "F001 a/locale",
                                                         "F001 common/regions.json", "F001 common/locale",
                                                         "F001 common/lexicon"});
}

TEST_CASE("An include that is not there is left for the compiler to tell, with its place in the script") {
    const TempFolder folder;
    write_dialog(folder);
    for (const char* id : {"nowhere", "../../secret", "", "a/b"}) {
        folder.write("secret/dialog.json", "{}");
        folder.write("dialogs/a/dialog.json",
                     R"({"anamnesis":1,"id":"a","include":[{"id":")" + std::string(id) + "\"}]}");
        const auto source = read_script_folder(folder.at("dialogs/a"));
        REQUIRE(source);
        CHECK(source->includes.empty());
    }
    tests::copy_tiny_dialog(folder);
    std::string script = folder.read("tiny/dialog.json");
    script.replace(script.find("\"crisis\""), 8, "\"crises\"");
    folder.write("tiny/dialog.json", script);
    const auto loaded = load_script(folder.at("tiny"));
    REQUIRE_FALSE(loaded);
    CHECK(loaded.error().at(0).code == "A008");
    CHECK(loaded.error().at(0).line > 0);
}

TEST_CASE("A file may have 1 MiB; one byte more is too large") {
    const TempFolder folder;
    write_dialog(folder);
    folder.write("dialogs/common/regions.json", std::string(kScriptFileBytesMax, ' '));
    CHECK(complaints(folder).empty());
    folder.write("dialogs/common/regions.json", std::string(kScriptFileBytesMax + 1, ' '));
    CHECK(complaints(folder) == std::vector<std::string>{"F002 common/regions.json"});
}

TEST_CASE("A folder in a file's place is unreadable") {
    const TempFolder folder;
    write_dialog(folder);
    folder.write("dialogs/a/locale/fr-FR.json/inside", "");
    CHECK(complaints(folder) == std::vector<std::string>{"F003 a/locale/fr-FR.json"});
}

TEST_CASE("The pin names id, version and every byte that was read, but not the place") {
    const std::string pin = tests::tiny_script()->pin;
    CHECK(pin.starts_with("tiny@1.0.0#"));
    CHECK(pin.size() == std::string("tiny@1.0.0#").size() + 16);

    const TempFolder elsewhere;
    tests::copy_tiny_dialog(elsewhere);
    CHECK((*load_script(elsewhere.at("tiny")))->pin == pin);

    for (const char* name :
         {"tiny/dialog.json", "tiny/locale/en-GB.json", "common/regions.json", "common/locale/en-GB.json",
          "common/lexicon/en-GB.json", "common/crisis/dialog.json", "common/crisis/locale/en-GB.json"}) {
        const TempFolder changed;
        tests::copy_tiny_dialog(changed);
        changed.write(name, changed.read(name) + "\n");
        CHECK((*load_script(changed.at("tiny")))->pin != pin);
    }
}

TEST_CASE("A script that does not compile gives its diagnostics") {
    const TempFolder folder;
    tests::copy_tiny_dialog(folder);
    folder.write("tiny/dialog.json", "{ not json");
    const auto script = load_script(folder.at("tiny"));
    REQUIRE_FALSE(script);
    CHECK(has_errors(script.error()));
}

TEST_CASE("The dialogs of a folder, sorted; what they share is none of them") {
    const TempFolder folder;
    write_dialog(folder);
    folder.write("dialogs/common/dialog.json", "{}");
    folder.write("dialogs/notes/readme.txt", "");
    CHECK(dialog_folders(folder.at("dialogs")) ==
          std::vector<std::string>{folder.at("dialogs/a"), folder.at("dialogs/b")});
    CHECK(dialog_folders(folder.at("nowhere")).empty());
}
