#pragma once
// The one way to report what is wrong with a file. Each floor has the list of its own codes: A.. in
// script/report.hpp, R.. in replay/fault.hpp.

#include <string>

#include <anamnesis/diagnostic.hpp>

namespace anamnesis {

// A place in a file: what a Diagnostic says of it.
struct Place {
    std::string file;
    std::string pointer;
    int line = 0;
    int column = 0;
};

inline void report(Diagnostics& out, const char* code, const Place& place, std::string message, std::string hint = {}) {
    out.push_back({code, Severity::error, place.file, place.pointer, place.line, place.column, std::move(message),
                   std::move(hint)});
}

}  // namespace anamnesis
