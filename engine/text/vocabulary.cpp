#include "text/vocabulary.hpp"

namespace anamnesis {

void Vocabulary::append_symbols(std::string_view word, std::vector<Symbol>& out) const {
    WordHash hash;
    for (std::size_t length = 1; length <= word.size(); ++length) {
        hash += word[length - 1];
        if (const int stem = stems_.find(word.substr(0, length), hash); stem != WordMap::kNone)
            out.push_back(stem * 2 + 1);
    }
    if (const int whole = words_.find(word, hash); whole != WordMap::kNone) out.push_back(whole * 2);
}

bool Vocabulary::knows(std::string_view word) const {
    WordHash hash;
    for (std::size_t length = 1; length <= word.size(); ++length) {
        hash += word[length - 1];
        if (stems_.find(word.substr(0, length), hash) != WordMap::kNone) return true;
    }
    return words_.find(word, hash) != WordMap::kNone;
}

}  // namespace anamnesis
