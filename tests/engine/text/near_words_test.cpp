// The word that was most likely meant.

#include <catch2/catch.hpp>

#include "text/near_words.hpp"

using namespace anamnesis;

namespace {

NearWords words(const std::vector<std::string>& all) {
    NearWords out;
    for (const std::string& word : all) out.add(word, 1);
    out.finish();
    return out;
}

}  // namespace

TEST_CASE("One edit away is near enough, two are not") {
    const NearWords near = words({"drooping", "twitch", "mouth", "arm", "cant"});
    const auto [written, meant] = GENERATE(table<std::string, std::string>({
        {"droopign", "drooping"},   // changed places
        {"droping", "drooping"},    // one left out
        {"droopping", "drooping"},  // one doubled
        {"drooqing", "drooping"},   // a wrong one
        {"rdooping", "drooping"},
        {"dooping", "drooping"},
        {"mouthh", "mouth"},
        {"twich", "twitch"},
        {"drping", ""},  // two left out
        {"nouht", ""},
        {"cnt", "cant"},
        {"amr", "arm"},
        {"axm", ""},  // too short to tell
        {"srm", "arm"},
        {"armm", "arm"},
        {"ar", ""},
        {"moouthh", "mouth"},  // doubled at will
        {"zzzz", ""},
    }));
    CAPTURE(written);
    CHECK(near.nearest(written).word == meant);
}

TEST_CASE("Of two words the one whose slip is more usual; then the one that more phrases use") {
    CHECK(words({"dropping", "drooling"}).nearest("droping").word == "dropping");
    NearWords near;
    near.add("hand", 1);
    near.add("hang", 5);
    near.finish();
    CHECK(near.nearest("hanf").word == "hang");  // f is beside d and g alike
}

TEST_CASE("Costs tell slips apart") {
    CHECK(edit_cost("face", "face") == 0);
    CHECK(edit_cost("droping", "drooping") < edit_cost("drooing", "drooping"));
    CHECK(edit_cost("fsce", "face") < edit_cost("fpce", "face"));
    CHECK(edit_cost("ace", "face") <= kEditCostMax);
    CHECK(edit_cost("fcae", "face") < edit_cost("afce", "face"));
    CHECK(edit_cost("fa", "face") > kEditCostMax);
    CHECK(edit_cost("cafe", "face") > kEditCostMax);
}

TEST_CASE("Words of 3 to 24 letters can be meant") {
    const std::string longest(24, 'a');
    const NearWords near = words({"ox", "eye", longest, std::string(25, 'b')});
    CHECK(near.nearest("oxx").word.empty());
    CHECK(near.nearest("eyee").word == "eye");
    CHECK(near.nearest(std::string(23, 'a')).word == longest);
    CHECK(near.nearest(std::string(24, 'b')).word.empty());
    CHECK(near.nearest(std::string(25, 'a')).word.empty());
}
