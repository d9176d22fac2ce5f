/// `anamnesis serve`: the server, put together and run until it is told to stop.

#include <chrono>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <memory>
#include <optional>

#include <CLI/CLI.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <spdlog/spdlog.h>

#include "cli/commands.hpp"
#include "cli/places.hpp"
#include "cli/scripts.hpp"
#include "cli/secrecy.hpp"
#include "cli/stores.hpp"
#include "cli/version.hpp"
#include "host/dialog_reloader.hpp"
#include "http/listener.hpp"
#include "http/operations.hpp"
#include "http/origin.hpp"
#include "http/watch_status.hpp"
#include "websocket/screen_texts.hpp"
#include "websocket/websocket_channel.hpp"
#include "websocket/widget_files.hpp"

namespace anamnesis::cli {
namespace {

namespace asio = boost::asio;
constexpr auto kPurgeEvery = std::chrono::minutes(10);
constexpr auto kLookEvery = std::chrono::milliseconds(250);
constexpr Instant kJumpToTellMs = 60 * 1000;
constexpr auto kStoreAnswersMax = std::chrono::seconds(10);
constexpr auto kShutdownMax = std::chrono::seconds(2);

struct ServeOptions {
    std::vector<std::string> dialog_dirs;
    std::string listen = "127.0.0.1:8080";
    std::string store;
    std::vector<std::string> origins;
    std::string key_file;
    Retention retention;
    bool watch = false;
    bool explain = false;
    bool core_dumps = false;
};

int complain(const Error& error) {
    std::cerr << "anamnesis: " << error.message << '\n';
    return kCouldNotStart;
}

/// Lists the origins whose pages may connect, or says which cannot be one.
std::optional<Error> allow(http::ListenOptions& listen, const std::vector<std::string>& origins) {
    if (origins.size() > http::kOriginsMax) return Error{Errc::bad_input, "too many origins"};
    for (const std::string& origin : origins)
        if (!http::is_origin(origin))
            return Error{Errc::bad_input, "not an origin like https://clinic.example: " + origin};
    listen.allowed_origins = origins;
    return std::nullopt;
}

/// The folders that options name, or all below dialogs/, which is looked for once and listed each time.
Result<DialogReloader::Folders> folders_to_serve(const ServeOptions& options) {
    if (!options.dialog_dirs.empty()) return DialogReloader::Folders([all = options.dialog_dirs] { return all; });
    const auto dialogs = default_dialogs_dir();
    if (!dialogs) return dialogs.error();
    return DialogReloader::Folders([dialogs = *dialogs] { return dialog_folders(dialogs); });
}

/// The key of what is stored. What does not outlive the program needs none that does.
Result<MasterKey> open_key(const ServeOptions& options, Random& random) {
    if (!options.key_file.empty()) return open_master_key(options.key_file, random);
    if (options.store == "memory:") return make_key(random);
    const auto file = default_key_file();
    if (!file) return file.error();
    return open_master_key(*file, random);
}

/// Runs the loop until the store has said whether it was written with this key.
Result<bool> check_key(asio::io_context& io, ConversationHost& host) {
    const auto answer = std::make_shared<std::optional<Result<bool>>>();
    auto stay = asio::make_work_guard(io);
    host.check_key([answer](Result<bool> checked) { *answer = std::move(checked); });
    const auto end = std::chrono::steady_clock::now() + kStoreAnswersMax;
    while (!*answer && io.run_one_until(end) > 0) continue;
    stay.reset();
    io.restart();  // a loop without work has stopped
    if (!*answer) return Error{Errc::unavailable, "the store does not answer"};
    return **answer;
}

/// Does something now and every so often, until it is stopped or destroyed.
class Every {
public:
    Every(asio::io_context& io, std::chrono::milliseconds pause, std::function<void()> work)
        : timer_(io), pause_(pause), work_(std::move(work)) {
        run();
    }

    void stop() { timer_.cancel(); }

private:
    void run() {
        work_();
        timer_.expires_after(pause_);
        timer_.async_wait([this](const boost::system::error_code& error) {
            if (!error) run();
        });
    }

    asio::steady_timer timer_;
    std::chrono::milliseconds pause_;
    std::function<void()> work_;
};

void tell(DialogReloader::Seen seen, const DialogReloader& reloader) {
    if (seen == DialogReloader::Seen::reloaded) spdlog::info("the dialogs were loaded again");
    if (seen != DialogReloader::Seen::broken) return;
    for (const Diagnostic& diagnostic : reloader.diagnostics()) spdlog::error("{}", to_string(diagnostic));
    spdlog::error("the dialogs stay as they were before");
}

/// Loads the dialogs again at every SIGHUP.
void reload_at_hangup(asio::signal_set& hangups, DialogReloader& reloader) {
    hangups.async_wait([&](const boost::system::error_code& error, int) {
        if (error) return;
        tell(reloader.reload() ? DialogReloader::Seen::reloaded : DialogReloader::Seen::broken, reloader);
        reload_at_hangup(hangups, reloader);
    });
}

/// Tells of a wall clock that was set while the server ran, once for each time.
class JumpTeller {
public:
    explicit JumpTeller(SystemClock& clock) : clock_(clock) {}

