#include "bad_scripts/bad_script.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>
#include <stdexcept>

#include <anamnesis/replay.hpp>

#include "host/script_folder.hpp"
#include "host/tiny_dialog.hpp"

namespace anamnesis::tests {
namespace {

namespace fs = std::filesystem;

const fs::path kSource = ANAMNESIS_SOURCE_DIR;

std::string text_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + path.string());
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> out;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) out.push_back(line);
    return out;
}

/// "<<3 ab>>" written out.
std::string written_out(std::string text) {
    static const std::regex kRepeat("<<(byte|[0-9]+) ([^>]*)>>");
    for (std::smatch m; std::regex_search(text, m, kRepeat);) {
        const std::string what = m[1], part = m[2];
        std::string out;
        if (what == "byte") out = static_cast<char>(std::stoi(part, nullptr, 16));
        for (int i = 0; what != "byte" && i < std::stoi(what); ++i) out += part == "\\n" ? "\n" : part;
        text = m.prefix().str() + out + m.suffix().str();
    }
    return text;
}

void add_line(BadScript& bad, const std::string& line) {
    const auto space = line.find(' ');
    const std::string head = line.substr(0, space), rest = space == line.npos ? "" : line.substr(space + 1);
    if (head == "in") {
        bad.changes.push_back({Change::Kind::edit, rest, {}, {}});
    } else if (head == "remove" || head == "folder") {
        bad.changes.push_back({head == "remove" ? Change::Kind::remove : Change::Kind::folder, rest, {}, {}});
    } else if (head == "!") {
        bad.told.push_back(rest);
    } else if (head == "-" || head == "+") {
        std::string& text = head == "-" ? bad.changes.back().old_text : bad.changes.back().new_text;
        text += (text.empty() ? "" : "\n") + (head == "+" ? written_out(rest) : rest);
    } else if (head != "#") {
        throw std::runtime_error("not a line of a case: " + line);
    }
}

void apply(const Change& change, const TempFolder& folder) {
    const fs::path path = folder.at(change.file);
    if (change.kind != Change::Kind::edit) {
        fs::remove_all(path);
        if (change.kind == Change::Kind::folder) fs::create_directories(path);
        return;
    }
    std::string text = change.new_text;
    if (!change.old_text.empty()) {
        text = text_of(path);
        const auto at = text.find(change.old_text);
        if (at == text.npos) throw std::runtime_error("not in " + change.file + ": " + change.old_text);
        text.replace(at, change.old_text.size(), change.new_text);
    }
    folder.write(change.file, text);
}

Result<std::vector<Transcript>, Diagnostics> conversations_of(const fs::path& path) {
    if (path.string().ends_with(".convo.txt")) {
        const fs::path words = fs::path(path).replace_extension().replace_extension(".utterances.txt");
        Result<Utterances, Diagnostics> utterances = Utterances{};
        if (fs::exists(words)) utterances = read_utterances(words.string(), text_of(words));
        if (!utterances) return utterances.error();
        return read_convo(path.string(), text_of(path), *utterances);
    }
    if (path.extension() != ".chat") return std::vector<Transcript>{};
    auto transcript = read_transcript(path.string(), text_of(path));
    if (!transcript) return transcript.error();
    return std::vector<Transcript>{std::move(*transcript)};
}

void add_replays(const fs::path& dialog_dir, const Dialog& dialog, Diagnostics& told) {
    const auto add = [&](const Diagnostics& found) { told.insert(told.end(), found.begin(), found.end()); };
    for (const auto& entry : fs::recursive_directory_iterator(dialog_dir)) {
        if (!entry.is_regular_file()) continue;
        const auto conversations = conversations_of(entry.path());
        if (!conversations)
            add(conversations.error());
        else
            for (const Transcript& transcript : *conversations) add(replay(dialog, transcript).failures);
    }
}

Diagnostics told_in(const fs::path& dialog_dir) {
    const auto source = read_script_folder(dialog_dir.string());
    if (!source) return source.error();
    Compiled compiled = compile(*source);
    if (compiled.dialog) add_replays(dialog_dir, *compiled.dialog, compiled.diagnostics);
    return std::move(compiled.diagnostics);
}

std::string dialog_of(const BadScript& bad) {
    const bool knee = std::any_of(bad.changes.begin(), bad.changes.end(),
                                  [](const Change& c) { return c.file.starts_with("knee/"); });
    return knee ? "knee" : "tiny";
}

}  // namespace

std::vector<BadScript> read_cases(const std::string& path) {
    std::vector<BadScript> out;
    int number = 0;
    bool inside = false;
    for (const std::string& line : lines_of(text_of(path))) {
        ++number;
        if (!line.empty() && !inside) out.push_back({number, {}, {}});
        inside = !line.empty();
        if (inside) add_line(out.back(), line);
    }
    return out;
}

std::vector<std::string> told_of(const BadScript& bad) {
    const TempFolder folder;
    for (const char* dialog : {"tests/adapters/fixtures/tiny", "tests/engine/fixtures/knee", "dialogs/common"})
        fs::copy(kSource / dialog, folder.at(fs::path(dialog).filename()), fs::copy_options::recursive);
    for (const Change& change : bad.changes) apply(change, folder);
    std::vector<std::string> out;
    const std::string root = folder.at("");
    for (const Diagnostic& d : told_in(folder.at(dialog_of(bad)))) {
        const std::string line = to_string(d);
        out.push_back(line.starts_with(root) ? line.substr(root.size()) : line);
    }
    return out;
}

void update_cases(const std::string& path) {
    const std::vector<BadScript> cases = read_cases(path);
    std::string out;
    auto next = cases.begin();
    bool inside = false;
    for (const std::string& line : lines_of(text_of(path) + "\n\n")) {
        if (inside && line.empty())
            for (const std::string& told : told_of(*next++)) out += "! " + told + "\n";
        inside = !line.empty();
        if (!line.starts_with("!")) out += line + "\n";
    }
    while (out.ends_with("\n\n")) out.pop_back();
    std::ofstream(path, std::ios::binary) << out;
}

std::string code_in(const std::string& told) {
    static const std::regex kCode(": (?:error|warning) ([A-Z][0-9]{3}): ");
    std::smatch m;
    return std::regex_search(told, m, kCode) ? m[1].str() : "";
}

}  // namespace anamnesis::tests
