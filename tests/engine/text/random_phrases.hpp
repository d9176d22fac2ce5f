#pragma once
/// Phrases and messages of chance over a few words, so that they meet often.

#include <random>
#include <string>
#include <vector>

namespace anamnesis::tests {

class RandomPhrases {
public:
    RandomPhrases(unsigned seed, std::vector<std::string> words) : random_(seed), words_(std::move(words)) {}

    /// A phrase of the whole language, brackets nested up to `depth`.
    std::string phrase(int depth = 2);

    /// Words of the phrases and others, with marks between.
    std::string message(int words);

private:
    bool once_in(unsigned n) { return random_() % n == 0; }
    const std::string& word() { return words_[random_() % words_.size()]; }
    std::string item(int depth);
    std::string bracketed(char open, char close, int depth);

    std::mt19937 random_;
    std::vector<std::string> words_;
};

}  // namespace anamnesis::tests
