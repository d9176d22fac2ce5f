// How many broken phrases of the shipped dialog are told by its examples or by its replays.

#include <catch2/catch.hpp>

#include <algorithm>
#include <iostream>
#include <random>

#include <nlohmann/json.hpp>

#include "engine/proof/replays.hpp"
#include "engine/tiny_dialog.hpp"
#include "proof/sentences.hpp"
#include "proof/text_notes.hpp"
#include "text/lexicon.hpp"

using namespace anamnesis;
using namespace anamnesis::tests;

namespace {

using nlohmann::ordered_json;

constexpr const char* kDialog = "lip-twitching";
constexpr const char* kUnheard = "qqzunheard";

struct PhraseAt {
    std::string finding;
    std::size_t place;
};

// One phrase of each finding that has some, drawn with a seed; or all of them.
std::vector<PhraseAt> phrases_in(const ordered_json& words, bool all, unsigned seed) {
    std::mt19937 random(seed);
    std::vector<PhraseAt> out;
    for (const auto& [finding, said] : words["findings"].items()) {
        const std::size_t count = said.contains("phrases") ? said["phrases"].size() : 0;
        for (std::size_t i = 0; i < count && all; ++i) out.push_back({finding, i});
        if (count > 0 && !all) out.push_back({finding, random() % count});
    }
    return out;
}

struct Told {
    int by_examples = 0, by_replays = 0, equivalent = 0, by_nothing = 0;
};

// Another phrase hears all that this one did.
bool is_missed_nowhere(const Dialog& d, const std::string& finding, const std::string& phrase) {
    const auto sentences = proof::sentences_of(phrase, proof::kSentencesMax);
    return std::all_of(sentences.begin(), sentences.end(), [&](const std::string& s) {
        const auto mentions = find_mentions(*d.languages.front().lexicon, s);
        return std::any_of(mentions.begin(), mentions.end(), [&](const Mention& m) { return m.finding == finding; });
    });
}

void try_out(const ordered_json& words, const PhraseAt& at, const std::vector<Transcript>& replays, Told& told) {
    ScriptSource source = source_of(source_path(std::string("dialogs/") + kDialog));
    ordered_json broken = words;
    broken["findings"][at.finding]["phrases"][at.place] = kUnheard;
    source.main.locales.front().text = broken.dump();
    const Compiled compiled = compile(source);
    const std::string phrase = words["findings"][at.finding]["phrases"][at.place];
    if (!compiled.dialog)
        ++told.by_examples;
    else if (is_missed_nowhere(*compiled.dialog, at.finding, phrase))
        ++told.equivalent;
    else if (breaks_a_replay(*compiled.dialog, replays))
        ++told.by_replays;
    else {
        ++told.by_nothing;
        std::cout << "told by nothing: " << at.finding << ": " << phrase << '\n';
    }
}

Told try_all(bool all, unsigned seed, std::size_t most) {
    const ScriptSource source = source_of(source_path(std::string("dialogs/") + kDialog));
    const ordered_json words = ordered_json::parse(source.main.locales.front().text);
    auto phrases = phrases_in(words, all, seed);
    std::shuffle(phrases.begin(), phrases.end(), std::mt19937(seed));
    phrases.resize(std::min(phrases.size(), most));
    const auto replays = replays_of(kDialog);
    Told told;
    for (const PhraseAt& at : phrases) try_out(words, at, replays, told);
    std::cout << phrases.size() << " broken phrases: told by an example " << told.by_examples << ", by a replay "
              << told.by_replays << ", another phrase hears the same " << told.equivalent << ", told by nothing "
              << told.by_nothing << '\n';
    return told;
}

}  // namespace

TEST_CASE("Broken phrases of the shipped dialog (long)", "[.][phrase_mutation]") { try_all(true, 1, 10'000); }

TEST_CASE("A broken phrase, one of each finding (long)", "[.][phrase_mutation_sample]") { try_all(false, 1, 10'000); }
