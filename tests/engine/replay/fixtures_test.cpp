// The dialog language, shown by conversations: tests/engine/fixtures/elbow/replays.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <catch2/catch.hpp>

#include "engine/replay/reading.hpp"
#include "engine/tiny_dialog.hpp"

using namespace anamnesis;

namespace {

std::vector<Transcript> conversations() {
    std::vector<Transcript> out;
    for (const auto& entry :
         std::filesystem::directory_iterator(tests::source_path("tests/engine/fixtures/elbow/replays"))) {
        std::ifstream in(entry.path(), std::ios::binary);
        out.push_back(tests::transcript_of({std::istreambuf_iterator<char>(in), {}}));
        out.back().path = entry.path().filename().string();
    }
    return out;
}

}  // namespace

TEST_CASE("The conversations of the language go as written", "[replay]") {
    const auto all = conversations();
    CHECK(all.size() >= 15);
    for (const Transcript& conversation : all) {
        const auto failures = replay(tests::elbow_dialog(), conversation).failures;
        INFO(tests::in_words(failures));
        CHECK(failures.empty());
    }
}

TEST_CASE("The conversations of the language reach what an include brings", "[replay]") {
    std::set<std::string> rules, questions;
    for (const Transcript& conversation : conversations()) {
        auto covered = replay(tests::elbow_dialog(), conversation).covered;
        rules.insert(covered["rules"].begin(), covered["rules"].end());
        questions.insert(covered["questions"].begin(), covered["questions"].end());
    }
    const std::set<std::string> joined = {"U08", "t.S1", "t.U1", "t.U1e"};
    const std::set<std::string> asked = {"self_harm", "t.calmer", "t.consent", "t.item1", "t.item3", "t.stress"};
    CHECK(std::includes(rules.begin(), rules.end(), joined.begin(), joined.end()));
    CHECK(std::includes(questions.begin(), questions.end(), asked.begin(), asked.end()));
}
