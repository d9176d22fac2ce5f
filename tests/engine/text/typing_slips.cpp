#include "engine/text/typing_slips.hpp"

#include <cctype>
#include <set>

namespace anamnesis::tests {
namespace {

char neighbour_of(char c, std::mt19937& random) {
    static const char* const kRows[] = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};
    for (const std::string row : kRows)
        if (const auto at = row.find(c); at != row.npos) {
            const bool left = at + 1 == row.size() || (at > 0 && random() % 2);
            return row[left ? at - 1 : at + 1];
        }
    return c;
}

}  // namespace

std::vector<std::string> slips_in(const std::string& word, std::mt19937& random) {
    const auto any = [&](std::size_t below) { return random() % below; };
    std::vector<std::string> out;
    std::string swapped = word;
    for (std::size_t i = any(word.size() - 1), n = 0; swapped == word && n < word.size();
         ++n, i = (i + 1) % (word.size() - 1))
        std::swap(swapped[i], swapped[i + 1]);
    out.push_back(swapped);
    out.push_back(std::string(word).erase(any(word.size()), 1));
    const std::size_t twice = any(word.size());
    out.push_back(std::string(word).insert(twice, 1, word[twice]));
    std::string beside = word;
    const std::size_t wrong = any(word.size());
    beside[wrong] = neighbour_of(word[wrong], random);
    out.push_back(beside);
    out.push_back(std::string(word).insert(any(word.size() + 1), 1, static_cast<char>('a' + any(26))));
    return out;
}

std::vector<std::pair<std::size_t, std::size_t>> content_words(const std::string& text) {
    static const std::set<std::string> kCommon = {
        "all",  "also", "and",   "any",   "are",   "been",  "but",  "can",  "could", "did",  "for", "from", "get",
        "got",  "had",  "has",   "have",  "her",   "hers",  "him",  "his",  "how",   "into", "its", "just", "like",
        "may",  "now",  "off",   "one",   "our",   "out",   "she",  "some", "than",  "that", "the", "them", "then",
        "they", "this", "too",   "two",   "very",  "was",   "were", "what", "when",  "who",  "why", "will", "with",
        "you",  "your", "there", "about", "which", "would", "not",  "ive",  "dont",  "cant"};
    std::vector<std::pair<std::size_t, std::size_t>> out;
    for (std::size_t begin = 0, end; begin < text.size(); begin = end + 1) {
        for (end = begin; end < text.size() && std::isalpha(static_cast<unsigned char>(text[end]));) ++end;
        const bool is_contraction = end < text.size() && text[end] == '\'';
        if (end - begin >= 3 && !is_contraction && !kCommon.count(text.substr(begin, end - begin)))
            out.emplace_back(begin, end);
    }
    return out;
}

}  // namespace anamnesis::tests
