#pragma once
// A transcript's text as it should be now.

#include <string>
#include <vector>

#include <anamnesis/replay.hpp>

namespace anamnesis {

// Lines that belong together: an input, if not before the first, and what stands below it.
using TurnLines = std::vector<TranscriptLine>;

// The turns of a transcript; the first one has no input and is about the greeting.
std::vector<TurnLines> turns_of(const Transcript& transcript);

// The lines as they are.
std::string unchanged(const TurnLines& turn);

// The lines with each expectation that is broken as it is now; nothing can mend a `not`.
std::string mended(const Dialog& dialog, const TurnLines& turn, const Page& page);

// The lines with all that the page has below the input.
std::string filled(const TurnLines& turn, const Page& page);

}  // namespace anamnesis
