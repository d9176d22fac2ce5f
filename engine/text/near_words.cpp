#include "text/near_words.hpp"

#include <algorithm>

namespace anamnesis {
namespace {

constexpr std::size_t kLettersMin = 3;
constexpr std::size_t kLettersMax = 24;
constexpr std::size_t kShort = 3;  // letters of a word in which one wrong letter leaves little
constexpr int kFar = kEditCostMax + 1;

// Costs of one edit. The first letter is seldom wrong.
constexpr int kDoubling = 1;  // "droping", "numbb"
constexpr int kSwap = 2;
constexpr int kLeftOut = 3;
constexpr int kTooMany = 4;
constexpr int kNextKey = 5;
constexpr int kOtherKey = 6;
constexpr int kAtTheFirst = 3;

bool are_neighbours(char a, char b) {
    constexpr std::string_view kRows[] = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};
    int row[2] = {-9, -9}, column[2] = {0, 0};
    for (int r = 0; r < 3; ++r)
        for (int which = 0; which < 2; ++which)
            if (const auto at = kRows[r].find(which == 0 ? a : b); at != std::string_view::npos) {
                row[which] = r;
                column[which] = static_cast<int>(at);
            }
    return std::abs(row[0] - row[1]) <= 1 && std::abs(column[0] - column[1]) <= 1;
}

int replacement_cost(std::string_view written, std::string_view meant, std::size_t at) {
    const bool swapped = at + 1 < meant.size() && written[at] == meant[at + 1] && written[at + 1] == meant[at] &&
                         written.substr(at + 2) == meant.substr(at + 2);
    if (swapped) return kSwap;
    if (written.substr(at + 1) != meant.substr(at + 1)) return kFar;
    if (are_neighbours(written[at], meant[at])) return kNextKey;
    return meant.size() <= kShort ? kFar : kOtherKey;
}

// `longer` has one letter more, at or after `at`.
int insertion_cost(std::string_view longer, std::string_view shorter, std::size_t at, int cost) {
    if (longer.substr(at + 1) != shorter.substr(at)) return kFar;
    const bool doubles =
        (at > 0 && longer[at] == longer[at - 1]) || (at + 1 < longer.size() && longer[at] == longer[at + 1]);
    return doubles && shorter.size() > kShort ? kDoubling : cost;
}

}  // namespace

int edit_cost(std::string_view written, std::string_view meant) {
    if (written == meant) return 0;
    const auto differ = std::mismatch(written.begin(), written.end(), meant.begin(), meant.end());
    const auto at = static_cast<std::size_t>(differ.first - written.begin());
    int cost = kFar;
    if (written.size() == meant.size()) cost = replacement_cost(written, meant, at);
    if (written.size() + 1 == meant.size()) cost = insertion_cost(meant, written, at, kLeftOut);
    if (written.size() == meant.size() + 1) cost = insertion_cost(written, meant, at, kTooMany);
    return at == 0 && cost < kFar ? cost + kAtTheFirst : cost;
}

std::string without_doubles(std::string_view word) {
    std::string out(word);
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

void NearWords::add(std::string_view word, int uses) {
    const bool latin = std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (!latin || word.size() < kLettersMin || word.size() > kLettersMax) return;
    if (const int number = words_.add(word); number == static_cast<int>(uses_.size()))
        uses_.push_back(uses);
    else
        uses_[static_cast<std::size_t>(number)] += uses;
}

namespace {

// Calls `use` with the hash of the word and of the word without each of its letters.
template <class Use>
void for_each_shortened(std::string_view word, Use use) {
    use(WordHash() += word);
    WordHash before;
    for (std::size_t i = 0; i < word.size(); ++i) {
        use((WordHash(before) += word.substr(i + 1)));
        before += word[i];
    }
}

}  // namespace

void NearWords::finish() {
    for (int number = 0; number < words_.size(); ++number)
        for_each_shortened(words_[number], [&](const WordHash& hash) {
            index_.push_back({static_cast<std::uint32_t>(hash.value()), number});
        });
    for (int number = 0; number < words_.size(); ++number) {
        const int single = singles_.add(without_doubles(words_[number]));
        if (single == static_cast<int>(of_single_.size())) of_single_.push_back(number);
    }
    std::sort(index_.begin(), index_.end(), [](const Entry& a, const Entry& b) { return a.hash < b.hash; });
}

NearWords::Near NearWords::nearest(std::string_view word) const {
    if (word.size() < kLettersMin || word.size() > kLettersMax) return {};
    int best = WordMap::kNone;
    for_each_shortened(word, [&](const WordHash& hash) { look_up(hash, word, best); });
    if (best != WordMap::kNone) return {words_[best], edit_cost(word, words_[best])};
    const int single = singles_.find(without_doubles(word));  // "heellpp"
    if (single == WordMap::kNone) return {};
    return {words_[of_single_[static_cast<std::size_t>(single)]], kDoubling};
}

void NearWords::look_up(const WordHash& hash, std::string_view word, int& best) const {
    const auto key = static_cast<std::uint32_t>(hash.value());
    const auto is_before = [](const Entry& entry, std::uint32_t value) { return entry.hash < value; };
    auto it = std::lower_bound(index_.begin(), index_.end(), key, is_before);
    for (; it != index_.end() && it->hash == key; ++it)
        if (edit_cost(word, words_[it->word]) < kFar &&
            (best == WordMap::kNone || preference(word, it->word) > preference(word, best)))
            best = it->word;
}

// Slips are weighed against how much phrases make of a word; then the word alone decides, for good order.
int NearWords::preference(std::string_view written, int meant) const {
    constexpr int kOften = 5, kVeryOften = 20, kUsesMax = 999;
    const int uses = std::min(uses_[static_cast<std::size_t>(meant)], kUsesMax);
    const int bonus = (uses >= kOften) + (uses >= kVeryOften);
    return (bonus - edit_cost(written, words_[meant])) * (kUsesMax + 1) + uses;
}

}  // namespace anamnesis
