#include "host/kept.hpp"

#include <nlohmann/json.hpp>

namespace anamnesis {
namespace {

using nlohmann::json;

/// The merge patch (RFC 7396) that makes `after` of `before`, both objects without nulls.
json patch_between(const json& before, const json& after) {
    json patch = json::object();
    for (const auto& [key, value] : after.items()) {
        const auto old = before.find(key);
        if (old == before.end())
            patch[key] = value;
        else if (*old != value)
            patch[key] = value.is_object() && old->is_object() ? patch_between(*old, value) : value;
    }
    for (const auto& [key, value] : before.items())
        if (!after.contains(key)) patch[key] = nullptr;
    return patch;
}

json to_json(const Kept::Finding& finding) {
    json out = {{"said", finding.said}, {"rev", finding.rev}};
    if (!finding.checked.empty()) out["checked"] = finding.checked;
    if (finding.is_open) out["open"] = true;
    if (finding.number) out["number"] = *finding.number;
    return out;
}

Kept::Finding finding_of(const json& in) {
    Kept::Finding finding{in.at("said"), in.value("checked", ""), in.value("open", false), {}, in.at("rev")};
    if (in.contains("number")) finding.number = in.at("number").get<double>();
    return finding;
}

Level level_of(int number) {
    if (number < 0 || number > static_cast<int>(Level::emergency))
        throw json::other_error::create(501, "no such level", nullptr);
    return static_cast<Level>(number);
}

json read(const std::string& bytes) { return json::parse(bytes, nullptr, false); }

}  // namespace

json kept_to_json(const Kept& kept) {
    json out = {
        {"locale", kept.locale}, {"findings", json::object()}, {"claims", kept.claims}, {"answered", kept.answered}};
    for (const auto& [id, finding] : kept.findings) out["findings"][id] = to_json(finding);
    if (kept.shown) out["shown"] = static_cast<int>(*kept.shown);
    return out;
}

std::optional<Kept> kept_from_json(const json& in) {
    try {
        Kept kept{in.at("locale"), {}, in.at("claims"), in.at("answered"), {}};
        for (const auto& [id, finding] : in.at("findings").items()) kept.findings[id] = finding_of(finding);
        if (in.contains("shown")) kept.shown = level_of(in.at("shown").get<int>());
        return kept;
    } catch (const json::exception&) {
        return std::nullopt;
    }
}

std::string turn_to_bytes(const Acts& acts, const json& before, const json& after) {
    return json{{"acts", read(acts_to_json(acts))}, {"changes", patch_between(before, after)}}.dump();
}

std::optional<Acts> acts_of_turn(const std::string& bytes) {
    const json turn = read(bytes);
    if (turn.is_object() && turn.contains("acts")) return acts_from_json(turn["acts"].dump());
    return acts_from_json(bytes);  // of a version that stored acts alone
}

void merge_turn(json& kept, const std::string& bytes) {
    const json turn = read(bytes);
    if (turn.is_object() && turn.contains("changes")) kept.merge_patch(turn["changes"]);
}

}  // namespace anamnesis
