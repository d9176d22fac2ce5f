#pragma once
/// Small mistakes that an author could make in a dialog, planted one at a time in the compiled script, so that nothing
/// but its properties and its replays can tell them.

#include <string>
#include <vector>

#include <anamnesis/dialog.hpp>

namespace anamnesis::tests {

struct Mutant {
    std::string kind;   ///< "rule dropped"
    std::string place;  ///< id of the rule or question
    Dialog dialog;
};

/// Where and how a mutant is made; the dialog is copied by make().
struct Mutation {
    std::string kind, place;
    std::size_t index = 0;  ///< of a rule, or of a question
    std::size_t atom = 0;   ///< of its condition
};

/// Rule dropped, delayed, swapped with the next, one level lower, no longer taken back, or only with another fact;
/// a `maybe` made plain; a question put to some only.
std::vector<Mutation> mutations_of(const Dialog& dialog);

Mutant make(const Dialog& dialog, const Mutation& mutation);

}  // namespace anamnesis::tests
