#include <algorithm>

#include "script/link.hpp"

namespace anamnesis {
namespace {

Finding linked_finding(const DraftFinding& draft, const std::string& prefix) {
    Finding f;
    f.id = prefix + draft.id.value;
    f.type = draft.type;
    for (const DraftOption& o : draft.options) f.options.push_back({o.id.value, o.points, o.from, o.below});
    if (!draft.scale.empty()) f.scale = prefix + draft.scale;
    f.unit = draft.unit;
    f.flag = draft.flag;
    f.red_flag = draft.flag && *draft.flag >= Level::urgent && draft.must_ask;
    f.has_probe = draft.has_probe;
    f.worse = draft.worse;
    f.set_by = draft.set_by;
    for (const Text& tag : draft.tags) f.tags.push_back(tag.value);
    if (f.flag) f.tags.push_back(std::string(to_string(*f.flag)) + "_flag");
    if (f.red_flag) f.tags.push_back("red_flag");
    f.rev = draft.rev;
    return f;
}

std::vector<FindingIndex> linked_names(const std::vector<Text>& ids, const std::string& prefix, const Dialog& dialog,
                                       Diagnostics& diagnostics) {
    std::vector<FindingIndex> out;
    for (const Text& id : ids)
        if (const auto found = find_id(dialog.findings, id, prefix, "finding", diagnostics))
            out.push_back(static_cast<FindingIndex>(*found));
    return out;
}

bool is_placed(const std::vector<FindingIndex>& order, FindingIndex f) {
    return std::find(order.begin(), order.end(), f) != order.end();
}

bool is_ready(const Finding& f, const std::vector<FindingIndex>& order) {
    const auto placed = [&](FindingIndex other) { return is_placed(order, other); };
    return std::all_of(f.parents.begin(), f.parents.end(), placed) &&
           std::all_of(f.items.begin(), f.items.end(), placed);
}

// Layer by layer, so that findings of one depth keep the order of the file.
void order_findings(Linked& out, Diagnostics& diagnostics) {
    Dialog& d = out.dialog;
    while (d.order.size() < d.findings.size()) {
        std::vector<FindingIndex> ready;
        for (FindingIndex i = 0; i < d.findings.size(); ++i)
            if (!is_placed(d.order, i) && is_ready(d.findings[i], d.order)) ready.push_back(i);
        if (ready.empty()) break;
        d.order.insert(d.order.end(), ready.begin(), ready.end());
    }
    for (FindingIndex i = 0; i < d.findings.size(); ++i)
        if (!is_placed(d.order, i)) {
            report(diagnostics, code::kCycle, out.findings[i], d.findings[i].id + " depends on itself",
                   "break the circle of depends_on or of");
            d.order.push_back(i);
        }
}

void check_items(const Finding& score, const Linked& out, Diagnostics& diagnostics, const json::Where& where) {
    for (FindingIndex item : score.items)
        if (out.dialog.findings[item].type != FindingType::choice)
            report(diagnostics, code::kBadValue, where,
                   score.id + " sums " + out.dialog.findings[item].id + ", which is no choice",
                   "items of a score are choices with points");
}

}  // namespace

void link_findings(const std::vector<Part>& parts, Linked& out, Diagnostics& diagnostics) {
    Dialog& d = out.dialog;
    for (const Part& part : parts)
        for (const DraftFinding& draft : part.draft->findings) {
            Finding f = linked_finding(draft, part.prefix);
            check_new_id(d.findings, f.id, draft.id.where, diagnostics);
            f.cites = linked_cites(draft.cites, d, diagnostics);
            d.findings.push_back(std::move(f));
            out.findings.push_back(draft.id.where);
            out.reason_given.push_back(draft.has_reason);
        }
    std::size_t i = 0;
    for (const Part& part : parts)
        for (const DraftFinding& draft : part.draft->findings) {
            Finding& f = d.findings[i++];
            f.parents = linked_names(draft.parents, part.prefix, d, diagnostics);
            f.items = linked_names(draft.items, part.prefix, d, diagnostics);
            check_items(f, out, diagnostics, draft.id.where);
        }
    order_findings(out, diagnostics);
}

void link_lifting(const std::vector<Part>& parts, Linked& out, Names& names, Diagnostics& diagnostics) {
    std::size_t i = 0;
    for (const Part& part : parts)
        for (const DraftFinding& draft : part.draft->findings) {
            Finding& f = out.dialog.findings[i++];
            if (!draft.lifted_by) continue;
            f.lifted_by = parse_expression(*draft.lifted_by, part.prefix, names, diagnostics);
            for_each_atom(*f.lifted_by, [&](const Expr& atom) { out.dialog.findings[atom.finding].lifts = true; });
        }
}

}  // namespace anamnesis
