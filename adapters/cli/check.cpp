/// `anamnesis check`: proves what can be proved of a dialog, and shows what is wrong as conversations.

#include <filesystem>
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

#include <anamnesis/proof.hpp>

#include "cli/commands.hpp"
#include "cli/evidence.hpp"
#include "cli/scripts.hpp"

namespace anamnesis::cli {
namespace {

struct CheckOptions {
    std::string dialog_dir;
    std::string out = "build/check";
    bool json = false;
    bool queries = false;
};

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const auto& word : words) out += (out.empty() ? "" : ", ") + word;
    return out;
}

std::string line_of(const PropertyReport& p) {
    std::string out = p.id + " " + std::string(to_string(p.result)) + ": " + p.says;
    const auto found = joined(p.found);
    if (!found.empty()) out += "; against it: " + found;
    if (!p.rests_on.empty()) out += " (rests on " + joined(p.rests_on) + ")";
    if (!p.waived.empty()) out += " (waived: " + p.waived + ")";
    return out;
}

void print_counterexample(const Dialog& dialog, const Counterexample& c) {
    std::cout << "\n    " << (c.subject.empty() ? "for example" : c.subject) << ":\n";
    if (!c.reached)
        std::cout << "    not reachable by the present plan: no conversation that was tried leads there; the facts:"
                  << facts_of(dialog, c.findings) << '\n';
    for (const auto* chat : {&c.chat, &c.worse_chat})
        if (!chat->empty()) std::cout << indented(*chat) << '\n';
}

void print(const Dialog& dialog, const DialogReport& report) {
    for (const auto& property : report.properties) {
        std::cout << line_of(property) << '\n';
        for (const auto& counterexample : property.counterexamples) print_counterexample(dialog, counterexample);
    }
    for (const auto& note : report.notes) std::cout << "note: " << note << '\n';
}

int check(const CheckOptions& options) {
    const auto script = load_or_complain(options.dialog_dir);
    if (!script) return kCouldNotStart;
    ProofLimits limits;
    limits.with_queries = options.queries;
    const auto report = check_dialog(script->dialog, limits);
    const auto written = write_evidence(options.out, options.dialog_dir, script->dialog, report);
    if (!written) {
        std::cerr << "anamnesis: " << written.error().message << '\n';
        return kCouldNotStart;
    }
    if (options.json)
        std::cout << report_json(script->dialog, report);
    else
        print(script->dialog, report);
    return is_proved(report) ? kDone : kAnswerIsNo;
}

}  // namespace

void add_check(CLI::App& app, int& status) {
    const auto options = std::make_shared<CheckOptions>();
    CLI::App* const command = app.add_subcommand("check", "Prove that a dialog is safe, or show where it is not");
    command->add_option("DIALOG_DIR", options->dialog_dir, "The dialog")->required();
    command->add_flag("--json", options->json, "The report as JSON");
    command->add_flag("--queries", options->queries,
                      "Writes what the solver was asked, as DIMACS, for a second opinion");
    command->add_option("--out", options->out, "Where counterexamples go, as replays")->capture_default_str();
    command->callback([options, &status] { status = check(*options); });
}

}  // namespace anamnesis::cli
