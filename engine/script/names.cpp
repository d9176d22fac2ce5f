#include "script/names.hpp"

namespace anamnesis {

Names::Names(const Dialog& dialog, const std::vector<Part>& parts) : dialog_(dialog) {
    for (std::size_t i = 0; i < dialog.findings.size(); ++i) {
        const Finding& f = dialog.findings[i];
        findings_.emplace(f.id, static_cast<FindingIndex>(i));
        for (const std::string& tag : f.tags) tags_[tag].push_back(static_cast<FindingIndex>(i));
    }
    for (const Part& part : parts)
        for (const DraftNamed& d : part.draft->defines)
            defines_.emplace(part.prefix + d.id.value, Define{d.condition, part.prefix, {}, false});
}

std::optional<FindingIndex> Names::finding(const std::string& prefix, const std::string& name) const {
    auto it = findings_.find(prefix + name);
    if (it == findings_.end()) it = findings_.find(name);
    if (it == findings_.end()) return std::nullopt;
    return it->second;
}

std::vector<FindingIndex> Names::tagged(const std::string& tag) const {
    const auto it = tags_.find(tag);
    return it == tags_.end() ? std::vector<FindingIndex>{} : it->second;
}

std::vector<std::string> Names::all() const {
    std::vector<std::string> out;
    for (const auto& [name, finding] : findings_) out.push_back(name);
    for (const auto& [name, define] : defines_) out.push_back(name);
    return out;
}

std::vector<std::string> Names::tags() const {
    std::vector<std::string> out;
    for (const auto& [tag, findings] : tags_) out.push_back(tag);
    return out;
}

const Expr* Names::define(const std::string& prefix, const std::string& name, Diagnostics& diagnostics) {
    auto it = defines_.find(prefix + name);
    if (it == defines_.end()) it = defines_.find(name);
    return it == defines_.end() ? nullptr : parsed(it->second, diagnostics);
}

const Expr* Names::parsed(Define& define, Diagnostics& diagnostics) {
    if (define.busy) {
        report(diagnostics, code::kCycle, define.text.where, "this define leads back to itself",
               "break the circle of defines");
        define.parsed = Expr{};
    } else if (!define.parsed && define_depth_ == kDefineDepthMax) {
        report(diagnostics, code::kTooLarge, define.text.where, "defines lead to defines too often",
               "at most " + std::to_string(kDefineDepthMax) + " in a row");
        define.parsed = Expr{};
    } else if (!define.parsed) {
        define.busy = true;
        ++define_depth_;
        Expr expr = parse_expression(define.text, define.prefix, *this, diagnostics);
        --define_depth_;
        define.busy = false;
        if (!define.parsed) define.parsed = std::move(expr);
    }
    return &*define.parsed;
}

void parse_defines(const std::vector<Part>& parts, Names& names, Diagnostics& diagnostics) {
    std::set<std::string> seen;
    for (const Part& part : parts)
        for (const DraftNamed& d : part.draft->defines) {
            const std::string name = part.prefix + d.id.value;
            if (!seen.insert(name).second || names.finding("", name))
                report(diagnostics, code::kDuplicateId, d.id.where, "the name \"" + name + "\" stands twice",
                       "findings and defines have names of their own");
            names.define(part.prefix, d.id.value, diagnostics);
        }
}

}  // namespace anamnesis
