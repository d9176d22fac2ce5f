/// `anamnesis replay`: runs scripted conversations and says which no longer go as written.

#include <iostream>
#include <filesystem>
#include <map>
#include <memory>
#include <set>

#include <CLI/CLI.hpp>

#include <anamnesis/replay.hpp>

#include "cli/commands.hpp"
#include "cli/coverage.hpp"
#include "cli/junit.hpp"
#include "cli/scripts.hpp"
#include "cli/transcripts.hpp"

namespace anamnesis::cli {
namespace {

struct ReplayOptions {
    std::vector<std::string> paths;
    bool update = false;
    std::string coverage_file;
    std::string junit_file;
};

class Replays {
public:
    Replays(const ReplayOptions& options, Clock& clock) : options_(options), clock_(clock) {}

    int run();

private:
    void run_below(const std::string& path);
    void run_file(const std::string& path);
    void run_conversation(const Dialog& dialog, const Transcript& transcript, const std::string& text);
    ReplayReport update(const Dialog& dialog, const std::string& path, ReplayReport report);
    TestCase begin(const std::string& path, const std::string& name) const;
    void end(TestCase test);
    void cannot_run(const std::string& path, Diagnostics errors);
    void write(const std::string& file, const std::string& text);
    void cover(const Dialog& dialog, const Coverage& covered);
    std::shared_ptr<const LoadedScript> script_for(const std::string& path);
    void cannot(const std::string& why);

    const ReplayOptions& options_;
    Clock& clock_;
    std::map<std::string, std::shared_ptr<const LoadedScript>> scripts_;  // by folder; null if broken
    std::map<std::string, DialogCoverage> coverage_;
    std::set<std::string> files_;  // that were run: a file that two paths lead to is run once
    std::vector<TestCase> tests_;
    int passed_ = 0;
    bool could_not_ = false;
};

int Replays::run() {
    for (const auto& path : options_.paths) run_below(path);
    if (!options_.coverage_file.empty()) write(options_.coverage_file, coverage_json(coverage_));
    if (!options_.junit_file.empty()) write(options_.junit_file, junit_xml(tests_));
    const int failed = static_cast<int>(tests_.size()) - passed_;
    std::cout << passed_ << " passed, " << failed << " failed\n";
    if (could_not_) return kCouldNotStart;
    return failed == 0 ? kDone : kAnswerIsNo;
}

void Replays::run_below(const std::string& path) {
    const auto transcripts = find_transcripts(path);
    if (!transcripts) return cannot(transcripts.error().message);
    for (const auto& transcript : *transcripts) {
        std::error_code error;
        if (files_.insert(std::filesystem::weakly_canonical(transcript, error).string()).second) run_file(transcript);
    }
}

void Replays::run_file(const std::string& path) {
    const auto script = script_for(path);
    if (!script) return cannot_run(path, {unreadable(path, "its dialog cannot be loaded")});
    const auto text = read_file(path);
    if (!text) return cannot_run(path, {unreadable(path, text.error().message)});
    const auto conversations = read_conversations(path, *text);
    if (!conversations) return cannot_run(path, conversations.error());
    for (const auto& conversation : *conversations) run_conversation(script->dialog, conversation, *text);
}

void Replays::run_conversation(const Dialog& dialog, const Transcript& transcript, const std::string& text) {
    TestCase test = begin(transcript.path, transcript.name);
    auto report = replay(dialog, transcript);
    if (options_.update && !is_botium_script(transcript.path) && report.updated != text) {
        report = update(dialog, transcript.path, std::move(report));
    }
    cover(dialog, report.covered);
    test.failures = std::move(report.failures);
    end(std::move(test));
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

TestCase Replays::begin(const std::string& path, const std::string& name) const {
    const std::string own = std::filesystem::path(path).filename().string();
    return {path, name.empty() ? own : name, {}, {}, clock_.now(), 0};
}

void Replays::end(TestCase test) {
    test.ended = clock_.now();
    for (const auto& error : test.errors) std::cout << to_string(error) << '\n';
    for (const auto& failure : test.failures) std::cout << to_string(failure) << '\n';
    if (test.errors.empty() && test.failures.empty()) {
        ++passed_;
        std::cout << "ok " << test.path << (is_botium_script(test.path) ? ": " + test.name : "") << '\n';
    }
    tests_.push_back(std::move(test));
}

void Replays::cannot_run(const std::string& path, Diagnostics errors) {
    could_not_ = true;
    TestCase test = begin(path, {});
    test.errors = std::move(errors);
    end(std::move(test));
}

void Replays::write(const std::string& file, const std::string& text) {
    const auto written = write_file(file, text);
    if (!written) cannot(written.error().message);
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
    CLI::App* const command = app.add_subcommand("replay", "Run scripted conversations (*.chat, *.convo.txt)");
    command->add_option("PATH", options->paths, "Transcripts, or folders with some below")->required();
    command->add_flag("--update", options->update, "Rewrite the files with what is said now");
    command->add_option("--coverage", options->coverage_file, "Write what was reached, as JSON");
    command->add_option("--junit", options->junit_file, "Write what passed and failed, as JUnit XML");
    command->callback([options, &status] {
        SystemClock clock;
        status = Replays(*options, clock).run();
    });
}

}  // namespace anamnesis::cli
