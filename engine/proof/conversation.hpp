#pragma once
// From a map to a conversation that leads there, played through the engine itself.

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <anamnesis/findings.hpp>

namespace anamnesis::proof {

// What a conversation has come to know shows what was to be shown.
using Shows = std::function<bool(const Findings&)>;

// Lines of a transcript ("tap: no"), the fewest of the ways tried: by taps; with facts volunteered at the start, or at
// the end, in the words of the findings' own examples; each with and without a refusal. Nothing: none of them leads
// to what was to be shown.
std::optional<std::vector<std::string>> conversation_to(const Dialog& dialog, const Findings& target,
                                                        const Shows& shows);

// The lines as a transcript, with what is said in reply.
std::string as_transcript(const Dialog& dialog, const std::string& heading, const std::vector<std::string>& lines);

}  // namespace anamnesis::proof
