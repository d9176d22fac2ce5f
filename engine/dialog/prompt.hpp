#pragma once
// The question that is put to the person now, and its name on the wire.

#include <optional>
#include <string>
#include <string_view>

#include <anamnesis/reply.hpp>

namespace anamnesis {

// "face", "face_droop.check".
std::string ask_id(const Dialog& dialog, const Ask& ask);
std::optional<Ask> find_ask(const Dialog& dialog, std::string_view id);

// What is open: a change that waits for a yes; an earlier question put again; or what decide() asks.
struct Open {
    enum class Kind { confirm, revisit, decided };
    Kind kind = Kind::decided;
    Ask ask;                 // not of a confirm
    FindingIndex named = 0;  // of a confirm
};

std::optional<Open> open_question(const Dialog& dialog, const Session& session, const Decision& decision);
std::string open_id(const Dialog& dialog, const Open& open);

// The items that an answer to this question speaks of: those still shown, or all of an earlier one.
std::vector<FindingIndex> items_of(const Dialog& dialog, const Session& session, const Ask& ask);

// An earlier question that can be put again: it was answered, or what it asks was told without being asked.
bool can_be_changed(const Dialog& dialog, const Session& session, const std::string& question);

// The question that corrects a known finding: the one that was answered, else one that asks it; empty if none does.
std::string question_about(const Dialog& dialog, const Session& session, FindingIndex finding);

Prompt prompt_for(const Dialog& dialog, const Session& session, const Open& open);

}  // namespace anamnesis
