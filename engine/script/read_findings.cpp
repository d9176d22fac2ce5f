#include <algorithm>
#include <cmath>

#include "script/draft.hpp"

namespace anamnesis {
namespace {

std::optional<double> bound(const json::Node& node, Diagnostics& diagnostics) {
    if (node.kind == json::Kind::null) return std::nullopt;
    return is_kind(node, json::Kind::number, diagnostics) ? std::optional(node.number) : std::nullopt;
}

// "days": [2, 7]: half open; null = no end.
DraftOption read_band(const json::Member& m, Diagnostics& diagnostics) {
    DraftOption band;
    band.id = {m.key, m.where};
    if (!is_kind(m.value, json::Kind::array, diagnostics)) return band;
    if (m.value.items.size() != 2) {
        report(diagnostics, code::kBadValue, m.value.where, "a band is a pair [from, below]",
               "write it like [0, 2], or [14, null] for the last");
        return band;
    }
    band.from = bound(m.value.items[0], diagnostics).value_or(0);
    band.below = bound(m.value.items[1], diagnostics);
    return band;
}

// Half open bands in order, each beginning where the one before ended, the last without an end.
void check_bands(const std::vector<DraftOption>& bands, Diagnostics& diagnostics) {
    for (std::size_t i = 0; i < bands.size(); ++i) {
        const bool last = i + 1 == bands.size();
        const bool ends = bands[i].below.has_value();
        if (ends && *bands[i].below <= bands[i].from)
            report(diagnostics, code::kBandGap, bands[i].id.where, "the band ends before it begins",
                   "the smaller number stands first");
        else if (!last && (!ends || *bands[i].below != bands[i + 1].from))
            report(diagnostics, code::kBandGap, bands[i].id.where, "the next band does not begin where this one ends",
                   "bands are half open and without gaps: [0, 2] then [2, 7]");
        else if (last && ends)
            report(diagnostics, code::kBandGap, bands[i].id.where, "the last band has an end",
                   "write null in place of its end: [14, null]");
    }
}

std::vector<DraftOption> read_bands(const json::Node& object, Diagnostics& diagnostics) {
    std::vector<DraftOption> out;
    for (const json::Member& m : object.members) out.push_back(read_band(m, diagnostics));
    return out;
}

// ["upper", "lower"], or {"never": {"points": 0}, ...}.
std::vector<DraftOption> read_options(const json::Node& node, Diagnostics& diagnostics) {
    std::vector<DraftOption> out;
    if (node.kind == json::Kind::array) {
        for (Text& id : strings_of(node, diagnostics)) out.push_back({std::move(id), 0, 0, {}});
        return out;
    }
    if (!is_kind(node, json::Kind::object, diagnostics)) return out;
    for (const json::Member& m : node.members) {
        ObjectReader reader(m.value, diagnostics);
        out.push_back({{m.key, m.where}, reader.count_or("points", 0), 0, {}});
        reader.finish();
    }
    return out;
}

void needs_one(const std::vector<DraftOption>& options, const json::Node& node, Diagnostics& diagnostics) {
    if (options.empty())
        report(diagnostics, code::kBadValue, node.where, "there is nothing to choose from", "name at least two");
}

const json::Node* find_scale(const Text& name, const json::Node* scales, Diagnostics& diagnostics) {
    const json::Node* scale = scales ? scales->find(name.value) : nullptr;
    if (!scale)
        report(diagnostics, code::kUnknownName, name.where, "there is no scale " + quoted(name.value),
               "add it under \"scales\", or correct its spelling");
    return scale;
}

void read_choice(ObjectReader& reader, const json::Member& m, const json::Node* scales, DraftFinding& f,
                 Diagnostics& diagnostics) {
    if (const auto name = optional_text(reader, "scale")) {
        if (const json::Node* scale = find_scale(*name, scales, diagnostics))
            f.options = read_options(*scale, diagnostics);
        f.scale = name->value;
        return;
    }
    reader.optional("options", m.value.find("options") ? m.value.find("options")->kind : json::Kind::array);
    if (const json::Node* options = m.value.find("options")) {
        f.options = read_options(*options, diagnostics);
        needs_one(f.options, *options, diagnostics);
    } else {
        report(diagnostics, code::kMissingKey, m.where, "a choice needs \"options\" or a \"scale\"",
               "\"options\": [ \"left\", \"right\" ]");
    }
}

void read_number(ObjectReader& reader, DraftFinding& f, Diagnostics& diagnostics) {
    f.unit = reader.text("unit").value;
    if (const json::Node* bands = reader.required("bands", json::Kind::object)) {
        f.options = read_bands(*bands, diagnostics);
        needs_one(f.options, *bands, diagnostics);
    }
    check_bands(f.options, diagnostics);
}

void read_score(ObjectReader& reader, DraftFinding& f, Diagnostics& diagnostics) {
    if (reader.required("of", json::Kind::array)) f.items = reader.texts("of");
    if (const json::Node* bands = reader.optional("bands", json::Kind::object))
        f.options = read_bands(*bands, diagnostics);
}

void check_options(const DraftFinding& f, Diagnostics& diagnostics) {
    if (f.options.size() > static_cast<std::size_t>(value::kOptionsMax))
        report(diagnostics, code::kTooLarge, f.id.where, f.id.value + " has more than 8 options or bands",
               "join some of them");
    for (std::size_t i = 0; i < f.options.size(); ++i) {
        check_id(f.options[i].id, diagnostics);
        for (std::size_t k = 0; k < i; ++k)
            if (f.options[k].id.value == f.options[i].id.value)
                report(diagnostics, code::kDuplicateId, f.options[i].id.where,
                       "the option " + quoted(f.options[i].id.value) + " stands twice", "keep one of them");
    }
}

FindingType read_type(ObjectReader& reader) {
    const std::string type = reader.word_or("type", {"yes_no", "choice", "number", "score"}, "yes_no");
    if (type == "choice") return FindingType::choice;
    if (type == "number") return FindingType::number;
    return type == "score" ? FindingType::score : FindingType::yes_no;
}

void read_flag(ObjectReader& reader, DraftFinding& f, Diagnostics& diagnostics) {
    const auto flag = optional_text(reader, "flag");
    if (!flag) return;
    f.flag = read_level(*flag, diagnostics).value_or(Level::emergency);
    if (*f.flag < Level::soon)
        report(diagnostics, code::kBadValue, flag->where, "a flag cannot be " + quoted(flag->value),
               "emergency, urgent or soon");
    if (f.type != FindingType::yes_no)
        report(diagnostics, code::kBadValue, flag->where, "only a yes_no finding can be a flag",
               "remove \"flag\", or \"type\"");
}

void read_worse(ObjectReader& reader, DraftFinding& f) {
    f.worse = reader.word_or("worse", {"yes", "none"}, "yes") != "none";
    f.has_reason = !reader.text_or("why_not_worse", "").value.empty();
}

// Keys of another type than the finding's.
void refuse_others(ObjectReader& reader, const DraftFinding& f, const json::Member& m, Diagnostics& diagnostics) {
    struct Owner {
        const char* key;
        std::vector<FindingType> types;
        const char* hint;
    };
    using T = FindingType;
    static const std::vector<Owner> kOwners = {{"options", {T::choice}, "add \"type\": \"choice\""},
                                               {"scale", {T::choice}, "add \"type\": \"choice\""},
                                               {"unit", {T::number}, "add \"type\": \"number\""},
                                               {"bands", {T::number, T::score}, "add \"type\": \"number\""},
                                               {"of", {T::score}, "add \"type\": \"score\""}};
    const auto type = m.value.find("type");
    const bool misspelt = type && f.type == T::yes_no && type->string != "yes_no";
    for (const Owner& owner : kOwners) {
        if (!reader.has(owner.key) || std::count(owner.types.begin(), owner.types.end(), f.type)) continue;
        reader.ignore(owner.key);
        if (!misspelt)
            report(diagnostics, code::kUnknownKey, m.value.find(owner.key)->where,
                   quoted(owner.key) + " belongs to another type of finding", owner.hint);
    }
}

DraftFinding read_finding(const json::Member& m, const json::Node* scales, Diagnostics& diagnostics) {
    DraftFinding f;
    f.id = {m.key, m.where};
    check_id(f.id, diagnostics);
    ObjectReader reader(m.value, diagnostics);
    f.type = read_type(reader);
    if (f.type == FindingType::choice) read_choice(reader, m, scales, f, diagnostics);
    if (f.type == FindingType::number) read_number(reader, f, diagnostics);
    if (f.type == FindingType::score) read_score(reader, f, diagnostics);
    check_options(f, diagnostics);
    read_flag(reader, f, diagnostics);
    read_worse(reader, f);
    f.must_ask = reader.boolean_or("must_ask", true);
    f.lifted_by = optional_text(reader, "lifted_by");
    f.parents = reader.texts("depends_on");
    f.has_probe = reader.boolean_or("probe", false);
    f.set_by = reader.text_or("set_by", "").value;
    f.tags = reader.texts("tags");
    f.cites = reader.texts("cite");
    f.rev = reader.count_or("rev", 1);
    refuse_others(reader, f, m, diagnostics);
    reader.finish();
    return f;
}

}  // namespace

std::vector<DraftFinding> read_findings(const json::Node& findings, const json::Node* scales,
                                        Diagnostics& diagnostics) {
    std::vector<DraftFinding> out;
    for (const json::Member& m : findings.members) out.push_back(read_finding(m, scales, diagnostics));
    return out;
}

}  // namespace anamnesis
