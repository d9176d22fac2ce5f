#pragma once
// Which of many regular expressions can match a text at all, by the strings that they must find in it.

#include <memory>
#include <string>
#include <vector>

#include "text/word_map.hpp"

namespace re2 {
class FilteredRE2;
}

namespace anamnesis {

class RegexFilter {
public:
    RegexFilter() = default;  // of none

    // All must compile.
    explicit RegexFilter(const std::vector<std::string>& patterns);

    // Numbers of patterns, ascending: all that match the text, and few that do not. Cost: linear in the text
    // and in the strings found there; a pattern that must find no string of three letters is always among them.
    std::vector<int> candidates(const std::string& text) const;

private:
    std::shared_ptr<const re2::FilteredRE2> patterns_;
    std::vector<std::string> atoms_;           // what the patterns must find
    WordMap beginnings_;                       // the first three letters of atoms
    std::vector<std::vector<int>> beginning_;  // by beginning: the atoms
};

}  // namespace anamnesis
