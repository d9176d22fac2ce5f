#pragma once
/// What a check found, as text, as JSON, and as files that `replay` runs.

#include <string>
#include <vector>

#include <anamnesis/proof.hpp>
#include <anamnesis/result.hpp>

namespace anamnesis::cli {

/// " face_droop=yes, duration=weeks": what is known on a map.
std::string facts_of(const Dialog& dialog, const Findings& findings);

/// Four spaces before each line.
std::string indented(const std::string& text);

std::string report_json(const Dialog& dialog, const DialogReport& report);

/// Writes OUT/<folder>/report.json, and each counterexample beside a copy of the script that it is about:
/// OUT/<folder>/counterexamples/*.chat. Those of an earlier check are removed. Errors: Errc::unavailable.
Result<bool> write_evidence(const std::string& out, const std::string& dialog_dir, const Dialog& dialog,
                            const DialogReport& report);

}  // namespace anamnesis::cli
