#include "console/line_reader.hpp"

namespace anamnesis::console {

std::optional<Line> read_line(std::istream& in, std::size_t bytes_max) {
    Line line;
    bool is_empty = true;
    for (char byte = 0; in.get(byte);) {
        if (byte == '\n') return line;
        is_empty = false;
        if (line.is_too_long) continue;
        line.text += byte;
        if (line.text.size() <= bytes_max) continue;
        line.is_too_long = true;
        line.text.clear();
    }
    if (is_empty) return std::nullopt;
    return line;
}

}  // namespace anamnesis::console
