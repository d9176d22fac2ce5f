#include "console/page_text.hpp"

#include <algorithm>

#include "console/console.hpp"

namespace anamnesis::console {
namespace {

/// Code points: good enough for the width of the scripts' languages.
std::size_t width(std::string_view text) {
    const auto starts_code_point = [](char c) { return (c & 0xC0) != 0x80; };
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), starts_code_point));
}

std::string paragraph(std::string_view text, std::string_view first, std::string_view indent) {
    return std::string(first) + wrap(text, kConsoleColumns - first.size(), indent) + '\n';
}

/// Numbered where a number is understood: "2" to "how many days?" is no option.
std::string options_text(const Page::Question& question) {
    const bool numbered = question.style == Style::one_of || question.style == Style::any_of;
    std::string text;
    int number = 0;
    for (const Page::Choice& option : question.options)
        text += paragraph(option.label, numbered ? "  " + std::to_string(++number) + ") " : "  - ", "     ");
    return text;
}

/// The number stands alone and first: it must be found without reading.
std::string emergency_text(const Page& page) {
    if (!page.outcome || page.outcome->level != Level::emergency) return {};
    const std::string number = page.outcome->emergency_number.value_or("!");
    return "*** " + number + " ***\n\n";
}

std::string page_text(const Page& page) {
    std::string text = '\n' + emergency_text(page);
    for (const Page::Text& message : page.messages) text += paragraph(message.text, "", "");
    if (page.question) text += options_text(*page.question);
    return text;
}

}  // namespace

std::string wrap(std::string_view text, std::size_t columns, std::string_view indent) {
    std::string lines;
    std::size_t used = 0;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t to = std::min(text.find_first_of(" \n", from), text.size());
        const std::string_view word = text.substr(from, to - from);
        if (used > 0 && used + 1 + width(word) > columns) {
            lines += '\n';
            lines += indent;
            used = 0;
        }
        if (used > 0) lines += ' ';
        lines += word;
        used += (used > 0 ? 1 : 0) + width(word);
        if (to < text.size() && text[to] == '\n') {
            lines += '\n';
            lines += indent;
            used = 0;
        }
        from = to + 1;
    }
    return lines;
}

std::string to_text(const wire::ServerMessage& message) {
    if (const auto* reply = std::get_if<wire::ReplyMessage>(&message)) return page_text(reply->page);
    if (const auto* error = std::get_if<wire::ErrorMessage>(&message)) return '\n' + paragraph(error->message, "", "");
    if (const auto* own = std::get_if<wire::OwnData>(&message)) return '\n' + paragraph(own->summary, "", "");
    return {};
}

}  // namespace anamnesis::console
