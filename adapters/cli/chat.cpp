/// `anamnesis chat`: a conversation in the terminal, or wire messages line by line. Kept in memory.

#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

#include "cli/commands.hpp"
#include "cli/scripts.hpp"
#include "console/console.hpp"
#include "memory/memory_store.hpp"

namespace anamnesis::cli {
namespace {

struct ChatOptions {
    std::vector<std::string> dialog_dirs;
    std::string locale;
    bool json = false;
};

int chat(const ChatOptions& options) {
    const auto scripts = load_all_or_complain(options.dialog_dirs);
    if (!scripts) return kCouldNotStart;
    MemoryStore store;
    SystemClock clock;
    SystemRandom random;
    ConversationHost host(*scripts, store, clock, random, {make_key(random)});
    const ConsoleOptions console{.locale = options.locale, .dialog = "", .json = options.json};
    return run_console(host, std::cin, std::cout, console);
}

}  // namespace

void add_chat(CLI::App& app, int& status) {
    const auto options = std::make_shared<ChatOptions>();
    CLI::App* const command = app.add_subcommand("chat", "Hold a conversation in the terminal");
    command->add_option("DIALOG_DIR", options->dialog_dirs, "Folder of the dialog; of several, it asks which")
        ->required();
    command->add_option("--locale", options->locale, "Language and region, like en-US");
    command->add_flag("--json", options->json, "Wire messages, one a line, both ways");
    command->callback([options, &status] { status = chat(*options); });
}

}  // namespace anamnesis::cli
