#pragma once
/// Cases of what can go wrong: a dialog of the tests, changed in one place, and what is told then.
///
///     # A comment.
///     in tiny/dialog.json        the file to change, below a copy of the dialogs tiny, knee and common
///     - "then": "call_now"       the text that goes; without such lines: the whole file
///     + "then": "call"           the text that comes; <<3 ab>> is ababab, <<byte FF>> one byte
///     ! tiny/dialog.json:33:9: error A103: ...    all that is told, in order
///
/// `remove FILE` and `folder FILE` (in a file's place) are changes too. A blank line ends a case.

#include <string>
#include <vector>

namespace anamnesis::tests {

struct Change {
    enum class Kind { edit, remove, folder } kind = Kind::edit;
    std::string file;
    std::string old_text, new_text;
};

struct BadScript {
    int line = 0;  ///< of the case in its file, from 1
    std::vector<Change> changes;
    std::vector<std::string> told;
};

/// The cases of a file. Throws where it cannot be read.
std::vector<BadScript> read_cases(const std::string& path);

/// What the program tells of such a script, or of the replays in it: paths begin at the folder of dialogs.
std::vector<std::string> told_of(const BadScript& bad);

/// Writes what is told now into the file.
void update_cases(const std::string& path);

/// Code of a told line: "A103".
std::string code_in(const std::string& told);

}  // namespace anamnesis::tests
