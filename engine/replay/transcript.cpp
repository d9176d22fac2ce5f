// A transcript's text as lines with their keys, or everything that is wrong with it.

#include "replay/keys.hpp"
#include "replay/source_lines.hpp"
#include "replay/wording.hpp"

namespace anamnesis {
namespace {

class TranscriptReader {
public:
    explicit TranscriptReader(std::string path) { transcript_.path = std::move(path); }

    Result<Transcript, Diagnostics> run(std::string_view text) {
        for (const SourceLine& line : source_lines(transcript_.path, text, diagnostics_)) read_line(line);
        if (!diagnostics_.empty()) return std::move(diagnostics_);
        return std::move(transcript_);
    }

private:
    void read_line(const SourceLine& line) {
        transcript_.lines.push_back({line.number, 1, {}, {}, std::string(line.raw)});
        const std::string_view content = trimmed(line.text);
        if (!content.empty() && content.front() != '#') read_content(line.raw, content);
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
        report(diagnostics_, transcript_.path, transcript_.lines.back().line, column, std::move(fault));
    }

    Transcript transcript_;
    Diagnostics diagnostics_;
    bool in_head_ = true;
};

}  // namespace

Result<Transcript, Diagnostics> read_transcript(std::string path, std::string_view text) {
    return TranscriptReader(std::move(path)).run(text);
}

}  // namespace anamnesis
