#pragma once
/// Scripted conversations: transcripts that read like a chat, run against a dialog.

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <anamnesis/diagnostic.hpp>
#include <anamnesis/result.hpp>
#include <anamnesis/step.hpp>

namespace anamnesis {

/// One line of a transcript: an input (you, tap, do, until) or an expectation (bot, ask, level, ...).
struct TranscriptLine {
    int line = 0;  ///< from 1; 0 for a line that an update added
    std::string key;
    std::string text;
};

struct Transcript {
    std::string path;
    std::string locale;
    std::vector<std::string> head;  ///< comment and header lines, kept by an update
    std::vector<TranscriptLine> lines;
};

Result<Transcript, Diagnostics> read_transcript(std::string path, std::string_view text);

/// Ids by kind (states questions options rules outcomes causes advice topics) that replays reached.
using Coverage = std::map<std::string, std::set<std::string>>;

/// All ids by kind that a dialog has.
Coverage coverable(const Dialog& dialog);

struct ReplayReport {
    Diagnostics failures;  ///< code "R..."; empty: it went as written
    Coverage covered;
    std::string updated;   ///< the transcript with its expectations as they are now
};

ReplayReport replay(const Dialog& dialog, const Transcript& transcript);

}  // namespace anamnesis
