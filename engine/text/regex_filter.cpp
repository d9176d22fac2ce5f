#include "text/regex_filter.hpp"

#include <algorithm>

#include <re2/filtered_re2.h>
#include <re2/re2.h>

namespace anamnesis {
namespace {

constexpr std::size_t kAtomLettersMin = 3;

}  // namespace

RegexFilter::RegexFilter(const std::vector<std::string>& patterns) {
    if (patterns.empty()) return;
    const auto filtered = std::make_shared<re2::FilteredRE2>(static_cast<int>(kAtomLettersMin));
    for (const std::string& pattern : patterns) {
        int number = 0;
        filtered->Add(pattern, re2::RE2::Quiet, &number);
    }
    filtered->Compile(&atoms_);
    patterns_ = filtered;
    for (std::size_t atom = 0; atom < atoms_.size(); ++atom) {
        const auto beginning = static_cast<std::size_t>(beginnings_.add(atoms_[atom].substr(0, kAtomLettersMin)));
        beginning_.resize(std::max(beginning_.size(), beginning + 1));
        beginning_[beginning].push_back(static_cast<int>(atom));
    }
}

std::vector<int> RegexFilter::candidates(const std::string& text) const {
    std::vector<int> found, out;
    if (!patterns_) return out;
    for (std::size_t at = 0; at + kAtomLettersMin <= text.size(); ++at) {
        const int beginning = beginnings_.find(std::string_view(text).substr(at, kAtomLettersMin));
        if (beginning == WordMap::kNone) continue;
        for (int atom : beginning_[static_cast<std::size_t>(beginning)])
            if (text.compare(at, atoms_[static_cast<std::size_t>(atom)].size(),
                             atoms_[static_cast<std::size_t>(atom)]) == 0)
                found.push_back(atom);
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    patterns_->AllPotentials(found, &out);
    std::sort(out.begin(), out.end());
    return out;
}

}  // namespace anamnesis
