#pragma once
/// What the tests of replays share: short ways to write transcripts, and the dialog that is shipped.

#include <string>
#include <vector>

#include <anamnesis/replay.hpp>

namespace anamnesis::tests {

/// The transcript of this text; the test fails if it is none.
Transcript transcript_of(const std::string& text);

/// The codes with their lines, "R203:4".
std::vector<std::string> places_of(const Diagnostics& diagnostics);

/// dialogs/lip-twitching, compiled once.
const Dialog& lip_twitching();

}  // namespace anamnesis::tests
