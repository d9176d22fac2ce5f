#include <algorithm>
#include <array>
#include <string_view>

#include "script/draft.hpp"

namespace anamnesis {
namespace {

constexpr std::size_t kIdBytesMax = 64;

constexpr std::array kLevels = {Level::self_care, Level::routine, Level::soon, Level::urgent, Level::emergency};

constexpr std::array<std::string_view, 19> kReserved = {
    "and", "or",    "no", "maybe",   "unsure", "known",    "is",  "in",   "any", "all",
    "at",  "least", "of", "present", "denied", "possible", "yes", "none", "open"};

std::vector<DraftNamed> read_named(const json::Node& object, Diagnostics& diagnostics) {
    std::vector<DraftNamed> out;
    for (const json::Member& m : object.members) {
        const Text id{m.key, m.where};
        check_id(id, diagnostics);
        if (is_kind(m.value, json::Kind::string, diagnostics)) out.push_back({id, {m.value.string, m.value.where}});
    }
    return out;
}

std::vector<DraftInclude> read_includes(const json::Node& list, Diagnostics& diagnostics) {
    std::vector<DraftInclude> out;
    for (const json::Node& node : list.items) {
        ObjectReader reader(node, diagnostics);
        DraftInclude include{reader.text("id"), reader.text("version"), {}};
        const Text as = reader.text_or("as", "");
        if (reader.has("as")) check_id(as, diagnostics);
        include.as = as.value;
        reader.finish();
        out.push_back(std::move(include));
    }
    return out;
}

std::vector<Source> read_sources(const json::Node& object, Diagnostics& diagnostics) {
    std::vector<Source> out;
    for (const json::Member& m : object.members) {
        ObjectReader reader(m.value, diagnostics);
        out.push_back(
            {m.key, reader.text("title").value, reader.text_or("url", "").value, reader.text_or("grade", "").value});
        reader.finish();
    }
    return out;
}

std::vector<DraftQuestion> read_checks(const json::Node& list, Diagnostics& diagnostics) {
    std::vector<DraftQuestion> out;
    for (const json::Node& node : list.items) out.push_back(read_question(node, diagnostics));
    return out;
}

void read_head(ObjectReader& reader, Draft& draft, Diagnostics& diagnostics) {
    reader.optional(kSchemaKey, json::Kind::string);
    const json::Node* language = reader.required("anamnesis", json::Kind::number);
    if (language && language->number != 1)
        report(diagnostics, code::kBadValue, language->where, "only version 1 of the language is known",
               "\"anamnesis\": 1");
    draft.id = reader.text("id");
    draft.version = reader.text("version");
    draft.status = reader.word("status", {"draft", "approved"});
    draft.locale = reader.text("locale");
    draft.default_outcome = reader.text("default");
}

// Calls `read` on the value under `key`, if it is there.
template <class Read>
auto section(ObjectReader& reader, const char* key, json::Kind kind, Diagnostics& diagnostics, const Read& read) {
    const json::Node* node = reader.optional(key, kind);
    return node ? read(*node, diagnostics) : decltype(read(*node, diagnostics)){};
}

}  // namespace

std::optional<Text> optional_text(ObjectReader& reader, const std::string& key) {
    const json::Node* node = reader.optional(key, json::Kind::string);
    if (!node) return std::nullopt;
    return Text{node->string, node->where};
}

std::optional<Level> read_level(const Text& text, Diagnostics& diagnostics) {
    std::vector<std::string> words;
    for (Level level : kLevels) {
        if (text.value == to_string(level)) return level;
        words.emplace_back(to_string(level));
    }
    check_word(text, words, "a level", diagnostics);
    return std::nullopt;
}

void check_key(const Text& id, Diagnostics& diagnostics) {
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    };
    const std::string& v = id.value;
    if (v.empty() || v.size() > kIdBytesMax || !std::all_of(v.begin(), v.end(), allowed))
        report(diagnostics, code::kBadId, id.where, "\"" + v + "\" cannot be an id",
               "an id has letters, digits, _ and -, at most 64");
}

void check_id(const Text& id, Diagnostics& diagnostics) {
    check_key(id, diagnostics);
    if (std::find(kReserved.begin(), kReserved.end(), id.value) != kReserved.end())
        report(diagnostics, code::kBadId, id.where, "\"" + id.value + "\" is a word of the language",
               "choose another id");
}

std::optional<Draft> read_draft(const ScriptFile& file, Diagnostics& diagnostics) {
    const auto root = json::parse(file, diagnostics);
    if (!root) return std::nullopt;
    using json::Kind;
    Draft draft;
    draft.where = root->where;
    ObjectReader reader(*root, diagnostics);
    read_head(reader, draft, diagnostics);
    draft.includes = section(reader, "include", Kind::array, diagnostics, read_includes);
    draft.sources = section(reader, "sources", Kind::object, diagnostics, read_sources);
    draft.defines = section(reader, "defines", Kind::object, diagnostics, read_named);
    draft.voices = section(reader, "voices", Kind::object, diagnostics, read_named);
    const json::Node* scales = reader.optional("scales", Kind::object);
    const json::Node* findings = reader.required("findings", Kind::object);
    const json::Node* states = reader.required("states", Kind::array);
    const json::Node* rules = reader.required("rules", Kind::array);
    const json::Node* outcomes = reader.required("outcomes", Kind::object);
    draft.is_whole = findings && states && rules && outcomes;
    if (findings) draft.findings = read_findings(*findings, scales, diagnostics);
    if (states) draft.states = read_states(*states, diagnostics);
    if (rules) draft.rules = read_rules(*rules, diagnostics);
    if (outcomes) draft.outcomes = read_outcomes(*outcomes, diagnostics);
    draft.checks = section(reader, "checks", Kind::array, diagnostics, read_checks);
    draft.causes = section(reader, "causes", Kind::object, diagnostics, read_causes);
    draft.advice = section(reader, "advice", Kind::object, diagnostics, read_advice);
    draft.topics = section(reader, "topics", Kind::object, diagnostics, read_topics);
    draft.guarantees = section(reader, "guarantees", Kind::array, diagnostics, read_guarantees);
    draft.waivers = section(reader, "waivers", Kind::array, diagnostics, read_waivers);
    draft.lowered = section(reader, "lowered", Kind::array, diagnostics, read_lowered);
    reader.finish();
    return draft;
}

}  // namespace anamnesis
