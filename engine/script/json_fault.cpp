#include "script/json_fault.hpp"

#include <array>

namespace anamnesis::json {
namespace {

struct Meaning {
    std::string_view first, second;  // both are in the parser's message
    const char* message;
    const char* hint;
};

// The first that fits counts.
constexpr std::array<Meaning, 13> kMeanings = {{
    {"control character U+000A", "", "the text that begins here is not closed on its line",
     "put a quotation mark at its end; for a line break within a text write \\n"},
    {"ill-formed UTF-8", "", "this is not UTF-8", "save the file with the encoding UTF-8"},
    {"invalid string", "missing closing quote", "the text that begins here is never closed",
     "put a quotation mark at its end"},
    {"invalid string", "", "this text has a character that JSON does not allow", "write \\\\ for a backslash"},
    {"unexpected end of input", "", "the file ends too early", "a bracket } or ] further up is not closed"},
    {"expected end of input", "", "something stands behind the end of the script",
     "a bracket further up closes too early"},
    {"object separator", "", "a colon is missing before this", "write \"key\": value"},
    {"object key", "unexpected '}'", "there is a comma too many before this",
     "the last item of a list has no comma behind it"},
    {"object key", "", "a key in quotation marks should stand here", "write \"key\": value"},
    {"parsing value", "unexpected ']'", "there is a comma too many before this",
     "the last item of a list has no comma behind it"},
    {"parsing value", "", "a value should stand here", "texts stand in quotation marks; else a number, true or false"},
    {"unexpected '", "expected '", "a bracket is closed by one of the other kind", "{ is closed by }, [ by ]"},
    {"expected '", "", "a comma is missing before this", "put a comma between two items"},
}};

bool is_in(std::string_view what, std::string_view part) { return what.find(part) != what.npos; }

}  // namespace

SyntaxFault syntax_fault(std::string_view what) {
    for (const Meaning& m : kMeanings)
        if (is_in(what, m.first) && is_in(what, m.second)) return {m.message, m.hint};
    return {"this is not valid JSON", "check commas, quotation marks and brackets just before this place"};
}

}  // namespace anamnesis::json
