#pragma once
/// One moment of a conversation: in which script it stands, and what the last step gave. Pure; a conversation
/// is the fold of its acts through advance().

#include <memory>
#include <optional>
#include <string>

#include <anamnesis/step.hpp>
#include <anamnesis/take_over.hpp>

#include "host/offer.hpp"
#include "host/privacy.hpp"

namespace anamnesis {

struct Moment {
    std::shared_ptr<const LoadedScript> script;
    Step step;
    std::size_t turns = 0;  ///< since the beginning, or since the last "start over"
};

/// Acts that forget everything and begin again.
bool starts_over(const Acts& acts);

/// The greeting of a dialog by id, or of the reception, whose id is empty. Nothing where there is none of that name.
/// It says how long answers are kept.
std::optional<Moment> begin(const Offer& offer, const std::string& dialog, const std::string& locale,
                            const Retention& retention);

/// Where a conversation stands that goes on with another version of its dialog. Its reply has not gone out: the next
/// one tells what is new in full. Nothing where the dialog is not offered.
std::optional<Moment> take_over(const Offer& offer, const std::string& dialog, const Kept& kept);

/// The next moment. A choice at the reception begins a dialog, and is its first turn if it says more; "start
/// over" leads back to where the conversation began. Nothing where a chosen dialog is not offered.
std::optional<Moment> advance(const Offer& offer, const std::string& dialog, const Moment& now, const Acts& acts);

Page page_of(const Moment& now);

}  // namespace anamnesis
