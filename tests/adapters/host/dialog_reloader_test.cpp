// Dialogs on disk that change under a host.

#include "host/dialog_reloader.hpp"

#include <filesystem>

#include <catch2/catch.hpp>

#include "host_world.hpp"

using namespace anamnesis;
using Seen = DialogReloader::Seen;

namespace {

struct Author {
    tests::TempFolder folder;
    tests::World world;
    std::vector<std::string> folders{folder.at("tiny")};

    DialogReloader reloader() {
        tests::copy_tiny_dialog(folder);
        return {world.host, [this] { return folders; }, ConversationHost::Superseded::dropped};
    }
    void write_title(const std::string& title) {
        std::string words = folder.read("tiny/locale/en-GB.json");
        const std::string old_title = "a twitch, for tests";
        words.replace(words.find(old_title), old_title.size(), title);
        folder.write("tiny/locale/en-GB.json", words);
    }
    std::string offered_title() const { return text_for(world.host.scripts().front()->dialog, "", "dialog.title"); }
};

}  // namespace

TEST_CASE("What is still on disk as it was loaded is not loaded again") {
    Author author;
    DialogReloader reloader = author.reloader();
    CHECK(reloader.look() == Seen::nothing_new);
    CHECK(reloader.look() == Seen::nothing_new);
}

TEST_CASE("A change is loaded once it has stayed for two looks") {
    Author author;
    DialogReloader reloader = author.reloader();
    author.write_title("another title");
    CHECK(reloader.look() == Seen::nothing_new);
    CHECK(reloader.look() == Seen::reloaded);
    CHECK(author.offered_title() == "another title");
    CHECK(reloader.look() == Seen::nothing_new);
}

TEST_CASE("What is broken keeps the last good one and says so; mended, it says nothing") {
    Author author;
    DialogReloader reloader = author.reloader();
    const std::string before = author.folder.read("tiny/dialog.json");
    const std::string version = reloader.version();
    author.folder.write("tiny/dialog.json", before.substr(0, before.size() / 2));
    reloader.look();
    CHECK(reloader.look() == Seen::broken);
    REQUIRE_FALSE(reloader.diagnostics().empty());
    CHECK(reloader.diagnostics().front().line > 0);
    CHECK(reloader.version() == version);
    CHECK(author.offered_title() == "a twitch, for tests");
    CHECK(reloader.look() == Seen::nothing_new);

    author.folder.write("tiny/dialog.json", before);
    reloader.look();
    CHECK(reloader.look() == Seen::reloaded);
    CHECK(reloader.diagnostics().empty());
}

TEST_CASE("All or nothing: one broken dialog holds back the other, and an added one") {
    Author author;
    DialogReloader reloader = author.reloader();
    author.write_title("another title");
    author.folders.push_back(author.folder.at("knee"));
    author.folder.write("knee/dialog.json", "{");
    CHECK_FALSE(reloader.reload());
    CHECK(author.world.host.scripts().size() == 1);
    CHECK(author.offered_title() == "a twitch, for tests");
    tests::copy_knee_dialog(author.folder);
    CHECK(reloader.reload());
    CHECK(author.world.host.scripts().size() == 2);
    CHECK(author.offered_title() == "another title");
}

TEST_CASE("No folder at all, one that is gone and one too many are diagnostics") {
    Author author;
    DialogReloader reloader = author.reloader();
    std::filesystem::remove_all(author.folder.at("tiny"));
    CHECK_FALSE(reloader.reload());
    CHECK(reloader.diagnostics().front().code == "F001");
    author.folders.clear();
    CHECK_FALSE(reloader.reload());
    CHECK(reloader.diagnostics().front().code == "F001");
    author.folders.assign(kDialogsMax, "nowhere");
    CHECK_FALSE(reloader.reload());
    CHECK(reloader.diagnostics().front().code == "F001");
    author.folders.emplace_back("nowhere");
    CHECK_FALSE(reloader.reload());
    CHECK(reloader.diagnostics().front().code == "F005");
    CHECK(author.world.host.scripts().size() == 1);
}
