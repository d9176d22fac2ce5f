#include "replay/wording.hpp"

#include <algorithm>
#include <set>

namespace anamnesis {
namespace {

constexpr std::string_view kSpaces = " \t\r\n";

// What must follow each other, with any text between them.
std::vector<std::string_view> pieces_of(std::string_view pattern, std::string_view any_text, bool whole) {
    std::vector<std::string_view> out(whole ? 0 : 1);
    while (!any_text.empty() && pattern.find(any_text) != pattern.npos) {
        const auto end = pattern.find(any_text);
        out.push_back(trimmed(pattern.substr(0, end)));
        pattern.remove_prefix(end + any_text.size());
    }
    out.push_back(trimmed(pattern));
    if (!whole) out.emplace_back();
    return out;
}

std::string comparable(std::string_view text, bool any_case) {
    return any_case ? lower_case(one_line(text)) : one_line(text);
}

std::set<std::string> words_of(std::string_view text) {
    std::set<std::string> out;
    const std::string words = one_line(lower_case(text));
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t end = std::min(words.find(' ', at), words.size());
        out.insert(words.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(kSpaces);
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(kSpaces) - first + 1);
}

std::vector<std::string> split_list(std::string_view text) {
    std::vector<std::string> out;
    for (auto comma = text.find(','); comma != text.npos; comma = text.find(',')) {
        out.emplace_back(trimmed(text.substr(0, comma)));
        text.remove_prefix(comma + 1);
    }
    out.emplace_back(trimmed(text));
    return out;
}

std::string one_line(std::string_view text) {
    std::string out;
    for (char c : trimmed(text)) {
        const bool space = kSpaces.find(c) != kSpaces.npos;
        if (!space)
            out += c;
        else if (out.back() != ' ')
            out += ' ';
    }
    return out;
}

bool matches(const TextPattern& pattern, std::string_view text) {
    const std::string whole = comparable(text, pattern.any_case), wanted = comparable(pattern.text, pattern.any_case);
    const auto pieces = pieces_of(wanted, pattern.any_text, pattern.whole);
    if (pieces.size() == 1) return whole == wanted;
    std::string_view rest = whole;
    if (rest.substr(0, pieces.front().size()) != pieces.front()) return false;
    rest.remove_prefix(pieces.front().size());
    for (std::size_t i = 1; i + 1 < pieces.size(); ++i) {
        const auto at = rest.find(pieces[i]);
        if (at == rest.npos) return false;
        rest.remove_prefix(at + pieces[i].size());
    }
    const std::string_view last = pieces.back();
    return rest.size() >= last.size() && rest.substr(rest.size() - last.size()) == last;
}

int shared_words(std::string_view a, std::string_view b) {
    const auto words = words_of(a), others = words_of(b);
    return static_cast<int>(std::count_if(words.begin(), words.end(), [&](const auto& w) { return others.count(w); }));
}

}  // namespace anamnesis
