#pragma once
// The words of a script: locale files read, held against the dialog, and made into languages.

#include <map>
#include <string>
#include <vector>

#include "script/link.hpp"
#include "text/lexicon.hpp"

namespace anamnesis {

inline constexpr const char* kPhraseHint = "words, (a|b), [may be left out], stem*, and ~3 to leap over up to 3 words";

// A file of words by key path: texts, lists of phrases, numbers.
struct Words {
    std::string tag;
    json::Where where;
    std::map<std::string, Text> texts;
    std::map<std::string, std::vector<Text>> lists;
    std::map<std::string, double> numbers;
    std::map<std::string, json::Where> places;  // of every key, those of objects too

    // The place of a key path; of the nearest part of it, where the rest is missing.
    const json::Where& place(const std::string& key) const;
};

// Reads a file of words; ids below a section get `prefix` ("questions.<prefix>face.text").
// Nothing: it was no JSON.
std::optional<Words> read_words(const ScriptFile& file, const std::string& prefix, Diagnostics& diagnostics);

// Reports texts that the dialog needs and the words lack, and texts that nothing asks for. A name that was
// misspelt is told once, where it stands.
void check_words(const Words& words, const Dialog& dialog, Diagnostics& diagnostics);

// The same for what the engine itself says and hears.
void check_engine_words(const Words& said, const std::vector<Region>& regions, Diagnostics& diagnostics);
void check_heard_words(const Words& heard, Diagnostics& diagnostics);

// One language of the dialog. Reports phrases that cannot be read and examples that fail.
// `real_words`: of the language, one a line, sorted; empty: no spelling is mended.
Language make_language(const Words& words, const Words& said, const Words& heard, std::string_view real_words,
                       const Dialog& dialog, Diagnostics& diagnostics);

// common/regions.json.
std::vector<Region> read_regions(const ScriptFile& file, Diagnostics& diagnostics);

}  // namespace anamnesis
