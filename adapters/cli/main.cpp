/// The program `anamnesis`. This folder is the only place that names every adapter.

#include <exception>
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "cli/commands.hpp"
#include "cli/version.hpp"

int main(int argc, char** argv) {
    using namespace anamnesis::cli;
    spdlog::set_default_logger(spdlog::stderr_logger_st("anamnesis"));
    CLI::App app{"Conversations that find out what is wrong by asking.", "anamnesis"};
    app.set_version_flag("--version", kVersion);
    app.require_subcommand(1);
    int status = kDone;
    add_serve(app, status);
    add_chat(app, status);
    add_replay(app, status);
    add_schema(app, status);
    add_understand(app, status);
    add_check(app, status);
    add_diff(app, status);
    add_graph(app, status);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? kDone : kCouldNotStart;
    } catch (const std::exception& failure) {
        std::cerr << "anamnesis: " << failure.what() << '\n';
        return kCouldNotStart;
    }
    return status;
}
