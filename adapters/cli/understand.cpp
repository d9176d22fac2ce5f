/// `anamnesis understand`: what texts say of the dialog's findings, line by line.

#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

#include "cli/commands.hpp"
#include "cli/inquiry_line.hpp"
#include "cli/scripts.hpp"
#include "console/line_reader.hpp"

namespace anamnesis::cli {
namespace {

struct UnderstandOptions {
    std::string dialog_dir;
    std::string question;
    std::string locale;
};

std::string answer_to(const Dialog& dialog, const Inquiry& asked, const console::Line& line) {
    if (line.is_too_long) return write_bad_line({"null", "too_large", "The line is too long."});
    auto read = read_inquiry(line.text);
    if (!read) return write_bad_line(read.error());
    read->inquiry.locale = asked.locale;
    read->inquiry.question = asked.question;
    return write_assessment(read->id, dialog, asked.question, assess(dialog, read->inquiry, read->text));
}

int understand_lines(const UnderstandOptions& options) {
    const auto script = load_or_complain(options.dialog_dir);
    if (!script) return kCouldNotStart;
    Inquiry asked;
    asked.locale = options.locale;
    asked.question = find_prompt(script->dialog, options.question);
    if (!options.question.empty() && !asked.question) {
        std::cerr << "anamnesis: the dialog has no question \"" << options.question << "\"\n";
        return kCouldNotStart;
    }
    while (const auto line = console::read_line(std::cin, kInquiryBytesMax))
        std::cout << answer_to(script->dialog, asked, *line) << '\n' << std::flush;
    return kDone;
}

}  // namespace

void add_understand(CLI::App& app, int& status) {
    const auto options = std::make_shared<UnderstandOptions>();
    CLI::App* const command = app.add_subcommand("understand", "Say what texts mean: JSON lines in, JSON lines out");
    command->add_option("DIALOG_DIR", options->dialog_dir, "Folder of the dialog")->required();
    command->add_option("--question", options->question, "Read them as answers to this question too");
    command->add_option("--locale", options->locale, "Language and region, like en-US");
    command->callback([options, &status] { status = understand_lines(*options); });
}

}  // namespace anamnesis::cli
