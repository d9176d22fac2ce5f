#pragma once
/// A conversation that goes on with another version of its dialog: what was said is kept by names and revisions, and
/// what still means the same is carried over; all else is asked. Pure.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <anamnesis/session.hpp>

namespace anamnesis {

/// What a conversation knows, without the indices of its dialog.
struct Kept {
    struct Finding {
        std::string said, checked;     ///< ids of values; empty: not asked
        bool is_open = false;          ///< its own check is still to come
        std::optional<double> number;  ///< in its unit
        int rev = 1;

        bool operator==(const Finding&) const = default;
    };

    std::string locale;
    std::map<std::string, Finding> findings;
    std::set<std::string> claims;
    std::vector<std::string> answered;
    std::optional<Level> shown;  ///< the level last given

    bool operator==(const Kept&) const = default;
};

/// Cost: one pass over the findings.
Kept keep(const Dialog& dialog, const Session& session);

/// The session to go on with. A finding is carried where the dialog has one of its name and revision, and the value.
/// Where the level that was given is now higher, the next step() tells it before anything else. A change that waited
/// for a yes is forgotten: what it would have taken back still holds.
Session take_over(const Dialog& dialog, const Kept& kept);

}  // namespace anamnesis
