#pragma once
// The words of a message without its marks, each as the symbols that it can stand for.

#include <span>
#include <vector>

#include "text/vocabulary.hpp"

namespace anamnesis {

class WordSequence {
public:
    void reserve(int words) {
        const auto size = static_cast<std::size_t>(words);
        symbols_.reserve(size * 4);  // of a word mostly fewer
        ends_.reserve(size);
        follows_.reserve(size);
    }

    // `follows`: a phrase may go on from the word before to this one; at most a comma or newline is between.
    void add(const Vocabulary& vocabulary, std::string_view word, bool follows) {
        vocabulary.append_symbols(word, symbols_);
        ends_.push_back(symbols_.size());
        follows_.push_back(follows);
    }

    int size() const { return static_cast<int>(follows_.size()); }
    bool follows(int i) const { return follows_[static_cast<std::size_t>(i)]; }
    std::span<const Symbol> operator[](int i) const {
        const std::size_t begin = i == 0 ? 0 : ends_[static_cast<std::size_t>(i) - 1];
        return std::span(symbols_).subspan(begin, ends_[static_cast<std::size_t>(i)] - begin);
    }

private:
    std::vector<Symbol> symbols_;
    std::vector<std::size_t> ends_;
    std::vector<bool> follows_;
};

}  // namespace anamnesis
