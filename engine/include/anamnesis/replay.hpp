#pragma once
/// Scripted conversations: transcripts that read like a chat, run against a dialog.
///
///     # Stroke signs in the first message.
///     you: one side of my face is drooping
///     bot: Call 999 now...
///     level: emergency
///
/// The lines that can stand in one are in docs/replays.md, and so is what is read of BotiumScript.

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <anamnesis/diagnostic.hpp>
#include <anamnesis/result.hpp>
#include <anamnesis/step.hpp>

namespace anamnesis {

/// What a text must be like. Runs of spaces and line ends count as one space.
struct TextPattern {
    std::string text;
    std::string any_text = "...";  ///< what in it stands for any text; empty: nothing does
    bool whole = true;             ///< false: a part of the text is enough
    bool any_case = false;         ///< of the letters A to Z
};

/// One line of a transcript: an input (you, tap, press, do, until), an expectation (bot, not, offer,
/// ask, level, ...), the `locale` header; or a comment or blank line, which has no key.
struct TranscriptLine {
    int line = 0;    ///< from 1
    int column = 0;  ///< of `text`, from 1, in bytes
    std::string key;
    std::string text;  ///< what stands after the key, without the spaces around it
    std::string raw;   ///< the whole line with its end, as an update that leaves it alone keeps it
    std::vector<TextPattern> patterns = {};  ///< alternatives of a text; empty: `text`, as its key reads it
};

struct Transcript {
    std::string path;
    std::string locale;  ///< empty: that of the dialog's default language
    std::vector<TranscriptLine> lines;
    std::string name = {};  ///< of one among several in a file; empty: that of the file
};

/// The transcript, or every mistake in it (codes R0..). At most 2000 lines of 4096 bytes.
Result<Transcript, Diagnostics> read_transcript(std::string path, std::string_view text);

/// BotiumScript's names with the texts that stand for them, from its `.utterances.txt` files.
using Utterances = std::map<std::string, std::vector<std::string>>;

/// One name with its texts, or every mistake (codes R0..). Lines as above.
Result<Utterances, Diagnostics> read_utterances(std::string path, std::string_view text);

/// The conversations of a BotiumScript `.convo.txt` file: one for each choice among the utterances that
/// the person can say, at most 4 MiB of them in all. Or every mistake, and all that is not supported (R0..).
Result<std::vector<Transcript>, Diagnostics> read_convo(const std::string& path, std::string_view text,
                                                        const Utterances& utterances);

/// Ids by kind (states questions options rules outcomes causes advice topics) that replays reached.
/// An option is `finding.option` of a choice, or `finding.band` of a number.
using Coverage = std::map<std::string, std::set<std::string>>;

/// All ids by kind that a dialog has.
Coverage coverable(const Dialog& dialog);

struct ReplayReport {
    Diagnostics failures;  ///< codes R1.. (an input) and R2.. (an expectation); empty: it went as written
    Coverage covered;
    std::string updated;  ///< the transcript's text with its expectations as they are now
};

/// Runs a transcript to its end, or to an input that is not possible: what follows could only mislead.
/// `updated` leaves every line alone that holds; it changes no `not`, which stays a failure. Inputs
/// that no expectation follows get what was answered written below them.
ReplayReport replay(const Dialog& dialog, const Transcript& transcript);

}  // namespace anamnesis
