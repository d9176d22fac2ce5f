#pragma once
/// Why a conversation stands where it stands, for authors and reviewers: what is known and how it came to be known,
/// the rule that decides, and which single answer would change the level. Shown beside a conversation, never in it.

#include <string>
#include <vector>

#include <anamnesis/session.hpp>

namespace anamnesis {

struct Explanation {
    struct Fact {
        std::string finding;
        std::string value;  ///< as in Page::NotedFinding
        std::string label;
        Evidence evidence;
    };
    struct Flip {
        std::string finding;
        std::string value;
        std::string label;
        Level level = Level::soon;  ///< what it would come to with this one answer
    };

    std::vector<Fact> facts;  ///< in the order of the script
    std::string rule;         ///< id, or "default": what it comes to now, whether or not it was said yet
    std::string outcome;
    Level level = Level::soon;
    std::string why;                 ///< in words; empty for the default
    std::vector<std::string> cites;  ///< of the rule
    std::vector<Flip> flips;         ///< the most urgent first
};

/// Labels are in the session's language. Cost: one decision for each value of each finding.
Explanation explain(const Dialog& dialog, const Session& session);

}  // namespace anamnesis
