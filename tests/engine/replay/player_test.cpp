#include <catch2/catch.hpp>

#include "engine/replay/reading.hpp"
#include "engine/tiny_dialog.hpp"
#include "replay/player.hpp"

using namespace anamnesis;

namespace {

// Where a few inputs lead, and what the last of them could not do.
struct Played {
    std::string code;
    std::string hint;
    std::string asked = "-";
};

Played play(const Dialog& dialog, const std::vector<std::pair<std::string, std::string>>& inputs) {
    Player player(dialog, "");
    Played out;
    for (const auto& [key, text] : inputs) {
        const auto fault = player.play({1, 1, key, text, {}});
        out.code = fault ? fault->code : "";
        out.hint = fault ? fault->hint : "";
    }
    if (player.page().question) out.asked = player.page().question->id;
    return out;
}

Played play(const std::vector<std::pair<std::string, std::string>>& inputs) {
    return play(tests::tiny_dialog(), inputs);
}

}  // namespace

TEST_CASE("a player begins with the greeting", "[replay]") {
    CHECK(play({}).asked == "face");
    CHECK(Player(tests::tiny_dialog(), "en-US").page().messages.front().text.find("911") != std::string::npos);
    CHECK(Player(tests::tiny_dialog(), "").page().messages.front().text.find("999") != std::string::npos);
}

TEST_CASE("taps answer the open question", "[replay]") {
    CHECK(play({{"tap", "no"}}).asked == "where");
    CHECK(play({{"tap", "unsure"}}).asked == "face_droop.check");
    CHECK(play({{"tap", "no"}, {"tap", "none"}}).asked == "coffee");
    CHECK(play({{"tap", "no"}, {"tap", "eyelid, thumb"}}).asked == "coffee");
}

TEST_CASE("a tap that is not possible names the options that are", "[replay]") {
    const Played none = play({{"tap", "none"}});
    CHECK(none.code == "R102");
    CHECK(none.hint == "its options are: yes, no, unsure");
    CHECK(none.asked == "face");
    CHECK(play({{"tap", "no"}, {"tap", "nose"}}).hint == "its options are: eyelid, thumb, unsure, none");
    CHECK(play({{"tap", "yes"}, {"tap", "yes"}}).code == "R101");
}

TEST_CASE("words are understood and commands are carried out", "[replay]") {
    CHECK(play({{"you", "no"}}).asked == "where");
    CHECK(play({{"tap", "no"}, {"do", "back"}}).asked == "face");
    CHECK(play({{"tap", "no"}, {"tap", "none"}, {"do", "change face"}}).asked == "face");
}

TEST_CASE("until denies everything on its way", "[replay]") {
    CHECK(play({{"until", "face"}}).asked == "face");
    CHECK(play({{"until", "coffee"}}).asked == "coffee");
    CHECK(play({{"until", "end"}}).asked == "-");
    CHECK(play({{"until", "end"}, {"until", "end"}}).code.empty());
}

TEST_CASE("until says why it does not arrive", "[replay]") {
    CHECK(play({{"until", "fase"}}).code == "R103");
    CHECK(play({{"until", "fase"}}).hint == "did you mean \"face\"?");
    CHECK(play({{"until", "coffee"}, {"until", "face"}}).code == "R104");
    const Played where = play(tests::lip_twitching(), {{"until", "duration"}});
    CHECK(where.code == "R105");
    CHECK(where.asked == "who");
    CHECK(where.hint == "its options are: self_adult, other_adult, child_5_15, child_1_4, infant, unsure");
}
