#include "engine/replay/reading.hpp"

#include <stdexcept>

#include "engine/tiny_dialog.hpp"

namespace anamnesis::tests {

Transcript transcript_of(const std::string& text) {
    auto transcript = read_transcript("a.chat", text);
    if (!transcript) throw std::runtime_error(in_words(transcript.error()));
    return *transcript;
}

std::vector<std::string> places_of(const Diagnostics& diagnostics) {
    std::vector<std::string> out;
    for (const Diagnostic& diagnostic : diagnostics)
        out.push_back(diagnostic.code + ":" + std::to_string(diagnostic.line));
    return out;
}

const Dialog& lip_twitching() {
    static const Dialog dialog = [] {
        Compiled compiled = compile(source_of(source_path("dialogs/lip-twitching")));
        if (!compiled.dialog) throw std::runtime_error(in_words(compiled.diagnostics));
        return std::move(*compiled.dialog);
    }();
    return dialog;
}

}  // namespace anamnesis::tests
