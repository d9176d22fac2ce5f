#pragma once
// Reads an object of a script key by key and reports what is missing, of a wrong type or unknown.

#include <map>
#include <set>
#include <string>
#include <vector>

#include "script/report.hpp"

namespace anamnesis {

// A string of a script with its place.
struct Text {
    std::string value;
    json::Where where;
};

class ObjectReader {
public:
    // Reports a node that is no object; all keys of such a node read as absent.
    ObjectReader(const json::Node& node, Diagnostics& diagnostics);

    const json::Node* optional(const std::string& key, json::Kind kind);
    const json::Node* required(const std::string& key, json::Kind kind);

    Text text(const std::string& key);                           // required
    Text text_or(const std::string& key, std::string fallback);  // at the object's own place if absent
    bool boolean_or(const std::string& key, bool fallback);
    double number(const std::string& key);                    // required
    int count_or(const std::string& key, int fallback);       // a whole number of 0 to 1000
    std::vector<Text> texts(const std::string& key);          // a list of strings; absent: empty
    std::vector<Text> text_or_texts(const std::string& key);  // a string or a list of them; required

    // One of the words; reports another one.
    std::string word(const std::string& key, const std::vector<std::string>& words);  // required
    std::string word_or(const std::string& key, const std::vector<std::string>& words, std::string fallback);

    // Takes the key as known, whatever it holds.
    void ignore(const std::string& key) { asked_.insert(key); }

    bool has(const std::string& key) const { return node_.find(key) != nullptr; }
    const json::Where& where() const { return node_.where; }

    // Reports keys that nobody asked for, and those that are missing unless one is a misspelling of it; call it last.
    void finish();

private:
    const json::Node& node_;
    Diagnostics& diagnostics_;
    std::set<std::string> asked_;
    std::map<std::string, json::Kind> missing_;
};

// Reports unless `node` is of this kind.
bool is_kind(const json::Node& node, json::Kind kind, Diagnostics& diagnostics);

// Reports a text that is none of the words; `what` names it.
bool check_word(const Text& text, const std::vector<std::string>& words, const std::string& what,
                Diagnostics& diagnostics);

// The strings of a list; others are reported.
std::vector<Text> strings_of(const json::Node& list, Diagnostics& diagnostics);

}  // namespace anamnesis
