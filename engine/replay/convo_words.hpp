#pragma once
// The words that BotiumScript gives a meaning to.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <anamnesis/replay.hpp>

namespace anamnesis {

// What one line of a section says. "?" (optional) and "!" (not) stand before it, doubled for the mark itself.
struct ConvoStatement {
    std::string_view head;  // the first word
    std::string_view rest;  // and what follows it
    bool is_not = false;
    bool is_optional = false;
};
ConvoStatement statement_of(std::string_view line);

// A text with the marks before it read: what is left to be said.
std::string_view without_marks(std::string_view text);

// "a|b" -> a and b; "\|" is no end.
std::vector<std::string> split_arguments(std::string_view text);

// How TEXT_CONTAINS_ANY and its like compare.
struct TextAssertion {
    std::string_view name;
    TextPattern pattern;       // without its text
    bool needs_all = false;    // of its arguments, not any
    bool may_be_bare = false;  // without an argument: any text
};
std::optional<TextAssertion> text_assertion(std::string_view name);

// As BotiumScript compares where nothing else is said: a part, in any case, where "*" is any text.
TextPattern usual_pattern(std::string text);

// Waiting is no part of a conversation that runs without time.
bool is_wait(std::string_view name);

// What is in the language but not in ours: MEDIA, INTENT, TEXT_REGEXP_ANY, ...
bool is_unsupported(std::string_view name);

// UTT_HELLO, MY_ASSERTER: a name, which must be known, and no text.
bool looks_like_name(std::string_view word);

// $name, $func(...): the scripting memory.
bool has_variable(std::string_view text);

// A message as data: {"text": "hi"}.
bool is_json(std::string_view text);

}  // namespace anamnesis
