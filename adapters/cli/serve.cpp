/// `anamnesis serve`: the server, put together and run until it is told to stop.

#include <chrono>
#include <functional>
#include <iostream>
#include <memory>
#include <optional>

#include <CLI/CLI.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <spdlog/spdlog.h>

#include "cli/commands.hpp"
#include "cli/places.hpp"
#include "cli/scripts.hpp"
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
constexpr auto kShutdownMax = std::chrono::seconds(2);

struct ServeOptions {
    std::vector<std::string> dialog_dirs;
    std::string listen = "127.0.0.1:8080";
    std::string store;
    std::vector<std::string> origins;
    bool watch = false;
    bool explain = false;
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

/// What a server does without being asked: purges, loads dialogs again at SIGHUP, and watches them.
class Chores {
public:
    Chores(asio::io_context& io, ConversationHost& host, DialogReloader& reloader, bool is_watching)
        : hangups_(io, SIGHUP), purge_(io, kPurgeEvery, [&host] { host.purge(); }) {
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
    ConversationHost host(scripts, store, clock, random);
    if (options.explain) host.allow_explanations();
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
    Chores chores(io, host, reloader, options.watch);
    asio::signal_set signals(io, SIGTERM, SIGINT);  // who reads that it listens may stop it at once
    std::cout << "listening on " << (*listener)->url() << std::endl;
    run_until_told_to_stop(io, signals, **listener, sockets, chores);
    return kDone;
}

int serve(const ServeOptions& options) {
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
    command->add_flag("--watch", options->watch, "For authors: load dialogs again when their files change");
    command->callback([options, &status] { status = serve(*options); });
}

}  // namespace anamnesis::cli
