// Acts as stores keep them. What comes back from a store is checked like anything from outside.

#include <anamnesis/acts.hpp>

#include <array>
#include <string_view>

#include <nlohmann/json.hpp>

namespace anamnesis {
namespace {

using nlohmann::json;

constexpr std::size_t kBytesMax = 256 * 1024;
constexpr std::size_t kActsMax = 1000;
constexpr std::array<std::string_view, 6> kStatuses = {"present", "absent",       "uncertain",
                                                       "past",    "other_person", "hypothetical"};
constexpr std::array<std::string_view, 5> kReasons = {"empty", "unknown", "conflict", "which", "subject"};

template <class Names>
int index_of(const Names& names, const std::string& name) {
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] == name) return static_cast<int>(i);
    throw json::other_error::create(501, "unknown name", nullptr);
}

struct Writer {
    json operator()(const Mention& m) const {
        json out = {{"mention", m.finding},
                    {"status", kStatuses[static_cast<std::size_t>(m.status)]},
                    {"phrase", m.phrase},
                    {"span", {m.span.from, m.span.to}}};
        if (!m.value.empty()) out["value"] = m.value;
        if (m.number) out["number"] = *m.number;
        return out;
    }

    json operator()(const Answer& a) const {
        json out = {{"answer", a.question}, {"choices", a.choices}};
        if (a.number) out["number"] = *a.number;
        if (a.typed) out["typed"] = true;
        if (a.all) out["all"] = true;
        return out;
    }

    json operator()(const Command& c) const { return {{"command", c.name}, {"argument", c.argument}}; }
    json operator()(const TopicAsked& t) const { return {{"topic", t.topic}}; }
    json operator()(const NotUnderstood& n) const {
        return {{"not_understood", kReasons[static_cast<std::size_t>(n.reason)]}};
    }
};

std::optional<double> number_of(const json& j) {
    return j.contains("number") ? std::optional(j.at("number").get<double>()) : std::nullopt;
}

Mention mention_of(const json& j) {
    const auto status = static_cast<Status>(index_of(kStatuses, j.at("status").get<std::string>()));
    return {j.at("mention"), status,         j.value("value", ""),
            number_of(j),    j.at("phrase"), {j.at("span").at(0).get<int>(), j.at("span").at(1).get<int>()}};
}

Answer answer_of(const json& j) {
    return {j.at("answer"), j.at("choices").get<std::vector<std::string>>(), number_of(j), j.value("typed", false),
            j.value("all", false)};
}

Act act_of(const json& j) {
    if (j.contains("mention")) return mention_of(j);
    if (j.contains("answer")) return answer_of(j);
    if (j.contains("command")) return Command{j.at("command"), j.at("argument")};
    if (j.contains("topic")) return TopicAsked{j.at("topic")};
    return NotUnderstood{
        static_cast<NotUnderstood::Reason>(index_of(kReasons, j.at("not_understood").get<std::string>()))};
}

}  // namespace

std::string acts_to_json(const Acts& acts) {
    json out = json::array();
    for (const Act& act : acts) out.push_back(std::visit(Writer{}, act));
    return out.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::optional<Acts> acts_from_json(const std::string& text) {
    if (text.size() > kBytesMax) return std::nullopt;
    try {
        const json list = json::parse(text);
        if (!list.is_array() || list.size() > kActsMax) return std::nullopt;
        Acts acts;
        for (const json& item : list) acts.push_back(act_of(item));
        return acts;
    } catch (const json::exception&) {
        return std::nullopt;
    }
}

}  // namespace anamnesis
