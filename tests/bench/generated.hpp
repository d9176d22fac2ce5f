#pragma once
/// Phrases and messages of chance, in the shape of a large lexicon: half are plain alternatives of one to
/// three words, half two groups of words with ~3 between. Words are drawn unevenly, as in any language.

#include <random>
#include <string>
#include <vector>

namespace anamnesis::bench {

class Generator {
public:
    Generator(unsigned seed, const std::vector<std::string>& words) : random_(seed), words_(words) {}

    std::vector<std::string> phrases(int count);

    /// About 100 bytes each, never the same twice; half of them have a reading of one of the phrases.
    std::vector<std::string> messages(int count, const std::vector<std::string>& phrases);

private:
    int between(int least, int most) { return least + static_cast<int>(random_() % (most - least + 1)); }
    const std::string& word();
    std::string words(int count);
    std::string group(int words_most);
    std::string reading(const std::string& phrase);

    std::mt19937 random_;
    const std::vector<std::string>& words_;
};

}  // namespace anamnesis::bench
