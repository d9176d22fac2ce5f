#include "replay/convo_words.hpp"

#include <algorithm>
#include <array>

#include "replay/wording.hpp"

namespace anamnesis {
namespace {

struct TextRow {
    std::string_view name;
    std::string_view any_text;
    bool whole;
    bool needs_all;
};

// Each also with _IC behind: in any case.
constexpr std::array<TextRow, 8> kTextRows = {{{"TEXT", "", true, false},
                                               {"TEXT_EQUALS", "", true, false},
                                               {"TEXT_CONTAINS_ANY", "", false, false},
                                               {"TEXT_CONTAINS_ALL", "", false, true},
                                               {"TEXT_WILDCARD_ANY", "*", false, false},
                                               {"TEXT_WILDCARD_ALL", "*", false, true},
                                               {"TEXT_WILDCARDEXACT_ANY", "*", true, false},
                                               {"TEXT_WILDCARDEXACT_ALL", "*", true, true}}};

constexpr std::array<std::string_view, 33> kUnsupported = {"ASSIGN_SCRIPTING_MEMORY",
                                                           "BOT_CONSUMED",
                                                           "BOT_UNCONSUMED_COUNT",
                                                           "BUTTONS_COUNT",
                                                           "BUTTONS_COUNT_REC",
                                                           "CARDS",
                                                           "CARDS_COUNT",
                                                           "CARDS_COUNT_REC",
                                                           "CLEAR_SCRIPTING_MEMORY",
                                                           "CONVO_STEP_PARAMETERS",
                                                           "ENTITIES",
                                                           "ENTITY_CONTENT",
                                                           "ENTITY_VALUES",
                                                           "FORM",
                                                           "FORMS",
                                                           "INCLUDE",
                                                           "INTENT",
                                                           "INTENT_CONFIDENCE",
                                                           "INTENT_UNIQUE",
                                                           "JSON_PATH",
                                                           "JSON_PATH_COUNT",
                                                           "MEDIA",
                                                           "MEDIA_COUNT",
                                                           "MEDIA_COUNT_REC",
                                                           "ORDERED_LIST_TO_BUTTON",
                                                           "PAUSE_ASSERTER",
                                                           "RESPONSE_LENGTH",
                                                           "SET_SCRIPTING_MEMORY",
                                                           "SKIP_BOT_UNCONSUMED",
                                                           "TEXT_REGEXP_ALL",
                                                           "TEXT_REGEXP_ANY",
                                                           "TEXT_WER",
                                                           "UPDATE_CUSTOM"};
constexpr std::string_view kConditional = "CONDITIONAL_STEP";
constexpr std::string_view kIgnoringCase = "_IC";

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) { return is_capital(c) || (c >= 'a' && c <= 'z'); }

// Takes one mark off; true if it was meant as a mark.
bool take_mark(std::string_view& text, char mark) {
    if (text.empty() || text.front() != mark) return false;
    text.remove_prefix(1);
    return text.empty() || text.front() != mark;
}

std::string_view without_case(std::string_view name) {
    return name.ends_with(kIgnoringCase) ? name.substr(0, name.size() - kIgnoringCase.size()) : name;
}

}  // namespace

ConvoStatement statement_of(std::string_view line) {
    ConvoStatement out;
    out.is_optional = take_mark(line, '?');
    out.is_not = take_mark(line, '!');
    const auto space = std::min(line.find(' '), line.size());
    out.head = line.substr(0, space);
    out.rest = trimmed(line.substr(space));
    return out;
}

std::string_view without_marks(std::string_view text) {
    take_mark(text, '?');
    take_mark(text, '!');
    return text;
}

std::vector<std::string> split_arguments(std::string_view text) {
    std::vector<std::string> out;
    if (text.empty()) return out;
    std::string argument;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool escaped = text[i] == '\\' && i + 1 < text.size() && text[i + 1] == '|';
        if (text[i] == '|') {
            out.emplace_back(trimmed(argument));
            argument.clear();
        } else {
            argument += text[escaped ? ++i : i];
        }
    }
    out.emplace_back(trimmed(argument));
    return out;
}

std::optional<TextAssertion> text_assertion(std::string_view name) {
    for (const TextRow& row : kTextRows) {
        if (row.name != without_case(name)) continue;
        const TextPattern pattern{{}, std::string(row.any_text), row.whole, row.name != name};
        return TextAssertion{name, pattern, row.needs_all, row.any_text.empty() && row.whole};
    }
    return std::nullopt;
}

TextPattern usual_pattern(std::string text) { return {std::move(text), "*", false, true}; }

bool is_wait(std::string_view name) { return name == "PAUSE" || name == "WAITFORBOT"; }

bool is_unsupported(std::string_view name) {
    return name.starts_with(kConditional) ||
           std::find(kUnsupported.begin(), kUnsupported.end(), without_case(name)) != kUnsupported.end();
}

bool looks_like_name(std::string_view word) {
    const auto fits = [](char c) { return is_capital(c) || (c >= '0' && c <= '9') || c == '_'; };
    return !word.empty() && is_capital(word.front()) && word.find('_') != word.npos &&
           std::all_of(word.begin(), word.end(), fits);
}

bool has_variable(std::string_view text) {
    for (std::size_t i = 0; i + 1 < text.size(); ++i)
        if (text[i] == '$' && (is_letter(text[i + 1]) || text[i + 1] == '_')) return true;
    return false;
}

bool is_json(std::string_view text) {
    return (text.starts_with('{') && text.ends_with('}')) || (text.starts_with('[') && text.ends_with(']'));
}

}  // namespace anamnesis
