// Every code has a file of cases, and the program tells of each case exactly what its file says: no more, no less.

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include <catch2/catch.hpp>

#include "bad_scripts/bad_script.hpp"

using namespace anamnesis;
namespace fs = std::filesystem;

namespace {

std::vector<fs::path> case_files() {
    std::vector<fs::path> out;
    for (const auto& entry : fs::directory_iterator(fs::path(ANAMNESIS_SOURCE_DIR) / "tests/bad_scripts"))
        if (entry.path().extension() == ".case") out.push_back(entry.path());
    std::sort(out.begin(), out.end());
    return out;
}

bool only_tells(const tests::BadScript& bad, const std::string& code) {
    return std::all_of(bad.told.begin(), bad.told.end(),
                       [&](const std::string& told) { return tests::code_in(told) == code; });
}

}  // namespace

// After a change of wording: UPDATE_CASES=1 build/release/bin/bad_scripts_tests, then read the difference.
TEST_CASE("What is told of a bad script is what its case says") {
    for (const fs::path& path : case_files()) {
        if (std::getenv("UPDATE_CASES")) tests::update_cases(path.string());
        for (const tests::BadScript& bad : tests::read_cases(path.string())) {
            INFO(path.string() << ":" << bad.line);
            CHECK(tests::told_of(bad) == bad.told);
        }
    }
}

TEST_CASE("A case tells one mistake, of the code that its file is named after") {
    REQUIRE_FALSE(case_files().empty());
    for (const fs::path& path : case_files())
        for (const tests::BadScript& bad : tests::read_cases(path.string())) {
            INFO(path.string() << ":" << bad.line);
            CHECK_FALSE(bad.told.empty());
            CHECK(only_tells(bad, path.stem().string()));
        }
}

TEST_CASE("A case can fail: what is not told, or told of another place, is no match") {
    tests::BadScript bad = tests::read_cases(case_files().front().string()).front();
    bad.changes.clear();
    CHECK(tests::told_of(bad) != bad.told);
}
