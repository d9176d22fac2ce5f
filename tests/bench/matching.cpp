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
constexpr int kComparedPhrases = 1000;
constexpr int kFastPhrasesMax = 1000;  // above, RE2::Set takes milliseconds a message, Hyperscan minutes to compile
constexpr int kFew = 100;              // messages a round, then
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

// One size: phrases, messages, and what matching them costs.
class Size {
public:
    Size(Table& table, int count, const std::vector<std::string>& words)
        : table_(table), count_(count), name_(", " + std::to_string(count) + " phrases") {
        Generator generator(static_cast<unsigned>(count), words);
        phrases_ = generator.phrases(count);
        for (int i = 0; i < kRounds; ++i) rounds_.push_back(generator.messages(kMessagesARound, phrases_));
        const double begin = cpu_us();
        index_ = index_of(phrases_);
        table_.row("index built" + name_, (cpu_us() - begin) / 1000, "ms");
    }

    double measure() {
        own_us_ = median_us(rounds_, [&](const std::string& message) { return index_.find(Utterance(message)); });
        table_.row("message normalised and matched" + name_, own_us_, "us");
        return own_us_;
    }

    void compare() const {
        Rounds texts = normalised(rounds_);
        if (count_ > kFastPhrasesMax)
            for (auto& round : texts) round.resize(kFew);
        std::vector<std::string> patterns;
        for (const std::string& phrase : phrases_) patterns.push_back(*pattern_of(phrase));
        const bool counts = count_ == kComparedPhrases;
        compare("RE2::Set", peer_us(re2_set(patterns), texts, index_), counts ? kPartOfRe2SetMax : 0);
        if (count_ <= kFastPhrasesMax)
            compare("Hyperscan", peer_us(hyperscan(patterns), texts, index_), counts ? kTimesHyperscanMax : 0);
    }

private:
    void compare(const char* peer, const std::optional<double>& us, double limit) const {
        if (!us) return;
        table_.row(peer + name_, *us, "us");
        if (limit > 0) table_.row(std::string("  our time, as a part of that of ") + peer, own_us_ / *us, "", limit);
    }

    Table& table_;
    const int count_;
    const std::string name_;
    std::vector<std::string> phrases_;
    Rounds rounds_;
    PhraseIndex index_;
    double own_us_ = 0;
};

}  // namespace

void bench_matching(Table& table, bool full) {
    const std::vector<std::string> words = word_list();
    std::map<int, double> own;
    for (int count : {10, 100, 1000, 10000}) {
        Size size(table, count, words);
        own[count] = size.measure();
        if (full || count == kComparedPhrases) size.compare();
    }
    table.row("exponent of growth, 10 to 10,000 phrases", std::log10(own[10000] / own[10]) / 3, "", kExponentMax);
}

}  // namespace anamnesis::bench
