#pragma once
// Many short phrases of plain words, found all at once: one look-up a word, whatever their number.

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/utterance.hpp"

namespace anamnesis {

class TriggerTable {
public:
    // Of one list: the longest reading at each word where one begins.
    struct Hit {
        int list = 0;
        TokenRange at;
    };

    TriggerTable();  // hears nothing

    // Lists of phrases (phrase.hpp, without "re2:"), which are numbered in their order.
    explicit TriggerTable(const std::vector<std::vector<std::string>>& lists);

    // In the order of their first words. Cost: linear in the words.
    std::vector<Hit> find(const Utterance& utterance) const;

private:
    struct Node {
        std::map<std::string, int, std::less<>> words;  // the next word, or "stem*"
        std::vector<std::pair<std::string, int>> stems;
        int any = 0;             // whatever word comes next; 0: none
        std::vector<int> lists;  // of which a phrase ends here
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
    };

    friend class TriggerWalk;
    int step(int node, const std::string& item);
    void add(const std::vector<std::string>& items, int list);

    std::vector<Node> nodes_;  // the first is the root
    std::unordered_map<std::string, int, Hash, std::equal_to<>> first_;
};

// The sequences of words that a phrase stands for: "(a|b) [c] d" is a d, b d, a c d, b c d. An item is a word, a
// "stem*", or "~" for any one word. Nothing where it stands for more than kTriggerFormsMax, or is no such phrase.
inline constexpr std::size_t kTriggerFormsMax = 5000;
std::vector<std::vector<std::string>> forms_of(std::string_view phrase);

}  // namespace anamnesis
