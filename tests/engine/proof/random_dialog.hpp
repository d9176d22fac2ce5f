#pragma once
/// Small dialogs at random, of a fixed seed, that break properties as often as they keep them. Logic alone: no words.

#include <anamnesis/findings.hpp>

namespace anamnesis::tests {

Dialog random_dialog(unsigned seed, int findings_max);

/// Every map of a dialog's findings, one after another; `visit(const Findings&)`.
template <class Visit>
void for_each_map(const Dialog& dialog, const Visit& visit);

/// What can be said of one finding: a value, and the answer to its check.
std::vector<std::pair<Value, Value>> sayings(const Finding& finding);

template <class Visit>
void for_each_map(const Dialog& dialog, const Visit& visit) {
    std::vector<std::vector<std::pair<Value, Value>>> choices;
    for (const Finding& f : dialog.findings) choices.push_back(sayings(f));
    std::vector<std::size_t> at(choices.size(), 0);
    Findings map = no_findings(dialog);
    for (std::size_t f = 0; f < at.size();) {
        if (f == 0) visit(map);
        at[f] = (at[f] + 1) % choices[f].size();
        std::tie(map.said[f], map.checked[f]) = choices[f][at[f]];
        f = at[f] == 0 ? f + 1 : 0;
    }
}

}  // namespace anamnesis::tests
