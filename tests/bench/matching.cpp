// The time of matching against the number of phrases, beside RE2::Set and Hyperscan.

#include <cmath>
#include <fstream>
#include <map>
#include <stdexcept>

#include "bench/generated.hpp"
#include "bench/peers.hpp"
#include "bench/table.hpp"
#include "bench/timing.hpp"
#include "engine/tiny_dialog.hpp"
#include "text/phrase_index.hpp"

namespace anamnesis::bench {
namespace {

constexpr int kRounds = 5;
constexpr int kMessagesARound = 1000;
constexpr int kFew = 100;  // where a peer takes milliseconds
constexpr double kExponentMax = 0.6;
constexpr double kTimesHyperscanMax = 8;
constexpr double kPartOfRe2SetMax = 1.0 / 3;

using Rounds = std::vector<std::vector<std::string>>;

std::vector<std::string> word_list() {
    std::ifstream in(tests::source_path("dialogs/common/words/en-GB.txt"));
    std::vector<std::string> out;
    for (std::string line; std::getline(in, line);)
        if (!line.empty() && line[0] != '#') out.push_back(line);
    std::shuffle(out.begin(), out.end(), std::mt19937(1));
    return out;
}

PhraseIndex index_of(const std::vector<std::string>& phrases) {
    std::vector<PhraseIndex::Entry> entries;
    for (const std::string& phrase : phrases) entries.push_back({*parse_phrase(phrase), Prefer::first});
    return PhraseIndex(entries);
}

std::vector<int> numbers_of(const std::vector<FoundPhrase>& found) {
    std::vector<int> out;
    for (const FoundPhrase& hit : found)
        if (out.empty() || out.back() != hit.phrase) out.push_back(hit.phrase);
    return out;
}

Rounds normalised(const Rounds& rounds) {
    Rounds out = rounds;
    for (auto& round : out)
        for (std::string& message : round) message = normalise(message).text;
    return out;
}

// The time of one peer, which must find the same; nothing: there is none, or it does not take so many.
std::optional<double> peer_us(const std::optional<Matching>& peer, const Rounds& texts, const PhraseIndex& index) {
    if (!peer) return std::nullopt;
    for (const std::string& text : texts.front())
        if ((*peer)(text) != numbers_of(index.find(Utterance(text)))) throw std::runtime_error("the hits differ");
    return median_us(texts, *peer);
}

}  // namespace

void bench_matching(Table& table, bool full) {
    const std::vector<std::string> words = word_list();
    std::map<int, double> own;
    for (int count : {10, 100, 1000, 10000}) {
        Generator generator(static_cast<unsigned>(count), words);
        const auto phrases = generator.phrases(count);
        Rounds rounds;
        for (int i = 0; i < kRounds; ++i) rounds.push_back(generator.messages(kMessagesARound, phrases));
        const double begin = cpu_us();
        const PhraseIndex index = index_of(phrases);
        const std::string at = ", " + std::to_string(count) + " phrases";
        table.row("index built" + at, (cpu_us() - begin) / 1000, "ms");
        own[count] = median_us(rounds, [&](const std::string& message) { return index.find(Utterance(message)); });
        table.row("message normalised and matched" + at, own[count], "us");
        if (count != 1000 && !full) continue;
        Rounds texts = normalised(rounds);
        if (count == 10000)
            for (auto& round : texts) round.resize(kFew);
        std::vector<std::string> patterns;
        for (const std::string& phrase : phrases) patterns.push_back(*pattern_of(phrase));
        if (const auto us = peer_us(re2_set(patterns), texts, index)) {
            table.row("RE2::Set" + at, *us, "us");
            if (count == 1000) table.row("  part of it", own[count] / *us, "", kPartOfRe2SetMax);
        }
        if (const auto us = count < 10000 ? peer_us(hyperscan(patterns), texts, index) : std::nullopt) {
            table.row("Hyperscan" + at, *us, "us");
            if (count == 1000) table.row("  times it", own[count] / *us, "", kTimesHyperscanMax);
        }
    }
    table.row("exponent of growth, 10 to 10,000 phrases", std::log10(own[10000] / own[10]) / 3, "", kExponentMax);
}

}  // namespace anamnesis::bench
