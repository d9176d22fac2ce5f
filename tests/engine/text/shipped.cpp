#include "engine/text/shipped.hpp"

#include <stdexcept>

#include "engine/tiny_dialog.hpp"

namespace anamnesis::tests {

const Dialog& shipped_dialog() {
    static const Dialog dialog = [] {
        Compiled compiled = compile(source_of(source_path("dialogs/lip-twitching")));
        if (!compiled.dialog) throw std::runtime_error(in_words(compiled.diagnostics));
        return std::move(*compiled.dialog);
    }();
    return dialog;
}

const Lexicon& shipped_lexicon() { return *shipped_dialog().languages.front().lexicon; }

std::vector<std::string> words_of(const Utterance& utterance, const std::vector<PhraseHit>& hits) {
    std::vector<std::string> out;
    for (const PhraseHit& hit : hits) out.emplace_back(utterance.text(hit.at));
    return out;
}

std::vector<std::string> words_in(const std::string& phrase) {
    std::vector<std::string> out(1);
    bool is_gap = false;
    for (char c : phrase) {
        const bool parts = std::string_view(" ()[]|*~").find(c) != std::string_view::npos;
        if (parts && !out.back().empty()) out.emplace_back();
        if (!parts && !is_gap) out.back() += c;
        is_gap = c == '~';
    }
    if (out.back().empty()) out.pop_back();
    return out;
}

std::string filled_with(const std::string& unit) {
    std::string out;
    while (out.size() + unit.size() <= kMessageBytesMax) out += unit;
    return out;
}

}  // namespace anamnesis::tests
