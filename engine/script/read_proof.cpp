// What an author says about the proof: properties that may fail, and levels lowered on purpose.

#include <array>

#include "script/draft.hpp"

namespace anamnesis {
namespace {

// Safety rests on the others; they cannot be waived.
constexpr std::array<std::string_view, 4> kWaivable = {"G8", "dead", "low", "text"};

bool is_waivable(const std::string& id) {
    for (std::string_view waivable : kWaivable)
        if (id == waivable) return true;
    return false;
}

std::string reason(ObjectReader& reader, Diagnostics& diagnostics) {
    const Text why = reader.text("why");
    if (reader.has("why") && why.value.find_first_not_of(' ') == std::string::npos)
        report(diagnostics, code::kMissingReason, why.where, "the reason is empty", "say why");
    return why.value;
}

}  // namespace

std::vector<DraftWaiver> read_waivers(const json::Node& list, Diagnostics& diagnostics) {
    std::vector<DraftWaiver> out;
    for (const json::Node& node : list.items) {
        ObjectReader reader(node, diagnostics);
        DraftWaiver w{reader.text("property"), reader.text_or("of", "").value, reason(reader, diagnostics)};
        if (reader.has("property") && !is_waivable(w.property.value))
            report(diagnostics, code::kBadValue, w.property.where,
                   "the property \"" + w.property.value + "\" cannot be waived", "G8, dead, low or text can");
        reader.finish();
        out.push_back(std::move(w));
    }
    return out;
}

std::vector<DraftLowering> read_lowered(const json::Node& list, Diagnostics& diagnostics) {
    std::vector<DraftLowering> out;
    for (const json::Node& node : list.items) {
        ObjectReader reader(node, diagnostics);
        out.push_back({reader.text("since").value, reason(reader, diagnostics), reader.text("if")});
        reader.finish();
    }
    return out;
}

}  // namespace anamnesis
