#pragma once
/// Two versions of a dialog, compared by what they come to: which people get another level of urgency.

#include <string>
#include <vector>

#include <anamnesis/findings.hpp>

namespace anamnesis {

/// People for whom one rule decided before and another decides now, at another level.
struct LevelChange {
    std::string old_rule, new_rule;  ///< ids, or "default"
    Level old_level = Level::soon, new_level = Level::soon;
    Findings findings;     ///< an example, as a map of the new dialog
    std::string old_chat;  ///< transcripts that lead there, empty where no conversation does
    std::string new_chat;
    std::string intended;  ///< of a lowered level: the reason that the new script gives; empty: none
};

struct DialogDiff {
    std::vector<LevelChange> changes;  ///< lowered ones that are not intended first, then lowered, then raised
    bool complete = true;              ///< false: the budget ran out or there are more than `changes_max`
};

struct DiffLimits {
    int conflicts_max = 200'000;  ///< a query
    int changes_max = 100;
    bool with_conversations = true;  ///< false: some map of each change, not the shortest way there; much faster
};

/// Compares over every map of findings. Findings and options are the same where their ids are; a finding that only the
/// new dialog has may have any value, and so may one that only the old one had. Cost: as check_dialog.
DialogDiff diff_dialogs(const Dialog& old_dialog, const Dialog& new_dialog, const DiffLimits& limits = {});

/// True where a level is lowered that the new script does not list under "lowered".
bool is_lowered(const DialogDiff& diff);

}  // namespace anamnesis
