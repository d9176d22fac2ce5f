#pragma once
/// The commands of the program, one source file each.

namespace CLI {
class App;
}

namespace anamnesis::cli {

/// Exit statuses, the same for all commands.
inline constexpr int kDone = 0;
inline constexpr int kAnswerIsNo = 1;
inline constexpr int kCouldNotStart = 2;

/// Each adds its subcommand to `app`; when that was chosen, parsing runs it and sets `status`.
void add_serve(CLI::App& app, int& status);
void add_chat(CLI::App& app, int& status);
void add_replay(CLI::App& app, int& status);
void add_schema(CLI::App& app, int& status);
void add_understand(CLI::App& app, int& status);
void add_check(CLI::App& app, int& status);
void add_diff(CLI::App& app, int& status);
void add_graph(CLI::App& app, int& status);

}  // namespace anamnesis::cli
