#pragma once
// What a transcript expects of the last reply, and what that reply has.

#include <optional>
#include <string>

#include <anamnesis/replay.hpp>

#include "replay/fault.hpp"

namespace anamnesis {

// Nothing if the reply is as expected, else what was expected and what it is instead.
std::optional<Fault> broken(const Dialog& dialog, const TranscriptLine& expectation, const Page& page);

// What a line's text must be like: one of these.
std::vector<TextPattern> patterns_of(const TranscriptLine& line);

bool matches_any(const std::vector<TextPattern>& patterns, std::string_view text);

// What would stand after this key (not bot, not or offer) now: "face", "a, b", "-".
std::string present_text(const std::string& key, const Page& page);

// Of messages that are no lines of a transcript yet, the one most like this text.
const std::string* most_like(std::string_view text, const std::vector<std::string>& messages);

}  // namespace anamnesis
