#include "replay/keys.hpp"

#include <algorithm>
#include <array>

#include "replay/wording.hpp"

namespace anamnesis {
namespace {

using Names = std::vector<std::string>;

// As in the table of dialog/commands.cpp.
constexpr std::array<std::string_view, 12> kCommands = {"help",   "why",    "known",      "back",
                                                        "repeat", "change", "start_over", "skip_all",
                                                        "stop",   "delete", "person",     "language"};

constexpr std::array<Level, 5> kLevels = {Level::emergency, Level::urgent, Level::soon, Level::routine,
                                          Level::self_care};

bool takes_argument(std::string_view command) { return command == "change" || command == "language"; }

std::optional<Fault> any_text(std::string_view) { return std::nullopt; }

std::optional<Fault> needs_text(std::string_view text) {
    if (!text.empty()) return std::nullopt;
    return Fault{fault::kEmptyValue, "there is nothing after the colon"};
}

std::optional<Fault> needs_value(std::string_view text) {
    auto fault = needs_text(text);
    if (fault) fault->hint = "\"-\" is for nothing";
    return fault;
}

std::optional<Fault> check_list(std::string_view text) {
    if (auto fault = needs_text(text)) return fault;
    const auto items = split_list(text);
    if (std::none_of(items.begin(), items.end(), [](const std::string& item) { return item.empty(); }))
        return std::nullopt;
    return Fault{fault::kEmptyValue, "a name is missing beside a comma", "write names like this: a, b"};
}

std::optional<Fault> check_noted(std::string_view text) {
    auto fault = check_list(text);
    if (fault || text == kNothing) return fault;
    for (const std::string& item : split_list(text)) {
        const auto equals = item.find('=');
        if (equals == item.npos || equals == 0 || equals + 1 == item.size())
            return Fault{fault::kBadValue, quoted(item) + " is no finding with its value",
                         "write it like this: duration=weeks"};
    }
    return std::nullopt;
}

std::optional<Fault> check_level(std::string_view text) {
    Names names;
    for (Level level : kLevels) names.emplace_back(to_string(level));
    auto fault = needs_value(text);
    if (fault || text == kNothing || std::find(names.begin(), names.end(), text) != names.end()) return fault;
    return Fault{fault::kBadValue, quoted(text) + " is no level", did_you_mean(text, names)};
}

std::optional<Fault> check_command(std::string_view text) {
    if (auto fault = needs_text(text)) return fault;
    const Command command = command_of(text);
    if (std::find(kCommands.begin(), kCommands.end(), command.name) == kCommands.end())
        return Fault{fault::kBadValue, quoted(command.name) + " is no command",
                     did_you_mean(command.name, Names(kCommands.begin(), kCommands.end()))};
    if (takes_argument(command.name) == !command.argument.empty()) return std::nullopt;
    if (!command.argument.empty()) return Fault{fault::kBadValue, quoted(command.name) + " stands alone"};
    return Fault{fault::kBadValue, quoted(command.name) + " needs to know what",
                 command.name == "change" ? "name a question: change face" : "name a locale: language en-US"};
}

enum class Sort { header, input, expectation };

struct Key {
    std::string_view name;
    Sort sort;
    std::optional<Fault> (*check)(std::string_view text);
};

constexpr std::array<Key, 16> kKeys = {{{"locale", Sort::header, needs_text},
                                        {"you", Sort::input, any_text},
                                        {"tap", Sort::input, check_list},
                                        {"press", Sort::input, needs_text},
                                        {"do", Sort::input, check_command},
                                        {"until", Sort::input, needs_text},
                                        {"bot", Sort::expectation, needs_text},
                                        {"not", Sort::expectation, needs_text},
                                        {"offer", Sort::expectation, needs_value},
                                        {"ask", Sort::expectation, needs_value},
                                        {"level", Sort::expectation, check_level},
                                        {"rule", Sort::expectation, needs_value},
                                        {"outcome", Sort::expectation, needs_value},
                                        {"causes", Sort::expectation, check_list},
                                        {"advice", Sort::expectation, check_list},
                                        {"noted", Sort::expectation, check_noted}}};

const Key* find_key(std::string_view name) {
    const auto found = std::find_if(kKeys.begin(), kKeys.end(), [&](const Key& key) { return key.name == name; });
    return found == kKeys.end() ? nullptr : &*found;
}

bool is(std::string_view name, Sort sort) {
    const Key* key = find_key(name);
    return key && key->sort == sort;
}

}  // namespace

bool is_input(std::string_view key) { return is(key, Sort::input); }

bool is_expectation(std::string_view key) { return is(key, Sort::expectation); }

std::optional<Fault> key_fault(std::string_view key) {
    if (find_key(key)) return std::nullopt;
    Names names;
    for (const Key& right : kKeys) names.emplace_back(right.name);
    return Fault{fault::kUnknownKey, "a line cannot begin with " + quoted(key), did_you_mean(key, names)};
}

std::optional<Fault> text_fault(std::string_view key, std::string_view text) { return find_key(key)->check(text); }

Command command_of(std::string_view text) {
    const auto space = std::min(text.find_first_of(" \t"), text.size());
    return {std::string(text.substr(0, space)), std::string(trimmed(text.substr(space)))};
}

}  // namespace anamnesis
