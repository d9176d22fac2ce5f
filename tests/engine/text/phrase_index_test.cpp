// The index finds what RE2 finds when it is asked for each phrase, one after the other.

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>

#include "engine/text/random_phrases.hpp"
#include "engine/text/shipped.hpp"
#include "engine/tiny_dialog.hpp"

using namespace anamnesis;

namespace {

using Entries = std::vector<PhraseIndex::Entry>;

Entries entries_of(const std::vector<std::string>& phrases, Prefer prefer) {
    Entries out;
    for (const std::string& phrase : phrases) out.push_back({*parse_phrase(phrase), prefer});
    return out;
}

// The slow way. Which words the longest reading leaps over is not asked.
class Reference {
public:
    explicit Reference(const Entries& entries) {
        for (const auto& entry : entries) matchers_.emplace_back(pattern_of(entry.phrase), entry.prefer);
        for (const auto& entry : entries) prefers_.push_back(entry.prefer);
    }

    std::vector<FoundPhrase> find(const Utterance& u) const {
        std::vector<FoundPhrase> out;
        for (std::size_t i = 0; i < matchers_.size(); ++i)
            for (PhraseHit& hit : u.find(matchers_[i])) {
                if (prefers_[i] == Prefer::longest) hit.gaps.clear();
                out.push_back({static_cast<int>(i), std::move(hit)});
            }
        return out;
    }

private:
    std::vector<Matcher> matchers_;
    std::vector<Prefer> prefers_;
};

std::string in_words(const std::vector<FoundPhrase>& all, const Utterance& u) {
    std::string out;
    for (const FoundPhrase& found : all) {
        out += std::to_string(found.phrase) + ": " + std::string(u.text(found.hit.at));
        for (const TokenRange& gap : found.hit.gaps) out += " [" + std::string(u.text(gap)) + "]";
        out += "\n";
    }
    return out;
}

// Hits in all, so that a test knows that it tested something.
int check_alike(const Entries& entries, const std::vector<std::string>& messages) {
    const PhraseIndex index(entries);
    const Reference reference(entries);
    int hits = 0;
    for (const std::string& message : messages) {
        const Utterance u(message);
        const auto found = index.find(u);
        CAPTURE(message);
        CHECK(in_words(found, u) == in_words(reference.find(u), u));
        hits += static_cast<int>(found.size());
    }
    return hits;
}

std::vector<std::string> said_in_replays() {
    std::vector<std::string> out;
    for (const auto& entry : std::filesystem::directory_iterator(tests::source_path("dialogs/lip-twitching/replays"))) {
        std::ifstream in(entry.path());
        for (std::string line; std::getline(in, line);)
            if (line.rfind("you: ", 0) == 0) out.push_back(line.substr(5));
    }
    return out;
}

Entries shipped_entries(Prefer prefer) {
    std::vector<std::string> phrases;
    for (const PhraseEntry& entry : tests::shipped_lexicon().entries()) phrases.push_back(entry.pattern);
    return entries_of(phrases, prefer);
}

const std::vector<std::string> kFewWords = {"my", "lip", "lips", "face", "is", "not", "droop", "drooping", "a"};

}  // namespace

TEST_CASE("Hits come by phrase, then by place, with the words leapt over") {
    const PhraseIndex index(entries_of({"droop*", "(face|mouth) ~3 droop*", "no ~1 lip ~2 numb"}, Prefer::first));
    const Utterance u("My face, on the left, droops. No numb lip? No, lip drooping numb");
    CHECK(
        in_words(index.find(u), u) ==
        "0: droops\n0: drooping\n1: face , on the left , droops [on the left]\n2: no , lip drooping numb [drooping]\n");
    CHECK(PhraseIndex().find(u).empty());
    CHECK(index.find(Utterance("")).empty());
}

TEST_CASE("Random phrases in random messages") {
    const auto prefer = GENERATE(Prefer::first, Prefer::longest);
    tests::RandomPhrases random(20261125, kFewWords);
    int hits = 0;
    for (int round = 0; round < 60; ++round) {
        std::vector<std::string> phrases, messages;
        while (phrases.size() < 20)
            if (const std::string phrase = random.phrase(); phrase.size() <= kPhraseBytesMax) phrases.push_back(phrase);
        for (int i = 0; i < 20; ++i) messages.push_back(random.message(i * 2));
        hits += check_alike(entries_of(phrases, prefer), messages);
    }
    CHECK(hits > 4000);
}

TEST_CASE("The shipped phrases in what people say in replays") {
    const auto prefer = GENERATE(Prefer::first, Prefer::longest);
    CHECK(check_alike(shipped_entries(prefer), said_in_replays()) > 50);
}

TEST_CASE("The shipped phrases in random messages of their own words") {
    std::vector<std::string> words;
    for (const PhraseEntry& entry : tests::shipped_lexicon().entries())
        for (const std::string& word : tests::words_in(entry.pattern)) words.push_back(word);
    tests::RandomPhrases random(7, words);
    std::vector<std::string> messages;
    for (int i = 0; i < 200; ++i) messages.push_back(random.message(40));
    CHECK(check_alike(shipped_entries(Prefer::first), messages) > 500);
}

TEST_CASE("Regular expressions and phrases of too many ways are read by RE2") {
    const std::string wide = "a ~5 a ~5 a ~5 a ~5 a";
    CHECK_FALSE(PhraseProgram::is_for(parse_phrase(wide)->root));
    const auto entries = entries_of({"re2:dro+p(ing)?", wide, "face ~5 droops ~5 lip ~5 numb"}, Prefer::first);
    CHECK(check_alike(entries, {"it is drooping", "a b a b a b a b a", "face a droops b lip c numb", "none", ""}) == 3);
}
