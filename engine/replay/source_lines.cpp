#include "replay/source_lines.hpp"

#include <algorithm>
#include <optional>

#include <utf8proc.h>

namespace anamnesis {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// The bytes before the first that is not UTF-8; all of them if it is.
std::size_t utf8_bytes(std::string_view text) {
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    for (std::size_t at = 0; at < text.size();) {
        utf8proc_int32_t codepoint = 0;
        const auto length = utf8proc_iterate(bytes + at, static_cast<utf8proc_ssize_t>(text.size() - at), &codepoint);
        if (length <= 0) return at;
        at += static_cast<std::size_t>(length);
    }
    return text.size();
}

std::string_view without_end(std::string_view line) {
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
    return line;
}

std::string_view without_mark(std::string_view line) {
    return line.substr(0, kByteOrderMark.size()) == kByteOrderMark ? line.substr(kByteOrderMark.size()) : line;
}

struct PlacedFault {
    int column;
    Fault fault;
};

std::optional<PlacedFault> line_fault(std::string_view line) {
    if (line.size() > kTranscriptLineBytesMax)
        return PlacedFault{
            1, {fault::kLineTooLong, "this line is longer than " + std::to_string(kTranscriptLineBytesMax) + " bytes"}};
    const auto good = utf8_bytes(line);
    if (good == line.size()) return std::nullopt;
    return PlacedFault{static_cast<int>(good) + 1,
                       {fault::kNotUtf8, "this is not UTF-8", "save the file with the encoding UTF-8"}};
}

}  // namespace

std::string line_feeds_only(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool ends_with_next = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
        if (!ends_with_next) out += text[i] == '\r' ? '\n' : text[i];
    }
    return out;
}

std::vector<SourceLine> source_lines(const std::string& path, std::string_view text, Diagnostics& diagnostics) {
    std::vector<SourceLine> lines;
    int number = 0;
    while (!text.empty() && number < static_cast<int>(kTranscriptLinesMax)) {
        const std::string_view raw = text.substr(0, std::min(text.find('\n'), text.size() - 1) + 1);
        const std::string_view whole = without_end(raw);
        text.remove_prefix(raw.size());
        ++number;
        if (auto wrong = line_fault(whole))
            report(diagnostics, path, number, wrong->column, std::move(wrong->fault));
        else
            lines.push_back({number, raw, number == 1 ? without_mark(whole) : whole});
    }
    if (!text.empty())
        report(diagnostics, path, number + 1, 1,
               {fault::kTooManyLines, "there are more than " + std::to_string(kTranscriptLinesMax) + " lines",
                "make two files of it"});
    return lines;
}

}  // namespace anamnesis
