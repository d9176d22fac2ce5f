/// `anamnesis graph`: the state machine of a dialog, drawn.

#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

#include "cli/commands.hpp"
#include "cli/drawing.hpp"
#include "cli/scripts.hpp"
#include "cli/transcripts.hpp"

namespace anamnesis::cli {
namespace {

struct GraphOptions {
    std::string dialog_dir;
    std::string format = "mermaid";
    std::string coverage;
};

Result<Unreached> unreached_in(const std::string& file, const std::string& dialog_id) {
    if (file.empty()) return Unreached{};
    const auto text = read_file(file);
    if (!text) return text.error();
    return read_unreached(*text, dialog_id);
}

int graph(const GraphOptions& options) {
    const auto script = load_or_complain(options.dialog_dir);
    if (!script) return kCouldNotStart;
    const auto unreached = unreached_in(options.coverage, script->dialog.id);
    if (!unreached) {
        std::cerr << "anamnesis: " << options.coverage << ": " << unreached.error().message << '\n';
        return kCouldNotStart;
    }
    const Drawing drawing = draw(script->dialog, *unreached);
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
    command->add_option("--coverage", options->coverage, "What replays reached, as replay --coverage wrote it");
    command->callback([options, &status] { status = graph(*options); });
}

}  // namespace anamnesis::cli
