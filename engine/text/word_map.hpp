#pragma once
// Words numbered from 0 in the order of adding: a hash table whose hash grows letter by letter, so that
// all beginnings of a word are looked up in one pass.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace anamnesis {

class WordHash {
public:
    WordHash& operator+=(char c) {
        state_ = (state_ ^ static_cast<unsigned char>(c)) * kPrime;
        return *this;
    }
    WordHash& operator+=(std::string_view letters) {
        for (char c : letters) *this += c;
        return *this;
    }
    std::size_t value() const { return static_cast<std::size_t>(state_ ^ (state_ >> 32)); }

private:
    static constexpr std::uint64_t kPrime = 0x100000001B3;  // FNV-1a
    std::uint64_t state_ = 0xCBF29CE484222325;
};

class WordMap {
public:
    static constexpr int kNone = -1;

    // The number of the word, new or not.
    int add(std::string_view word);

    int find(std::string_view word) const { return find(word, WordHash() += word); }
    int find(std::string_view word, const WordHash& hash) const {
        for (std::size_t at = hash.value() & mask_;; at = (at + 1) & mask_) {
            const int number = slots_[at];
            if (number == kNone || (*this)[number] == word) return number;
        }
    }

    int size() const { return static_cast<int>(ends_.size()); }
    std::string_view operator[](int number) const {
        const std::size_t begin = number == 0 ? 0 : ends_[static_cast<std::size_t>(number) - 1];
        return std::string_view(letters_).substr(begin, ends_[static_cast<std::size_t>(number)] - begin);
    }

private:
    void grow();
    void settle(int number);

    std::string letters_;
    std::vector<std::size_t> ends_;
    std::vector<int> slots_ = std::vector<int>(1, kNone);  // never full, size a power of two
    std::size_t mask_ = 0;
};

}  // namespace anamnesis
