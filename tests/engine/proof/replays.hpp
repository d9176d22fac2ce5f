#pragma once
/// The shipped dialogs' own replays, for tests that change a dialog and see whether they tell.

#include <string>
#include <vector>

#include <anamnesis/replay.hpp>

namespace anamnesis::tests {

/// Those of dialogs/<id>/replays.
std::vector<Transcript> replays_of(const std::string& id);

/// True where one of them does not go as it is written.
bool breaks_a_replay(const Dialog& dialog, const std::vector<Transcript>& replays);

}  // namespace anamnesis::tests
