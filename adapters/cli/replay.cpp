/// `anamnesis replay`: runs scripted conversations and says which no longer go as written.

#include <iostream>
#include <map>
#include <memory>

#include <CLI/CLI.hpp>

#include <anamnesis/replay.hpp>

#include "cli/commands.hpp"
#include "cli/coverage.hpp"
#include "cli/scripts.hpp"
#include "cli/transcripts.hpp"

namespace anamnesis::cli {
namespace {

struct ReplayOptions {
    std::vector<std::string> paths;
    bool update = false;
    std::string coverage_file;
};

class Replays {
public:
    explicit Replays(const ReplayOptions& options) : options_(options) {}

    int run();

private:
    void run_below(const std::string& path);
    void run_file(const std::string& path);
    ReplayReport update(const Dialog& dialog, const std::string& path, ReplayReport report);
    void count(const std::string& path, const Diagnostics& failures);
    void cover(const Dialog& dialog, const Coverage& covered);
    std::shared_ptr<const LoadedScript> script_for(const std::string& path);
    void cannot(const std::string& why);

    const ReplayOptions& options_;
    std::map<std::string, std::shared_ptr<const LoadedScript>> scripts_;  // by folder; null if broken
    std::map<std::string, DialogCoverage> coverage_;
    int passed_ = 0;
    int failed_ = 0;
    bool could_not_ = false;
};

int Replays::run() {
    for (const auto& path : options_.paths) run_below(path);
    if (!options_.coverage_file.empty()) {
        const auto written = write_file(options_.coverage_file, coverage_json(coverage_));
        if (!written) cannot(written.error().message);
    }
    std::cout << passed_ << " passed, " << failed_ << " failed\n";
    if (could_not_) return kCouldNotStart;
    return failed_ == 0 ? kDone : kAnswerIsNo;
}

void Replays::run_below(const std::string& path) {
    const auto transcripts = find_transcripts(path);
    if (!transcripts) return cannot(transcripts.error().message);
    for (const auto& transcript : *transcripts) run_file(transcript);
}

void Replays::run_file(const std::string& path) {
    const auto script = script_for(path);
    if (!script) return;
    const auto text = read_file(path);
    if (!text) return cannot(text.error().message);
    const auto transcript = read_transcript(path, *text);
    if (!transcript) return count(path, transcript.error());
    auto report = replay(script->dialog, *transcript);
    if (options_.update && report.updated != *text) {
        report = update(script->dialog, path, std::move(report));
    }
    cover(script->dialog, report.covered);
    count(path, report.failures);
}

/// Writes the new expectations and runs them: what an update cannot mend is still a failure.
ReplayReport Replays::update(const Dialog& dialog, const std::string& path, ReplayReport report) {
    const auto written = write_file(path, report.updated);
    if (!written) {
        cannot(written.error().message);
        return report;
    }
    std::cout << "updated " << path << '\n';
    const auto again = read_transcript(path, report.updated);
    if (again) return replay(dialog, *again);
    report.failures = again.error();
    return report;
}

void Replays::count(const std::string& path, const Diagnostics& failures) {
    ++(failures.empty() ? passed_ : failed_);
    if (failures.empty()) std::cout << "ok " << path << '\n';
    for (const auto& failure : failures) std::cout << to_string(failure) << '\n';
}

void Replays::cover(const Dialog& dialog, const Coverage& covered) {
    auto& of_dialog = coverage_[dialog.id];
    if (of_dialog.coverable.empty()) of_dialog.coverable = coverable(dialog);
    for (const auto& [kind, ids] : covered) of_dialog.covered[kind].insert(ids.begin(), ids.end());
}

std::shared_ptr<const LoadedScript> Replays::script_for(const std::string& path) {
    const auto folder = dialog_dir_of(path);
    if (!folder) {
        cannot("no dialog.json in a folder above " + path);
        return nullptr;
    }
    const auto [entry, is_new] = scripts_.try_emplace(*folder);
    if (is_new) entry->second = load_or_complain(*folder);
    if (!entry->second) could_not_ = true;
    return entry->second;
}

void Replays::cannot(const std::string& why) {
    std::cerr << "anamnesis: " << why << '\n';
    could_not_ = true;
}

}  // namespace

void add_replay(CLI::App& app, int& status) {
    const auto options = std::make_shared<ReplayOptions>();
    CLI::App* const command = app.add_subcommand("replay", "Run scripted conversations (*.chat)");
    command->add_option("PATH", options->paths, "Transcripts, or folders with some below")->required();
    command->add_flag("--update", options->update, "Rewrite the files with what is said now");
    command->add_option("--coverage", options->coverage_file, "Write what was reached, as JSON");
    command->callback([options, &status] { status = Replays(*options).run(); });
}

}  // namespace anamnesis::cli
