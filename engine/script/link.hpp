#pragma once
// From drafts to one Dialog: includes joined, names resolved, expressions read.

#include <vector>

#include "script/names.hpp"

namespace anamnesis {

// The dialog, and where its parts stand, for the checks that follow.
struct Linked {
    Dialog dialog;
    std::vector<json::Where> findings, questions, states, rules;
    std::vector<bool> reason_given;  // by finding: why_not_worse
    json::Where default_outcome;
};

// Reports more findings or rules than a dialog may have; such a script is not to be linked.
bool check_sizes(const std::vector<Part>& parts, Diagnostics& diagnostics);

// `parts`: the included scripts, then the script itself. Reports names that lead nowhere.
Linked link(const std::vector<Part>& parts, Diagnostics& diagnostics);

// One file each; called by link() in this order.
void link_findings(const std::vector<Part>& parts, Linked& out, Diagnostics& diagnostics);
void link_lifting(const std::vector<Part>& parts, Linked& out, Names& names, Diagnostics& diagnostics);
void link_states(const std::vector<Part>& parts, Linked& out, Names& names, Diagnostics& diagnostics);
void link_rules(const std::vector<Part>& parts, Linked& out, Names& names, Diagnostics& diagnostics);
void link_advice(const Draft& main, Linked& out, Names& names, Diagnostics& diagnostics);

// The index of the thing with this id, trying the prefixed id first; reports an unknown one.
template <class Things>
std::optional<std::size_t> find_id(const Things& things, const Text& id, const std::string& prefix, const char* kind,
                                   Diagnostics& diagnostics) {
    for (const std::string& name : {prefix + id.value, id.value})
        for (std::size_t i = 0; i < things.size(); ++i)
            if (things[i].id == name) return i;
    std::vector<std::string> names;
    for (const auto& thing : things) names.push_back(thing.id);
    report(diagnostics, code::kUnknownName, id.where, std::string("there is no ") + kind + " " + quoted(id.value),
           did_you_mean(id.value, names));
    return std::nullopt;
}

// Reports an id that `things` has already.
template <class Things>
void check_new_id(const Things& things, const std::string& id, const json::Where& where, Diagnostics& diagnostics) {
    for (const auto& thing : things)
        if (thing.id == id) {
            report(diagnostics, code::kDuplicateId, where, "the id " + quoted(id) + " stands twice",
                   "ids are unique in a dialog and its includes");
            return;
        }
}

// The citations as ids; reports those of a source that is not listed.
std::vector<std::string> linked_cites(const std::vector<Text>& cites, const Dialog& dialog, Diagnostics& diagnostics);

}  // namespace anamnesis
