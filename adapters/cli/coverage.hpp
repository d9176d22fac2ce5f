#pragma once
/// What replays reached of each dialog, as JSON.

#include <map>
#include <string>

#include <anamnesis/replay.hpp>

namespace anamnesis::cli {

struct DialogCoverage {
    Coverage covered;
    Coverage coverable;
};

/// {kind: {"covered":n,"total":n,"missing":[...]}}; with several dialogs one such object by dialog id.
std::string coverage_json(const std::map<std::string, DialogCoverage>& dialogs);

}  // namespace anamnesis::cli
