#pragma once
// Many short phrases of plain words, found all at once: one look-up a word, whatever their number.

#include <string>
#include <string_view>
#include <vector>

#include "text/utterance.hpp"
#include "text/word_map.hpp"

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
        std::vector<std::pair<int, int>> words;  // by number in words_: the node after that word
        std::vector<std::pair<std::string, int>> stems;
        int any = 0;             // whatever word comes next; 0: none
        std::vector<int> lists;  // of which a phrase ends here
    };
    friend class TriggerWalk;
    int step(int node, const std::string& item);
    void add(const std::vector<std::string>& items, int list);

    std::vector<Node> nodes_;  // the first is the root
    WordMap words_;
    std::vector<int> first_;  // the root's, by word; 0: none
};

// The sequences of words that a phrase stands for: "(a|b) [c] d" is a d, b d, a c d, b c d. An item is a word, a
// "stem*", or "~" for any one word. Nothing where it stands for more than kTriggerFormsMax, or is no such phrase.
inline constexpr std::size_t kTriggerFormsMax = 5000;
std::vector<std::vector<std::string>> forms_of(std::string_view phrase);

}  // namespace anamnesis
