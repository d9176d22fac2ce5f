/// `anamnesis graph`: the state machine of a dialog, drawn.

#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

#include "cli/commands.hpp"
#include "cli/drawing.hpp"
#include "cli/scripts.hpp"

namespace anamnesis::cli {
namespace {

struct GraphOptions {
    std::string dialog_dir;
    std::string format = "mermaid";
};

int graph(const GraphOptions& options) {
    const auto script = load_or_complain(options.dialog_dir);
    if (!script) return kCouldNotStart;
    const Drawing drawing = draw(script->dialog);
    std::cout << (options.format == "dot"   ? as_dot(drawing)
                  : options.format == "svg" ? as_svg(drawing)
                                            : as_mermaid(drawing));
    return kDone;
}

}  // namespace

void add_graph(CLI::App& app, int& status) {
    const auto options = std::make_shared<GraphOptions>();
    CLI::App* const command = app.add_subcommand("graph", "Draw the state machine of a dialog");
    command->add_option("DIALOG_DIR", options->dialog_dir, "The dialog")->required();
    command->add_option("--format", options->format, "How")
        ->check(CLI::IsMember({"mermaid", "dot", "svg"}))
        ->capture_default_str();
    command->callback([options, &status] { status = graph(*options); });
}

}  // namespace anamnesis::cli
