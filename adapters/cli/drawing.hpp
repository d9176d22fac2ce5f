#pragma once
/// A dialog as boxes and arrows: states with their questions, and the outcomes that they lead to.

#include <map>
#include <set>
#include <string>
#include <vector>

#include <anamnesis/dialog.hpp>
#include <anamnesis/result.hpp>

namespace anamnesis::cli {

struct DrawnNode {
    std::string id;
    std::vector<std::string> lines;  ///< title first
    std::string colour;              ///< fill, "#rrggbb"
    bool outcome = false;
    bool dashed = false;  ///< no replay came here
};

struct DrawnArrow {
    std::string from, to;
    std::string label;    ///< rules, or the condition of a state in the words of its questions
    bool next = false;    ///< leads on to the next state
    bool dashed = false;  ///< no replay went there
};

struct Drawing {
    std::vector<DrawnNode> nodes;  ///< states in their order, then outcomes, most urgent first
    std::vector<DrawnArrow> arrows;
};

/// What replays did not reach: ids by kind, as in Coverage (replay.hpp).
struct Unreached {
    std::map<std::string, std::set<std::string>> ids;
    std::string told;  ///< "states 9 of 9, rules 70 of 71"; empty: there is no coverage
};

/// Of the file that `replay --coverage` wrote. Errors: Errc::bad_input.
Result<Unreached> read_unreached(const std::string& coverage, const std::string& dialog_id);

/// Rules that act at any time leave from the node "any time".
Drawing draw(const Dialog& dialog, const Unreached& unreached = {});

std::string as_mermaid(const Drawing& drawing);
std::string as_dot(const Drawing& drawing);

/// Two columns, states left and outcomes right; needs no other program.
std::string as_svg(const Drawing& drawing);

}  // namespace anamnesis::cli
