#pragma once
// A file's text as lines, within the bounds that all files of conversations share.

#include <string_view>
#include <vector>

#include "replay/fault.hpp"

namespace anamnesis {

inline constexpr std::size_t kTranscriptLinesMax = 2000;
inline constexpr std::size_t kTranscriptLineBytesMax = 4096;  // without its end

struct SourceLine {
    int number = 0;         // from 1
    std::string_view raw;   // with its end
    std::string_view text;  // without it, nor a byte order mark
};

// With "\n" for "\r\n" and for "\r" alone, as BotiumScript ends its lines too.
std::string line_feeds_only(std::string_view text);

// The lines that can be read; what is wrong with the others goes to `diagnostics`.
std::vector<SourceLine> source_lines(const std::string& path, std::string_view text, Diagnostics& diagnostics);

}  // namespace anamnesis
