#include "cli/coverage.hpp"

#include <algorithm>
#include <iterator>

#include <nlohmann/json.hpp>

namespace anamnesis::cli {
namespace {

using nlohmann::ordered_json;

ordered_json of_kind(const std::set<std::string>& all, const std::set<std::string>& covered) {
    auto missing = ordered_json::array();
    std::set_difference(all.begin(), all.end(), covered.begin(), covered.end(), std::back_inserter(missing));
    return {{"covered", all.size() - missing.size()}, {"total", all.size()}, {"missing", missing}};
}

ordered_json of_dialog(const DialogCoverage& coverage) {
    auto kinds = ordered_json::object();
    for (const auto& [kind, all] : coverage.coverable) {
        const auto covered = coverage.covered.find(kind);
        kinds[kind] = of_kind(all, covered == coverage.covered.end() ? std::set<std::string>{} : covered->second);
    }
    return kinds;
}

}  // namespace

std::string coverage_json(const std::map<std::string, DialogCoverage>& dialogs) {
    if (dialogs.size() == 1) return of_dialog(dialogs.begin()->second).dump(2) + "\n";
    auto all = ordered_json::object();
    for (const auto& [id, coverage] : dialogs) all[id] = of_dialog(coverage);
    return all.dump(2) + "\n";
}

}  // namespace anamnesis::cli
