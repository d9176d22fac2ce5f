#include <anamnesis/diagnostic.hpp>

#include <algorithm>

namespace anamnesis {

std::string to_string(const Diagnostic& d) {
    std::string out = d.file;
    if (d.line > 0) out += ':' + std::to_string(d.line) + ':' + std::to_string(d.column);
    out += d.severity == Severity::error ? ": error " : ": warning ";
    out += d.code + ": " + d.message;
    if (!d.pointer.empty()) out += " (at " + d.pointer + ")";
    if (!d.hint.empty()) out += ". Hint: " + d.hint;
    return out;
}

bool has_errors(const Diagnostics& diagnostics) {
    return std::any_of(diagnostics.begin(), diagnostics.end(),
                       [](const Diagnostic& d) { return d.severity == Severity::error; });
}

}  // namespace anamnesis
