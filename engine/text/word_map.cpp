#include "text/word_map.hpp"

namespace anamnesis {

int WordMap::add(std::string_view word) {
    if (const int known = find(word); known != kNone) return known;
    letters_ += word;
    ends_.push_back(letters_.size());
    if (ends_.size() * 2 > slots_.size())
        grow();
    else
        settle(size() - 1);
    return size() - 1;
}

void WordMap::grow() {
    slots_.assign(slots_.size() * 4, kNone);
    mask_ = slots_.size() - 1;
    for (int number = 0; number < size(); ++number) settle(number);
}

void WordMap::settle(int number) {
    std::size_t at = (WordHash() += (*this)[number]).value() & mask_;
    while (slots_[at] != kNone) at = (at + 1) & mask_;
    slots_[at] = number;
}

}  // namespace anamnesis
