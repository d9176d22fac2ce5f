#pragma once
/// Lines of an input that may send anything: memory is bounded whatever comes.

#include <istream>
#include <optional>
#include <string>

namespace anamnesis::console {

struct Line {
    std::string text;          ///< without the line break
    bool is_too_long = false;  ///< the rest of the line was dropped, and `text` with it
};

/// The next line of at most `bytes_max`; nothing at the end of input. A last line needs no break.
std::optional<Line> read_line(std::istream& in, std::size_t bytes_max);

}  // namespace anamnesis::console
