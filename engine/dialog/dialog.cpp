#include <anamnesis/dialog.hpp>

#include <algorithm>

namespace anamnesis {
namespace {

std::string_view primary_subtag(std::string_view tag) { return tag.substr(0, tag.find_first_of("-_")); }

// "en-GB", "zh-Hans-CN" -> the last subtag of two letters; empty where there is none.
std::string region_subtag(std::string_view tag) {
    std::string out;
    for (auto at = tag.find_first_of("-_"); at != tag.npos; at = tag.find_first_of("-_", at + 1)) {
        const auto part = tag.substr(at + 1, tag.find_first_of("-_", at + 1) - at - 1);
        if (part.size() == 2) out = part;
    }
    for (char& c : out)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return out;
}

bool same_letters(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return (x | 0x20) == (y | 0x20); });
}

template <class Things>
std::optional<std::size_t> index_of(const Things& things, std::string_view id) {
    for (std::size_t i = 0; i < things.size(); ++i)
        if (things[i].id == id) return i;
    return std::nullopt;
}

}  // namespace

std::string_view to_string(Level level) {
    switch (level) {
        case Level::self_care: return "self_care";
        case Level::routine: return "routine";
        case Level::soon: return "soon";
        case Level::urgent: return "urgent";
        case Level::emergency: return "emergency";
    }
    return "soon";
}

std::string_view to_string(Style style) {
    switch (style) {
        case Style::yes_no: return "yes_no";
        case Style::one_of: return "one_of";
        case Style::any_of: return "any_of";
        case Style::number: return "number";
    }
    return "yes_no";
}

const std::string* Language::find(const std::string& key) const {
    const auto it = texts.find(key);
    return it == texts.end() ? nullptr : &it->second;
}

std::optional<FindingIndex> Dialog::find_finding(std::string_view wanted) const {
    const auto i = index_of(findings, wanted);
    return i ? std::optional(static_cast<FindingIndex>(*i)) : std::nullopt;
}

std::optional<QuestionIndex> Dialog::find_question(std::string_view wanted) const {
    return index_of(questions, wanted);
}

const Language* find_language(const Dialog& dialog, std::string_view locale) {
    for (const Language& language : dialog.languages)
        if (same_letters(primary_subtag(language.tag), primary_subtag(locale))) return &language;
    return nullptr;
}

const Language& language_for(const Dialog& dialog, std::string_view locale) {
    const Language* found = find_language(dialog, locale);
    return found ? *found : dialog.languages.front();
}

const Region& region_for(const Dialog& dialog, std::string_view locale) {
    const std::string wanted = region_subtag(locale);
    const Region* unknown = &dialog.regions.front();
    for (const Region& region : dialog.regions) {
        const auto& members = region.members;
        const bool member = std::find(members.begin(), members.end(), wanted) != members.end();
        if (!wanted.empty() && (region.id == wanted || member)) return region;
        if (region.id == "*") unknown = &region;
    }
    return *unknown;
}

std::string option_path(const Finding& finding, std::string_view option) {
    const std::string list =
        finding.scale.empty() ? "findings." + finding.id + ".options." : "scales." + finding.scale + ".";
    return list + std::string(option);
}

std::string_view value_id(const Finding& finding, Value value) {
    if (value == value::kNotAsked) return "";
    if (value == value::kUnsure || value == value::kOpen) return "unsure";
    if (finding.type == FindingType::yes_no) return value == value::kYes ? "yes" : "no";
    const std::size_t option = static_cast<std::size_t>(value - value::kOptionFirst);
    return option < finding.options.size() ? std::string_view(finding.options[option].id) : "";
}

std::optional<Value> value_of(const Finding& finding, std::string_view id) {
    if (id == "unsure") return value::kUnsure;
    if (finding.type == FindingType::yes_no) {
        if (id == "yes") return value::kYes;
        if (id == "no") return value::kNo;
        return std::nullopt;
    }
    const auto option = index_of(finding.options, id);
    if (!option) return std::nullopt;
    return value::option(static_cast<int>(*option));
}

std::optional<Value> band_of(const Finding& finding, double number) {
    for (std::size_t i = 0; i < finding.options.size(); ++i) {
        const Option& band = finding.options[i];
        if (number >= band.from && (!band.below || number < *band.below)) return value::option(static_cast<int>(i));
    }
    return std::nullopt;
}

}  // namespace anamnesis
