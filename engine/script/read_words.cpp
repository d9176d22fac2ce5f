#include <algorithm>

#include "script/words.hpp"

namespace anamnesis {
namespace {

class Flattener {
public:
    Flattener(Words& out, const std::string& prefix, Diagnostics& diagnostics)
        : out_(out), prefix_(prefix), diagnostics_(diagnostics) {}

    // depth 0: the file; 1: a section, whose keys are ids.
    void object(const json::Node& node, const std::string& path, int depth) {
        for (const json::Member& m : node.members) {
            const std::string key = depth == 1 ? prefix_ + m.key : m.key;
            const std::string below = path.empty() ? key : path + "." + key;
            out_.places.emplace(below, m.where);
            value(m.value, below, depth);
        }
    }

private:
    void value(const json::Node& node, const std::string& path, int depth) {
        switch (node.kind) {
            case json::Kind::object: return object(node, path, depth + 1);
            case json::Kind::string: out_.texts[path] = {node.string, node.where}; return;
            case json::Kind::array: out_.lists[path] = strings_of(node, diagnostics_); return;
            case json::Kind::number: out_.numbers[path] = node.number; return;
            default:
                report(diagnostics_, code::kWrongType, node.where, "expected a text, a list of texts or a number",
                       "put it in quotation marks");
        }
    }

    Words& out_;
    const std::string& prefix_;
    Diagnostics& diagnostics_;
};

Region read_region(const json::Member& m, Diagnostics& diagnostics) {
    ObjectReader reader(m.value, diagnostics);
    Region region{m.key, reader.text_or("dial", "").value, {}};
    for (const Text& member : reader.texts("members")) region.members.push_back(member.value);
    reader.finish();
    return region;
}

}  // namespace

const json::Where& Words::place(const std::string& key) const {
    for (auto end = key.size(); end != key.npos && end > 0; end = key.rfind('.', end - 1))
        if (const auto it = places.find(key.substr(0, end)); it != places.end()) return it->second;
    return where;
}

std::optional<Words> read_words(const ScriptFile& file, const std::string& prefix, Diagnostics& diagnostics) {
    const auto root = json::parse(file, diagnostics);
    if (!root) return std::nullopt;
    if (!is_kind(*root, json::Kind::object, diagnostics)) return std::nullopt;
    Words words;
    words.where = root->where;
    Flattener(words, prefix, diagnostics).object(*root, "", 0);
    const auto tag = words.texts.find("locale");
    if (tag == words.texts.end())
        report(diagnostics, code::kMissingKey, root->where, "the key \"locale\" is missing", "\"locale\": \"en-GB\"");
    else
        words.tag = tag->second.value;
    for (const char* head : {"locale", kSchemaKey}) {
        words.texts.erase(head);
        words.places.erase(head);
    }
    return words;
}

std::vector<Region> read_regions(const ScriptFile& file, Diagnostics& diagnostics) {
    std::vector<Region> out;
    const auto root = json::parse(file, diagnostics);
    if (!root) return out;
    ObjectReader reader(*root, diagnostics);
    reader.optional(kSchemaKey, json::Kind::string);
    if (const json::Node* regions = reader.required("regions", json::Kind::object))
        for (const json::Member& m : regions->members) out.push_back(read_region(m, diagnostics));
    reader.finish();
    const bool has_rest = std::any_of(out.begin(), out.end(), [](const Region& region) { return region.id == "*"; });
    if (out.empty() || has_rest) return out;
    report(diagnostics, code::kMissingKey, root->where, "there is no row for unknown regions", "add the region \"*\"");
    out.push_back({"*", "", {}});
    return out;
}

}  // namespace anamnesis
