// Misspelt words become words that are heard; real words stay.

#include <catch2/catch.hpp>

#include "text/spelling.hpp"
#include "text/phrase_index.hpp"

using namespace anamnesis;

namespace {

struct World {
    PhraseIndex index;
    Spelling spelling;

    explicit World(const std::vector<std::string>& phrases) {
        std::vector<PhraseIndex::Entry> entries;
        for (const std::string& phrase : phrases) entries.push_back({*parse_phrase(phrase), Prefer::first});
        index = PhraseIndex(entries);
        spelling = Spelling({&index.vocabulary(),
                             index.uses(),
                             {"wks"},
                             {"Botox"},
                             "drooping\ndropping\nfore\nhead\nwee\n",
                             {{"cnt", "cant"}, {"alot", "a lot"}}});
    }
};

const World& world() {
    static const World w({"cant", "week", "droop*", "my face", "forehead", "today", "great", "mouth", "is"});
    return w;
}

std::string mended(const std::string& message) { return world().spelling.mended(normalise(message)).text; }

}  // namespace

TEST_CASE("Towards what is heard, never away from a real word") {
    const auto [written, meant] = GENERATE(table<std::string, std::string>({
        {"my face", " my face "},
        {"my fcae, droping", " my face , drooping "},
        {"a wee bit", " a wee bit "},
        {"dropping", " dropping "},
        {"droopping", " drooping "},
        {"droopity", " droopity "},  // begins with a stem: heard as it is
        {"cnt", " cant "},
        {"alot", " a lot "},
        {"myface is", " my face is "},
        {"fore head", " forehead "},
        {"fore, head", " fore , head "},
        {"2day gr8", " today great "},
        {"4head", " forehead "},
        {"2weeks 10wks 3", " 2weeks 10wks 3 "},
        {"mouthhhhhh", " mouth "},
        {"wks wkks", " wks wks "},
        {"qzxv", " qzxv "},
        {"botox", " botox "},
        {"", " "},
    }));
    CAPTURE(written);
    CHECK(mended(written) == meant);
}

TEST_CASE("What was mended stands where it was written") {
    const std::string message = "Oh: my fcae, fore head!";
    const Normalised n = world().spelling.mended(normalise(message));
    const auto written = [&](const std::string& word) {
        const auto begin = static_cast<int>(n.text.find(word));
        const Span span = n.span(begin, begin + static_cast<int>(word.size()));
        return message.substr(static_cast<std::size_t>(span.from), static_cast<std::size_t>(span.to - span.from));
    };
    CHECK(written("face") == "fcae");
    CHECK(written("forehead") == "fore head");
    CHECK(written("my") == "my");
    CHECK(n.from.size() == n.text.size());
    CHECK(n.to.size() == n.text.size());
}

TEST_CASE("Without real words nothing is told to be misspelt") {
    CHECK(Spelling().mended(normalise("fcae")).text == " fcae ");
    CHECK(Spelling({&world().index.vocabulary(), {}, {}, {}, "", {}}).mended(normalise("fcae")).text == " fcae ");
}
