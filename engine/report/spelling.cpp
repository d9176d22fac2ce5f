#include "report/spelling.hpp"

#include <algorithm>
#include <numeric>

namespace anamnesis {
namespace {

constexpr std::size_t kNamesTold = 24;
constexpr std::size_t kNameBytesRead = 100;  // no name is longer

// Insertions, deletions and replacements that make one of the other.
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0u);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0]++;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i - 1] != b[j - 1]);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
        }
    }
    return row.back();
}

}  // namespace

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

std::string joined(const std::vector<std::string>& items) {
    std::string out;
    for (const std::string& item : items) out += (out.empty() ? "" : ", ") + item;
    return out;
}

std::string lower_case(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

const std::string* nearest_name(std::string_view wrong, const std::vector<std::string>& names) {
    const std::string* nearest = nullptr;
    std::size_t least = 2 + wrong.size() / 4;
    const std::string text = lower_case(wrong.substr(0, kNameBytesRead));
    for (const std::string& name : names) {
        if (std::max(name.size(), wrong.size()) - std::min(name.size(), wrong.size()) >= least) continue;
        const std::size_t distance = edit_distance(text, lower_case(name));
        if (distance >= std::min(least, name.size())) continue;
        least = distance;
        nearest = &name;
    }
    return nearest;
}

std::string did_you_mean(std::string_view wrong, const std::vector<std::string>& names) {
    if (const std::string* nearest = nearest_name(wrong, names)) return "did you mean " + quoted(*nearest) + "?";
    if (names.empty() || names.size() > kNamesTold) return "check its spelling";
    return "it is one of: " + joined(names);
}

}  // namespace anamnesis
