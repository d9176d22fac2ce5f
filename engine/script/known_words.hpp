#pragma once
// The words of a file held against those that can be said.

#include <set>

#include "script/words.hpp"

namespace anamnesis {

// The key paths that a file of words may have, and must have.
struct KnownWords {
    std::set<std::string> required, optional;  // texts
    std::set<std::string> variants;            // those of them that may stand with @voice
    std::set<std::string> lists;
    std::vector<std::string> voices;

    void text(const std::string& key) { required.insert(key); }
    void text_with_variants(const std::string& key) {
        required.insert(key);
        variants.insert(key);
    }
};

void report_missing(const std::string& key, const Words& words, Diagnostics& diagnostics);

// Reports what is missing, unknown, or a text where a list should be. A key that was misspelt is told once,
// not as missing too; and not at all if the dialog's use of that name was told as unknown.
void check_known_words(const KnownWords& known, const Words& words, Diagnostics& diagnostics);

}  // namespace anamnesis
