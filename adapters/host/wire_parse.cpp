#include "host/wire.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include <nlohmann/json.hpp>

#include "host/error_words.hpp"
#include "host/utf8.hpp"

namespace anamnesis::wire {
namespace {

using nlohmann::json;
using Parsed = Result<ClientMessage, ErrorMessage>;

constexpr int kDepthMax = 8;
constexpr std::size_t kLocaleBytesMax = 35;  // RFC 5646, section 4.4.1

constexpr std::array<std::string_view, 11> kCommands = {"help",       "why",      "known", "back",   "repeat", "change",
                                                        "start_over", "skip_all", "stop",  "delete", "person"};
constexpr std::string_view kLanguageCommand = "language";

/// An id, a name or a token: short, and without control characters, which no store or log wants.
bool is_name(const std::string& text) {
    const auto is_control = [](unsigned char c) { return c < 0x20 || c == 0x7f; };
    return text.size() <= kIdBytesMax && std::none_of(text.begin(), text.end(), is_control);
}

/// The string under a key; empty where it is absent or null; nothing where it is something else.
std::optional<std::string> string_at(const json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end() || found->is_null()) return std::string();
    if (!found->is_string()) return std::nullopt;
    return found->get<std::string>();
}

std::optional<std::string> name_at(const json& object, const char* key) {
    std::optional<std::string> name = string_at(object, key);
    return name && is_name(*name) ? name : std::nullopt;
}

/// A locale is never an error: what cannot be a tag is an unknown one.
std::optional<std::string> locale_at(const json& object, const char* key) {
    std::optional<std::string> locale = string_at(object, key);
    if (!locale) return std::nullopt;
    const auto is_tag_byte = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    };
    const bool is_tag = locale->size() <= kLocaleBytesMax && std::all_of(locale->begin(), locale->end(), is_tag_byte);
    return is_tag ? locale : std::string();
}

/// A seq from 0; 0 where it is absent or null.
std::optional<int> seq_at(const json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end() || found->is_null()) return 0;
    if (!found->is_number_unsigned()) return std::nullopt;
    const auto number = found->get<std::uint64_t>();
    if (number > static_cast<std::uint64_t>(std::numeric_limits<int>::max())) return std::nullopt;
    return static_cast<int>(number);
}

std::optional<std::vector<std::string>> choices_at(const json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end() || !found->is_array() || found->size() > kChoicesMax) return std::nullopt;
    std::vector<std::string> choices;
    for (const json& item : *found) {
        if (!item.is_string() || !is_name(item.get_ref<const std::string&>())) return std::nullopt;
        choices.push_back(item.get<std::string>());
    }
    return choices;
}

Parsed read_hello(const json& object) {
    const auto dialog = name_at(object, "dialog");
    const auto locale = locale_at(object, "locale");
    const auto session = name_at(object, "session");
    const auto secret = name_at(object, "secret");
    const auto after = seq_at(object, "after");
    if (!dialog || !locale || !session || !secret || !after) return make_error(ErrorCode::bad_shape);
    Hello hello{*dialog, *locale, {}, *secret, *after};
    if (!session->empty()) hello.session = *session;
    return ClientMessage(std::move(hello));
}

Parsed read_say(const json& object, const std::string& id) {
    const auto text = object.find("text");
    if (text == object.end() || !text->is_string()) return make_error(ErrorCode::bad_shape, id);
    const std::string& words = text->get_ref<const std::string&>();
    if (words.size() > kTextBytesMax) return make_error(ErrorCode::too_large, id);
    return ClientMessage(Say{id, words});
}

Parsed read_choose(const json& object, const std::string& id) {
    const auto question = name_at(object, "question");
    auto choices = choices_at(object, "choices");
    if (!question || question->empty() || !choices) return make_error(ErrorCode::bad_shape, id);
    return ClientMessage(Choose{id, *question, std::move(*choices)});
}

Parsed read_command(const json& object, const std::string& id) {
    const auto name = name_at(object, "name");
    if (!name) return make_error(ErrorCode::bad_shape, id);
    const bool is_language = *name == kLanguageCommand;
    if (!is_language && std::find(kCommands.begin(), kCommands.end(), *name) == kCommands.end())
        return make_error(ErrorCode::bad_shape, id);
    std::optional<std::string> argument = std::string();
    if (is_language) argument = locale_at(object, "locale");
    if (*name == "change") argument = name_at(object, "question");
    if (!argument) return make_error(ErrorCode::bad_shape, id);
    return ClientMessage(CommandMessage{id, *name, *argument});
}

Parsed read_message(const json& object) {
    const auto type = string_at(object, "type");
    if (type == "hello") return read_hello(object);
    const auto id = name_at(object, "id");
    if (!id || id->empty()) return make_error(ErrorCode::bad_shape);
    if (type == "say") return read_say(object, *id);
    if (type == "choose") return read_choose(object, *id);
    if (type == "command") return read_command(object, *id);
    if (type == "explain") return ClientMessage(Explain{*id});
    if (type == "export") return ClientMessage(Export{*id});
    return make_error(ErrorCode::bad_shape, id);
}

/// JSON no deeper than kDepthMax; `too_deep` tells why a value is not to be used.
json read_json(std::string_view bytes, bool& too_deep) {
    const auto watch_depth = [&](int depth, json::parse_event_t, json&) {
        if (depth >= kDepthMax) too_deep = true;
        return !too_deep;
    };
    return json::parse(bytes, watch_depth, /*allow_exceptions=*/false);
}

}  // namespace

Result<ClientMessage, ErrorMessage> parse(std::string_view bytes) {
    if (bytes.size() > kFrameBytesMax) return make_error(ErrorCode::too_large);
    if (!is_utf8(bytes)) return make_error(ErrorCode::not_utf8);
    bool too_deep = false;
    const json value = read_json(bytes, too_deep);
    if (too_deep) return make_error(json::accept(bytes) ? ErrorCode::bad_shape : ErrorCode::bad_json);
    if (value.is_discarded()) return make_error(ErrorCode::bad_json);
    if (!value.is_object()) return make_error(ErrorCode::bad_shape);
    return read_message(value);
}

}  // namespace anamnesis::wire
