// BotiumScript's `.utterances.txt`: a name, and below it the texts that it stands for.

#include "replay/source_lines.hpp"
#include "replay/wording.hpp"

namespace anamnesis {
Result<Utterances, Diagnostics> read_utterances(std::string path, std::string_view text) {
    const std::string with_line_feeds = line_feeds_only(text);
    Diagnostics diagnostics;
    const auto lines = source_lines(path, with_line_feeds, diagnostics);
    std::string name;
    std::vector<std::string> texts;
    for (const SourceLine& line : lines) {
        const std::string_view content = trimmed(line.text);
        if (line.number == 1)
            name = content;
        else if (!content.empty())
            texts.emplace_back(content);
    }
    if (diagnostics.empty() && (name.empty() || texts.empty()))
        report(diagnostics, path, 1, 1,
               {fault::kEmptyValue, name.empty() ? "the first line has no name" : "no text stands for " + quoted(name),
                "write the name, and below it one text a line"});
    if (!diagnostics.empty()) return diagnostics;
    return Utterances{{std::move(name), std::move(texts)}};
}

}  // namespace anamnesis
