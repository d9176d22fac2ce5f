// The shipped dialogs hear what they listen for in spite of slips, and hear no alarm that is not there.

#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>

#include <nlohmann/json.hpp>

#include "engine/text/shipped.hpp"
#include "engine/text/typing_slips.hpp"
#include "engine/tiny_dialog.hpp"
#include "text/readings.hpp"

using namespace anamnesis;

namespace {

namespace fs = std::filesystem;

constexpr double kKeptMin = 0.95;
constexpr double kFalseAlarmsMax = 0.001;

struct Example {
    std::string finding;
    std::string text;
};

std::vector<Example> examples() {
    std::vector<Example> out;
    for (const char* file : {"dialogs/lip-twitching/locale/en-GB.json", "dialogs/common/crisis/locale/en-GB.json"}) {
        std::ifstream in(tests::source_path(file));
        const auto json = nlohmann::json::parse(in);
        for (const auto& [id, finding] : json.at("findings").items())
            for (const auto& example : finding.value("examples", std::vector<std::string>()))
                out.push_back({id, example});
    }
    return out;
}

std::set<std::string> real_words() {
    std::ifstream in(tests::source_path("dialogs/common/words/en-GB.txt"));
    std::set<std::string> out;
    for (std::string line; std::getline(in, line);) out.insert(line);
    return out;
}

// The text with one slip in one of its content words, each in turn. One that makes another real word is
// none: what is meant then, no spelling can tell.
std::vector<std::string> misspelt(const std::string& text, std::mt19937& random) {
    static const std::set<std::string> kReal = real_words();
    std::vector<std::string> out;
    for (const auto& [begin, end] : tests::content_words(text))
        for (const std::string& slip : tests::slips_in(text.substr(begin, end - begin), random))
            if (!kReal.count(slip)) out.push_back(std::string(text).replace(begin, end - begin, slip));
    return out;
}

bool hears(const std::string& text, const std::string& finding) {
    for (const Mention& m : find_mentions(tests::shipped_lexicon(), text))
        if (m.finding == finding && (m.status == Status::present || m.status == Status::other_person)) return true;
    return false;
}

std::set<std::string> alarms_in(const Utterance& u) {
    std::set<std::string> out;
    const Dialog& d = tests::shipped_dialog();
    for (const HeardMention& m : read_message(tests::shipped_lexicon(), u).mentions)
        if (const auto f = d.find_finding(m.mention.finding);
            f && d.findings[*f].flag && m.mention.status != Status::absent)
            out.insert(m.mention.finding);
    return out;
}

std::vector<std::string> negatives() {
    const char* given = std::getenv("ANAMNESIS_EVAL");
    const fs::path folder = given ? fs::path(given) : fs::path(tests::source_path("../shared/eval"));
    std::ifstream in(folder / "dev" / "negatives.jsonl");
    std::vector<std::string> out;
    for (std::string line; std::getline(in, line);) out.push_back(nlohmann::json::parse(line).at("text"));
    return out;
}

}  // namespace

TEST_CASE("An example with a slip in one content word is still heard, in 95 of 100 cases") {
    std::mt19937 random(20261125);
    int all = 0, kept = 0;
    std::string lost;
    for (const Example& example : examples())
        for (const std::string& text : misspelt(example.text, random)) {
            const bool heard = hears(text, example.finding);
            ++all;
            kept += heard;
            if (!heard) lost += example.finding + ": " + text + "\n";
        }
    INFO(kept << " of " << all << " kept; lost:\n" << lost);
    CHECK(all > 1000);
    CHECK(kept >= kKeptMin * all);
}

TEST_CASE("No alarm comes of mending a spelling in texts that have none; of slips put into them, next to none") {
    const std::vector<std::string> texts = negatives();
    if (texts.empty()) {
        WARN("skipped: there is no dev/negatives.jsonl in $ANAMNESIS_EVAL or ../shared/eval");
        return;
    }
    std::mt19937 random(20261125);
    std::string added, added_by_slips;
    int slips = 0, false_alarms = 0;
    const auto more = [](const std::string& text, const std::set<std::string>& unmended) {
        std::string out;
        for (const std::string& alarm : alarms_in(Utterance(tests::shipped_lexicon(), text)))
            if (!unmended.count(alarm)) out += alarm + ": " + text + "\n";
        return out;
    };
    for (const std::string& text : texts) {
        const std::set<std::string> unmended = alarms_in(Utterance(text));
        added += more(text, unmended);
        for (const std::string& message : misspelt(text, random)) {
            const std::string found = more(message, unmended);
            ++slips;
            false_alarms += !found.empty();
            added_by_slips += found;
        }
    }
    INFO(added << false_alarms << " of " << slips << " slips:\n" << added_by_slips);
    CHECK(added.empty());
    CHECK(slips > 5000);
    CHECK(false_alarms <= kFalseAlarmsMax * slips);
}
