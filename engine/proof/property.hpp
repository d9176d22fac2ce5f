#pragma once
// The properties of a dialog, as data (the dialog language, section 11).

#include <string>
#include <vector>

#include "proof/change.hpp"
#include "proof/claim.hpp"

namespace anamnesis::proof {

// One thing that must not be: a map (and a change of it) of which `bad` holds.
struct Case {
    std::string subject;  // a finding, a guarantee, a question; empty: the dialog as a whole
    Claim bad;
    Change change;
};

struct Property {
    std::string id;
    std::string says;
    std::vector<Case> cases;
};

// What must not be on any map: G1 to G4, G6 to G9.
std::vector<Property> properties_of(const Dialog& dialog);

// One thing that must be possible: some map of which `good` holds.
struct Use {
    std::string kind;  // rule, question, state, outcome, cause, advice, topic
    std::string id;
    Claim good;
};

// Everything in the script that would be dead if no map used it.
std::vector<Use> uses_of(const Dialog& dialog);

}  // namespace anamnesis::proof
