#include "script/reader.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace anamnesis {
namespace {

const char* name_of(json::Kind kind) {
    static constexpr std::array<const char*, 6> kNames = {"null",     "true or false", "a number",
                                                          "a string", "a list",        "an object"};
    return kNames[static_cast<std::size_t>(kind)];
}

const char* form_of(json::Kind kind) {
    static constexpr std::array<const char*, 6> kForms = {
        "null", "true or false, without quotation marks", "2", "\"text\"", "[ \"a\", \"b\" ]", "{ \"key\": ... }"};
    return kForms[static_cast<std::size_t>(kind)];
}

}  // namespace

bool is_kind(const json::Node& node, json::Kind kind, Diagnostics& diagnostics) {
    if (node.kind == kind) return true;
    report(diagnostics, code::kWrongType, node.where,
           std::string("expected ") + name_of(kind) + ", found " + name_of(node.kind),
           std::string("write it like this: ") + form_of(kind));
    return false;
}

std::vector<Text> strings_of(const json::Node& list, Diagnostics& diagnostics) {
    std::vector<Text> out;
    for (const json::Node& item : list.items)
        if (is_kind(item, json::Kind::string, diagnostics)) out.push_back({item.string, item.where});
    return out;
}

ObjectReader::ObjectReader(const json::Node& node, Diagnostics& diagnostics) : node_(node), diagnostics_(diagnostics) {
    is_kind(node, json::Kind::object, diagnostics);
}

const json::Node* ObjectReader::optional(const std::string& key, json::Kind kind) {
    asked_.insert(key);
    const json::Node* value = node_.find(key);
    return value && is_kind(*value, kind, diagnostics_) ? value : nullptr;
}

const json::Node* ObjectReader::required(const std::string& key, json::Kind kind) {
    if (!has(key) && node_.kind == json::Kind::object) missing_.emplace(key, kind);
    return optional(key, kind);
}

Text ObjectReader::text(const std::string& key) {
    const json::Node* value = required(key, json::Kind::string);
    return value ? Text{value->string, value->where} : Text{{}, node_.where};
}

Text ObjectReader::text_or(const std::string& key, std::string fallback) {
    const json::Node* value = optional(key, json::Kind::string);
    return value ? Text{value->string, value->where} : Text{std::move(fallback), node_.where};
}

bool ObjectReader::boolean_or(const std::string& key, bool fallback) {
    const json::Node* value = optional(key, json::Kind::boolean);
    return value ? value->boolean : fallback;
}

double ObjectReader::number(const std::string& key) {
    const json::Node* value = required(key, json::Kind::number);
    return value ? value->number : 0;
}

int ObjectReader::count_or(const std::string& key, int fallback) {
    constexpr double kCountMax = 1000;
    const json::Node* value = optional(key, json::Kind::number);
    if (!value) return fallback;
    if (value->number >= 0 && value->number <= kCountMax && std::floor(value->number) == value->number)
        return static_cast<int>(value->number);
    report(diagnostics_, code::kBadValue, value->where, quoted(key) + " is a whole number of 0 to 1000",
           "without a point, a minus or quotation marks");
    return fallback;
}

std::vector<Text> ObjectReader::texts(const std::string& key) {
    const json::Node* list = optional(key, json::Kind::array);
    return list ? strings_of(*list, diagnostics_) : std::vector<Text>{};
}

std::vector<Text> ObjectReader::text_or_texts(const std::string& key) {
    const json::Node* value = node_.find(key);
    if (value && value->kind == json::Kind::string) {
        asked_.insert(key);
        return {{value->string, value->where}};
    }
    const json::Node* list = required(key, json::Kind::array);
    return list ? strings_of(*list, diagnostics_) : std::vector<Text>{};
}

void ObjectReader::finish() {
    const std::vector<std::string> known(asked_.begin(), asked_.end());
    for (const json::Member& m : node_.members) {
        if (asked_.count(m.key)) continue;
        report(diagnostics_, code::kUnknownKey, m.where, "the key " + quoted(m.key) + " is not known here",
               did_you_mean(m.key, known));
        if (const std::string* meant = nearest_name(m.key, known)) missing_.erase(*meant);
    }
    for (const auto& [key, kind] : missing_)
        report(diagnostics_, code::kMissingKey, node_.where, "the key " + quoted(key) + " is missing",
               "add " + quoted(key) + ": " + form_of(kind));
}

std::string ObjectReader::word(const std::string& key, const std::vector<std::string>& words) {
    const json::Node* value = required(key, json::Kind::string);
    if (!value) return {};
    check_word({value->string, value->where}, words, quoted(key), diagnostics_);
    return value->string;
}

std::string ObjectReader::word_or(const std::string& key, const std::vector<std::string>& words, std::string fallback) {
    return has(key) ? word(key, words) : text_or(key, std::move(fallback)).value;
}

bool check_word(const Text& text, const std::vector<std::string>& words, const std::string& what,
                Diagnostics& diagnostics) {
    if (std::find(words.begin(), words.end(), text.value) != words.end()) return true;
    report(diagnostics, code::kBadValue, text.where, what + " cannot be " + quoted(text.value),
           did_you_mean(text.value, words));
    return false;
}

}  // namespace anamnesis
