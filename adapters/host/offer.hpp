#pragma once
/// The dialogs that a host offers at one time; never changed, so that a conversation can keep its own.

#include <memory>
#include <string>
#include <vector>

#include <anamnesis/session.hpp>

#include "host/script_folder.hpp"

namespace anamnesis {

struct Offer {
    Scripts scripts;                                ///< at least one
    std::shared_ptr<const LoadedScript> reception;  ///< asks which of them; its id and pin are empty

    /// By id; the reception's is empty. Null where there is none of that name.
    std::shared_ptr<const LoadedScript> find(const std::string& dialog) const;

    /// Where a conversation begins that asks for this dialog: without a name at the only one there is, or at
    /// the reception.
    std::string entrance(const std::string& asked) const {
        return asked.empty() && scripts.size() == 1 ? scripts.front()->dialog.id : asked;
    }

    /// A script by its pin; never the reception.
    bool has_pin(const std::string& pin) const;
    bool has_same(const Scripts& others) const;  ///< by their pins, in their order
};

std::shared_ptr<const Offer> make_offer(Scripts scripts);

/// The question of the reception, and its finding: which dialog.
inline constexpr const char* kWhichDialog = "dialog";

/// A dialog of one question, whose options are the dialogs: so that it is answered in words as every question
/// is, and repaired, and has all commands. It speaks the languages of the first dialog. Pure.
std::shared_ptr<const LoadedScript> make_reception(const Scripts& scripts);

/// What a message means at the reception: a dialog, with what it says of its findings; a command; or
/// nothing yet. An alarm of any dialog comes before all else, so that no emergency waits behind a menu.
Acts understand_at_reception(const Offer& offer, const Session& session, const std::string& text);

/// The dialog that acts choose at the reception; empty where they choose none.
std::string chosen_dialog(const Acts& acts);

}  // namespace anamnesis
