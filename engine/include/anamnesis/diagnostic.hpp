#pragma once
/// What is wrong with a script, told to the person who writes it: all of it at once, each with its
/// place and a way to mend it.

#include <string>
#include <vector>

namespace anamnesis {

enum class Severity { error, warning };

/// One finding about a script. `code` is stable and can be looked up ("A104").
struct Diagnostic {
    std::string code;
    Severity severity = Severity::error;
    std::string file;     ///< path as it was given to compile()
    std::string pointer;  ///< JSON pointer (RFC 6901) of the offending value; empty = whole file
    int line = 0;         ///< from 1; 0 = no place in the text (something is missing)
    int column = 0;       ///< from 1, in bytes
    std::string message;
    std::string hint;  ///< how to mend it; may be empty

    bool operator==(const Diagnostic&) const = default;
};

using Diagnostics = std::vector<Diagnostic>;

/// "dialog.json:12:5: error A104: unknown finding "face_drop" (at /rules/3/if). Hint: ..."
std::string to_string(const Diagnostic& diagnostic);

/// False where there are warnings at most.
bool has_errors(const Diagnostics& diagnostics);

}  // namespace anamnesis