    void tell() {
        const Instant jump = clock_.jump();
        if (std::abs(jump - told_) < kJumpToTellMs) return;
        told_ = jump;
        spdlog::warn(
            "the system's clock is {} s off the time that passed; conversations are kept by the time that passed, "
            "until "
            "a restart takes over the clock: let it be right then",
            jump / 1000);
    }

private:
    SystemClock& clock_;
    Instant told_ = 0;
};

void tell_purged(const Result<int>& purged) {
    if (!purged) return spdlog::error("what is past its time could not be erased: {}", purged.error().message);
    if (*purged > 0) spdlog::info("conversations past their time, now erased: {}", *purged);
}

/// What a server does without being asked: purges, loads dialogs again at SIGHUP, and watches them.
class Chores {
public:
    Chores(asio::io_context& io, ConversationHost& host, SystemClock& clock, DialogReloader& reloader, bool is_watching)
        : hangups_(io, SIGHUP), jumps_(clock), purge_(io, kPurgeEvery, [this, &host] {
              jumps_.tell();
              host.purge(tell_purged);
          }) {
        reload_at_hangup(hangups_, reloader);
        if (is_watching) watch_.emplace(io, kLookEvery, [&reloader] { tell(reloader.look(), reloader); });
    }

    void stop() {
        hangups_.cancel();
        purge_.stop();
        if (watch_) watch_->stop();
    }

private:
    asio::signal_set hangups_;
    JumpTeller jumps_;
    Every purge_;
    std::optional<Every> watch_;
};

/// Runs until SIGTERM or SIGINT, then lets the sockets say good-bye, for two seconds at most.
void run_until_told_to_stop(asio::io_context& io, asio::signal_set& signals, http::Listener& listener,
                            websocket::WebSocketChannel& sockets, Chores& chores) {
    signals.async_wait([&](const boost::system::error_code&, int) { io.stop(); });
    io.run();
    spdlog::info("stopping; {} sockets are open", sockets.open_sockets());
    chores.stop();
    listener.stop();
    sockets.close_all();
    io.restart();
    io.run_for(kShutdownMax);
}

int serve_scripts(asio::io_context& io, const Scripts& scripts, const DialogReloader::Folders& folders,
                  SessionStore& store, const http::ListenOptions& listen, const ServeOptions& options) {
    using Superseded = ConversationHost::Superseded;
    SystemClock clock;
    SystemRandom random;
    Result<MasterKey> key = open_key(options, random);
    if (!key) return complain(key.error());
    ConversationHost host(scripts, store, clock, random, {std::move(*key), options.retention});
    if (options.explain) host.allow_explanations();
    const Result<bool> is_ours = check_key(io, host);
    if (!is_ours) return complain(is_ours.error());
    DialogReloader reloader(host, folders, options.watch ? Superseded::dropped : Superseded::kept);
    websocket::WebSocketChannel sockets(host);
    http::Router router;
    sockets.mount(router);
    websocket::add_widget_files(router, listen.allowed_origins);
    websocket::add_screen_texts(router, host);
    http::add_operations(
        router, {host, store, clock, kVersion, [&] { return sockets.open_sockets(); }, options.watch, options.explain});
    if (options.watch) http::add_watch_status(router, reloader);
    const auto listener = http::Listener::open(io, router, listen);
    if (!listener) return complain(listener.error());
    Chores chores(io, host, clock, reloader, options.watch);
    asio::signal_set signals(io, SIGTERM, SIGINT);  // who reads that it listens may stop it at once
    std::cout << "listening on " << (*listener)->url() << std::endl;
    run_until_told_to_stop(io, signals, **listener, sockets, chores);
    return kDone;
}

int serve(const ServeOptions& options) {
    keep_memory_private(options.core_dumps);
    auto listen = http::parse_listen(options.listen);
    if (!listen) return complain(listen.error());
    if (const auto error = allow(*listen, options.origins)) return complain(*error);
    const auto folders = folders_to_serve(options);
    if (!folders) return complain(folders.error());
    const auto scripts = load_all_or_complain((*folders)());
    if (!scripts) return kCouldNotStart;
    asio::io_context io(1);  // outlives the store, and the sockets that channels hold
    const auto store = open_store(options.store, io);
    if (!store) return complain(store.error());
    return serve_scripts(io, *scripts, *folders, **store, *listen, options);
}

}  // namespace

void add_serve(CLI::App& app, int& status) {
    const auto options = std::make_shared<ServeOptions>();
    CLI::App* const command = app.add_subcommand("serve", "Serve conversations to web pages");
    command->add_option("DIALOG_DIR", options->dialog_dirs, "Folders of the dialogs; without: all of dialogs/");
    command->add_option("--listen", options->listen, "Address and port; port 0: any free one")->capture_default_str();
    command->add_option("--store", options->store,
                        "sqlite:FILE, postgresql://... or memory:; without: sqlite in the user's state folder");
    command->add_option("--allow-origin", options->origins,
                        "https://clinic.example: its pages may have the widget (may be given more than once)");
    command->add_flag(
        "--explain", options->explain,
        "For authors and demonstrations: a page may ask what its conversation knows, and which rule decides");
    command->add_option(
        "--key-file", options->key_file,
        "Master key of what is stored; without: master.key in the user's state folder. Made if missing");
    const CLI::Range hours(1, kRetentionHoursMax);
    command->add_option("--keep-hours", options->retention.in_progress_hours, "Hours from the last turn to erasure")
        ->check(hours)
        ->capture_default_str();
    command->add_option("--keep-ended-hours", options->retention.ended_hours, "The same, when no question is open")
        ->check(hours)
        ->capture_default_str();
    command->add_flag("--core-dumps", options->core_dumps, "A crash may write memory, so also answers, to a file");
    command->add_flag("--watch", options->watch, "For authors: load dialogs again when their files change");
    command->callback([options, &status] { status = serve(*options); });
}

}  // namespace anamnesis::cli
