#pragma once
/// Which of several dialogs a message is for, before one was begun.

#include <optional>
#include <string_view>
#include <vector>

#include <anamnesis/acts.hpp>
#include <anamnesis/dialog.hpp>

namespace anamnesis {

/// How a message fits a dialog of which nothing was asked yet.
struct Fit {
    Acts acts;  ///< what it says, to begin the dialog with; no denials of flags, nothing that lifts one
    std::optional<Level> alarm;  ///< the most urgent flag that it raises or doubts, urgent or above
    int alarms_known = 0;        ///< urgent and emergency flags that the dialog listens for
    bool names_subject = false;  ///< what the dialog is about, or its title
    int facts = 0;               ///< findings and topics that it speaks of, but for how long and whom it is about
};

/// Cost: that of understand().
Fit fit(const Dialog& dialog, std::string_view locale, std::string_view text);

/// The dialog that a message is clearly for: the one with the most urgent alarm, whatever else was said, of several
/// the one that listens for most alarms; without an alarm the one that no other equals. Nothing where that is not
/// clear.
std::optional<std::size_t> clear_choice(const std::vector<Fit>& fits);

}  // namespace anamnesis
