#include "host/master_key.hpp"

#include <filesystem>
#include <fstream>

#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "host_world.hpp"

using namespace anamnesis;
using tests::TempFolder;

namespace {

SystemRandom system_random;

Result<MasterKey> open_in(const TempFolder& folder) { return open_master_key(folder.at("master.key"), system_random); }

std::string refusal(const TempFolder& folder) {
    const auto key = open_in(folder);
    REQUIRE_FALSE(key.has_value());
    CHECK(key.error().message.find(folder.at("master.key")) != std::string::npos);
    return key.error().message;
}

mode_t mode_of(const std::string& path) {
    struct stat about {};
    REQUIRE(::stat(path.c_str(), &about) == 0);
    return about.st_mode & 07777;
}

void put(const TempFolder& folder, std::size_t bytes, mode_t mode) {
    folder.write("master.key", std::string(bytes, 'k'));
    REQUIRE(::chmod(folder.at("master.key").c_str(), mode) == 0);
}

}  // namespace

TEST_CASE("A key that is not there is made, for its owner alone, and is the same from then on") {
    const TempFolder folder, another;
    const auto made = open_in(folder);
    REQUIRE(made.has_value());
    CHECK(mode_of(folder.at("master.key")) == 0600);
    CHECK(folder.read("master.key") == std::string(made->reveal().begin(), made->reveal().end()));
    CHECK(open_in(folder)->reveal() == made->reveal());
    CHECK(open_in(another)->reveal() != made->reveal());
    const auto files = std::filesystem::directory_iterator(folder.at("."));
    CHECK(std::distance(begin(files), end(files)) == 1);  // no draft is left
}

TEST_CASE("Only 32 bytes are a key") {
    const TempFolder folder;
    for (const std::size_t size : {0, 31, 33, 64}) {
        put(folder, size, 0600);
        CHECK(refusal(folder).find("32 bytes") != std::string::npos);
    }
    put(folder, 32, 0600);
    CHECK(open_in(folder).has_value());
}

TEST_CASE("A key that others may read or change is refused") {
    const TempFolder folder;
    for (const mode_t mode : {0640, 0604, 0620, 0601, 0644, 0777}) {
        put(folder, 32, mode);
        CHECK(refusal(folder).find("chmod 600") != std::string::npos);
    }
    for (const mode_t mode : {0600, 0400}) {
        put(folder, 32, mode);
        CHECK(open_in(folder).has_value());
    }
}

TEST_CASE("What is no file is refused, and nothing waits for a pipe") {
    const TempFolder folder;
    SECTION("a folder") { std::filesystem::create_directory(folder.at("master.key")); }
    SECTION("a pipe") { REQUIRE(::mkfifo(folder.at("master.key").c_str(), 0600) == 0); }
    CHECK(refusal(folder).find("not a file") != std::string::npos);
}

TEST_CASE("A key whose folder is missing cannot be made") {
    const TempFolder folder;
    const auto key = open_master_key(folder.at("nowhere/master.key"), system_random);
    REQUIRE_FALSE(key.has_value());
    CHECK(key.error().code == Errc::unavailable);
}
