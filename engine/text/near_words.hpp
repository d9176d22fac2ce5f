#pragma once
// The word that a misspelt one was most likely meant to be: one letter missing, too many, wrong, or two
// that changed places. An index of all words with one letter left out, after Garbe's SymSpell.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/word_map.hpp"

namespace anamnesis {

class NearWords {
public:
    // Words of Latin letters only; of two equally near the one that more phrases use is meant.
    void add(std::string_view word, int uses);
    void finish();  // after the last add

    struct Near {
        std::string_view word;  // empty: none is one edit away, or it is too short or long to tell
        int cost = 0;           // edit_cost()
    };
    Near nearest(std::string_view word) const;

private:
    struct Entry {
        std::uint32_t hash;
        int word;
    };
    void look_up(const WordHash& hash, std::string_view word, int& best) const;
    int preference(std::string_view written, int meant) const;

    WordMap words_;
    std::vector<int> uses_;
    std::vector<Entry> index_;  // by hash
    WordMap singles_;           // the words with each doubled letter once
    std::vector<int> of_single_;
};

// How unlikely it is that `written` stands for `meant`: 0 the same, 1 to 9 one edit, more: farther apart.
int edit_cost(std::string_view written, std::string_view meant);

inline constexpr int kEditCostMax = 9;

}  // namespace anamnesis
