#pragma once
/// A dialog as boxes and arrows: states with their questions, and the outcomes that they lead to.

#include <string>
#include <vector>

#include <anamnesis/dialog.hpp>

namespace anamnesis::cli {

struct DrawnNode {
    std::string id;
    std::vector<std::string> lines;  ///< title first
    std::string colour;              ///< fill, "#rrggbb"
    bool outcome = false;
};

struct DrawnArrow {
    std::string from, to;
    std::string label;  ///< rules, or the condition of a state in the words of its questions
    bool next = false;  ///< leads on to the next state
};

struct Drawing {
    std::vector<DrawnNode> nodes;  ///< states in their order, then outcomes, most urgent first
    std::vector<DrawnArrow> arrows;
};

/// Rules that act at any time leave from the node "any time".
Drawing draw(const Dialog& dialog);

std::string as_mermaid(const Drawing& drawing);
std::string as_dot(const Drawing& drawing);

/// Two columns, states left and outcomes right; needs no other program.
std::string as_svg(const Drawing& drawing);

}  // namespace anamnesis::cli
