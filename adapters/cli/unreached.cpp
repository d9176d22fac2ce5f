#include <algorithm>

#include <nlohmann/json.hpp>

#include "cli/drawing.hpp"

namespace anamnesis::cli {
namespace {

using nlohmann::json;

Error bad() { return {Errc::bad_input, "this is no coverage of the dialog, as replay --coverage writes it"}; }

bool is_kind(const json& kind) {
    if (!kind.is_object()) return false;
    const auto covered = kind.find("covered"), total = kind.find("total"), missing = kind.find("missing");
    if (covered == kind.end() || total == kind.end() || missing == kind.end()) return false;
    if (!covered->is_number_unsigned() || !total->is_number_unsigned() || !missing->is_array()) return false;
    return std::all_of(missing->begin(), missing->end(), [](const json& id) { return id.is_string(); });
}

}  // namespace

Result<Unreached> read_unreached(const std::string& coverage, const std::string& dialog_id) {
    json read = json::parse(coverage, nullptr, false);
    if (read.is_object() && read.contains(dialog_id)) read = json(read[dialog_id]);  // there are several dialogs in it
    if (!read.is_object() || !read.contains("rules")) return bad();
    Unreached out;
    for (const auto& [kind, counts] : read.items()) {
        if (!is_kind(counts)) return bad();
        out.ids[kind] = counts["missing"].get<std::set<std::string>>();
        out.told +=
            (out.told.empty() ? "" : ", ") + kind + " " + counts["covered"].dump() + " of " + counts["total"].dump();
    }
    return out;
}

}  // namespace anamnesis::cli
