// A transcript's text as lines with their keys, or everything that is wrong with it.

#include <algorithm>

#include <utf8proc.h>

#include "replay/keys.hpp"
#include "replay/wording.hpp"

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

class TranscriptReader {
public:
    explicit TranscriptReader(std::string path) { transcript_.path = std::move(path); }

    Result<Transcript, Diagnostics> run(std::string_view text) {
        while (!text.empty() && number_ < static_cast<int>(kTranscriptLinesMax)) {
            const auto size = std::min(text.find('\n'), text.size() - 1) + 1;
            ++number_;
            read_line(text.substr(0, size));
            text.remove_prefix(size);
        }
        if (!text.empty()) {
            ++number_;
            complain(1, {fault::kTooManyLines, "there are more than " + std::to_string(kTranscriptLinesMax) + " lines",
                         "make two files of it"});
        }
        if (!diagnostics_.empty()) return std::move(diagnostics_);
        return std::move(transcript_);
    }

private:
    void read_line(std::string_view raw) {
        const std::string_view whole = without_end(raw);
        const std::string_view content = trimmed(number_ == 1 ? without_mark(whole) : whole);
        if (whole.size() > kTranscriptLineBytesMax)
            return complain(1, {fault::kLineTooLong,
                                "this line is longer than " + std::to_string(kTranscriptLineBytesMax) + " bytes"});
        if (const auto good = utf8_bytes(whole); good < whole.size())
            return complain(static_cast<int>(good) + 1,
                            {fault::kNotUtf8, "this is not UTF-8", "save the file with the encoding UTF-8"});
        transcript_.lines.push_back({number_, 1, {}, {}, std::string(raw)});
        if (!content.empty() && content.front() != '#') read_content(raw, content);
    }

    void read_content(std::string_view raw, std::string_view content) {
        const auto column_of = [&](std::string_view part) { return static_cast<int>(part.data() - raw.data()) + 1; };
        const auto colon = content.find(':');
        if (colon == content.npos)
            return complain(column_of(content),
                            {fault::kNoKey, "this line has no key and colon before its text",
                             "begin it with \"you: \", \"bot: \" or another key; or with # to note something"});
        const std::string_view key = trimmed(content.substr(0, colon));
        const std::string_view rest = content.substr(colon + 1);
        const std::string_view text = trimmed(rest);
        if (auto fault = key_fault(key)) return complain(column_of(content), std::move(*fault));
        TranscriptLine& line = transcript_.lines.back();
        line.key = key;
        line.text = text;
        line.column = column_of(text.empty() ? rest : text);
        if (auto fault = text_fault(key, text)) complain(line.column, std::move(*fault));
        if (key == "locale") return read_locale(line);
        in_head_ = false;
    }

    void read_locale(const TranscriptLine& line) {
        const bool second = !transcript_.locale.empty();
        if (second || !in_head_)
            complain(line.column,
                     {fault::kMisplacedLocale,
                      second ? "there is a second locale" : "the locale comes after the conversation began",
                      "one \"locale: \" line at the top is for the whole file"});
        transcript_.locale = line.text;
    }

    void complain(int column, Fault fault) {
        report(diagnostics_, transcript_.path, number_, column, std::move(fault));
    }

    Transcript transcript_;
    Diagnostics diagnostics_;
    int number_ = 0;
    bool in_head_ = true;
};

}  // namespace

Result<Transcript, Diagnostics> read_transcript(std::string path, std::string_view text) {
    return TranscriptReader(std::move(path)).run(text);
}

}  // namespace anamnesis
