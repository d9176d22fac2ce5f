#include "cli/evidence.hpp"

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <system_error>

#include <nlohmann/json.hpp>

#include "cli/transcripts.hpp"
#include "host/script_folder.hpp"

namespace anamnesis::cli {
namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

constexpr const char* kFolder = "counterexamples";

ordered_json facts_json(const Dialog& dialog, const Findings& findings) {
    auto out = ordered_json::object();
    for (std::size_t f = 0; f < dialog.findings.size(); ++f) {
        const Finding& finding = dialog.findings[f];
        if (findings.said[f] != value::kNotAsked) out[finding.id] = value_id(finding, findings.said[f]);
        if (findings.checked[f] != value::kNotAsked)
            out[finding.id + ".check"] = value_id(finding, findings.checked[f]);
    }
    return out;
}

ordered_json counterexample_json(const Dialog& dialog, const Counterexample& c) {
    ordered_json out{{"subject", c.subject}, {"reached", c.reached}, {"findings", facts_json(dialog, c.findings)}};
    if (!c.chat.empty()) out["chat"] = c.chat;
    if (!c.worse_chat.empty()) out["worse_chat"] = c.worse_chat;
    return out;
}

ordered_json property_json(const Dialog& dialog, const PropertyReport& p) {
    ordered_json out{{"id", p.id}, {"result", to_string(p.result)}, {"says", p.says}};
    if (!p.rests_on.empty()) out["rests_on"] = p.rests_on;
    if (!p.found.empty()) out["found"] = p.found;
    if (!p.waived.empty()) out["waived"] = p.waived;
    for (const auto& c : p.counterexamples) out["counterexamples"].push_back(counterexample_json(dialog, c));
    return out;
}

std::string file_name(const PropertyReport& p, std::size_t index, const Counterexample& c, const char* ending) {
    return p.id + "_" + std::to_string(index + 1) + (c.subject.empty() ? "" : "_" + c.subject) + ending + ".chat";
}

/// Writes files, and remembers the first that could not be.
class EvidenceWriter {
public:
    explicit EvidenceWriter(fs::path root) : root_(std::move(root)) {}

    void write(const fs::path& below, const std::string& text) {
        std::error_code ignored;
        fs::create_directories((root_ / below).parent_path(), ignored);
        const auto written = write_file((root_ / below).string(), text);
        if (!written && !failure_) failure_ = written.error();
    }

    void write_script(const fs::path& below, const ScriptFolder& folder) {
        write(below / "dialog.json", folder.dialog.text);
        for (const auto& locale : folder.locales)
            write(below / "locale" / fs::path(locale.path).filename(), locale.text);
    }

    void write_all(const std::string& folder, const ScriptSource& source) {
        write_script(folder, source.main);
        for (const auto& include : source.includes)
            write_script(fs::path(include.dialog.path).parent_path().filename(), include);
        write("common/regions.json", source.regions.text);
        for (const auto& file : source.common) write("common/locale" / fs::path(file.path).filename(), file.text);
        for (const auto& file : source.lexicons) write("common/lexicon" / fs::path(file.path).filename(), file.text);
    }

    Result<bool> result() const {
        if (failure_) return *failure_;
        return true;
    }

private:
    fs::path root_;
    std::optional<Error> failure_;
};

void remove_chats(const fs::path& folder) {
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored))
        if (entry.path().extension() == ".chat") fs::remove(entry.path(), ignored);
}

bool has_chats(const DialogReport& report) {
    return std::any_of(report.properties.begin(), report.properties.end(),
                       [](const auto& p) { return !p.counterexamples.empty(); });
}

}  // namespace

std::string facts_of(const Dialog& dialog, const Findings& findings) {
    std::string out;
    const auto facts = facts_json(dialog, findings);
    for (const auto& [id, said] : facts.items())
        if (said != "no") out += (out.empty() ? " " : ", ") + id + "=" + said.get<std::string>();
    return out.empty() ? " none" : out;
}

std::string indented(const std::string& text) {
    std::istringstream lines(text);
    std::string out;
    for (std::string line; std::getline(lines, line);) out += "    " + line + "\n";
    return out;
}

std::string report_json(const Dialog& dialog, const DialogReport& report) {
    ordered_json out{{"dialog", dialog.id}, {"version", dialog.version}, {"proved", is_proved(report)}};
    for (const auto& property : report.properties) out["properties"].push_back(property_json(dialog, property));
    out["notes"] = report.notes;
    out["effort"] = {{"queries", report.queries}, {"variables", report.variables}, {"clauses", report.clauses}};
    return out.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

Result<bool> write_evidence(const std::string& out, const std::string& dialog_dir, const Dialog& dialog,
                            const DialogReport& report) {
    auto folder = fs::weakly_canonical(fs::path(dialog_dir)).filename();
    if (folder.empty()) folder = dialog.id;
    remove_chats(fs::path(out) / folder / kFolder);
    EvidenceWriter writer(out);
    writer.write(folder / "report.json", report_json(dialog, report));
    for (const auto& p : report.properties)
        if (!p.query.empty()) writer.write(folder / "queries" / (p.id + ".cnf"), p.query);
    if (!has_chats(report)) return writer.result();
    const auto source = read_script_folder(dialog_dir);
    if (!source) return Error{Errc::unavailable, "cannot read " + dialog_dir + " again"};
    writer.write_all(folder.string(), *source);
    for (const auto& p : report.properties)
        for (std::size_t i = 0; i < p.counterexamples.size(); ++i) {
            const auto& c = p.counterexamples[i];
            if (!c.chat.empty()) writer.write(folder / kFolder / file_name(p, i, c, ""), c.chat);
            if (!c.worse_chat.empty()) writer.write(folder / kFolder / file_name(p, i, c, "_worse"), c.worse_chat);
        }
    return writer.result();
}

}  // namespace anamnesis::cli
