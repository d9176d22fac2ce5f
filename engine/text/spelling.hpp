#pragma once
// Misspelt words mended towards the words that a language listens for, never away from a real word: "wee" is
// not "week". What is mended keeps its place in the message.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "text/near_words.hpp"
#include "text/normalise.hpp"
#include "text/vocabulary.hpp"

namespace anamnesis {

class Spelling {
public:
    // What the words of a language are for the spelling.
    struct Words {
        const Vocabulary* heard = nullptr;        // of its phrases; must outlive the spelling
        std::vector<int> uses;                    // by symbol of `heard`: phrases that have it
        std::vector<std::string> numbers;         // and units, which are heard too
        std::vector<std::string> said;            // texts whose words are real, too
        std::string_view real;                    // words of the language, one a line, sorted
        std::map<std::string, std::string> chat;  // "cnt" -> "cant"
    };

    Spelling() = default;  // mends nothing
    explicit Spelling(const Words& words);

    // A word that is neither heard nor real becomes what it was most likely meant to be: a chat spelling
    // ("cnt", "2day"), a word one edit away, two words glued ("myface"), or one that was parted ("fore head").
    // Cost: a few table look-ups for each word; some hundred for one that is unknown, up to 500 of these.
    Normalised mended(Normalised message) const;

private:
    struct Word {
        std::string_view letters;  // empty: the message is at its end
        std::size_t begin = 0, end = 0;
        bool heard = true;  // or a mark
    };

    Word word_at(std::string_view text, std::size_t begin) const;
    bool are_one(const Word& left, const Word& right) const;
    std::string meant_by(std::string_view word) const;
    bool is_heard(std::string_view word) const;
    std::string without_digits(std::string_view word) const;
    std::string parted(std::string_view word) const;
    bool is_one_of(std::string_view word) const;

    const Vocabulary* heard_ = nullptr;
    WordMap real_;
    NearWords near_;
    std::map<std::string, std::string, std::less<>> chat_;
};

}  // namespace anamnesis
