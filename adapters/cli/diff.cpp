/// `anamnesis diff`: who gets another level of urgency from a new version of a dialog.

#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

#include <anamnesis/diff.hpp>

#include "cli/commands.hpp"
#include "cli/evidence.hpp"
#include "cli/scripts.hpp"

namespace anamnesis::cli {
namespace {

struct DiffOptions {
    std::string old_dir, new_dir;
};

void print_change(const Dialog& dialog, const LevelChange& c) {
    const bool lowered = c.new_level < c.old_level;
    std::cout << (lowered ? "lowered" : "raised") << ": " << to_string(c.old_level) << " by " << c.old_rule << " -> "
              << to_string(c.new_level) << " by " << c.new_rule;
    if (!c.intended.empty()) std::cout << " (intended: " << c.intended << ")";
    std::cout << "; for example:" << facts_of(dialog, c.findings) << '\n';
    for (const auto* chat : {&c.old_chat, &c.new_chat})
        if (!chat->empty()) std::cout << indented(*chat) << '\n';
}

int diff(const DiffOptions& options) {
    const auto before = load_or_complain(options.old_dir), now = load_or_complain(options.new_dir);
    if (!before || !now) return kCouldNotStart;
    const auto found = diff_dialogs(before->dialog, now->dialog);
    for (const auto& change : found.changes) print_change(now->dialog, change);
    if (found.changes.empty()) std::cout << "nobody gets another level\n";
    if (!found.complete) std::cout << "there may be more: not all was looked at\n";
    return is_lowered(found) || !found.complete ? kAnswerIsNo : kDone;
}

}  // namespace

void add_diff(CLI::App& app, int& status) {
    const auto options = std::make_shared<DiffOptions>();
    CLI::App* const command = app.add_subcommand("diff", "Show who gets another level from a new version of a dialog");
    command->add_option("OLD_DIR", options->old_dir, "The dialog as it was")->required();
    command->add_option("NEW_DIR", options->new_dir, "The dialog as it is now")->required();
    command->callback([options, &status] { status = diff(*options); });
}

}  // namespace anamnesis::cli
