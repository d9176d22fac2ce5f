/// `anamnesis serve`: the server, put together and run until it is told to stop.

#include <chrono>
#include <iostream>
#include <memory>

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
#include "http/listener.hpp"
#include "http/operations.hpp"
#include "websocket/websocket_channel.hpp"
#include "websocket/widget_files.hpp"

namespace anamnesis::cli {
namespace {

namespace asio = boost::asio;
constexpr auto kPurgeEvery = std::chrono::minutes(10);
constexpr auto kShutdownMax = std::chrono::seconds(2);

struct ServeOptions {
    std::vector<std::string> dialog_dirs;
    std::string listen = "127.0.0.1:8080";
    std::string store;
};

int complain(const Error& error) {
    std::cerr << "anamnesis: " << error.message << '\n';
    return kCouldNotStart;
}

Result<std::vector<std::string>> folders_to_serve(const ServeOptions& options) {
    if (!options.dialog_dirs.empty()) return options.dialog_dirs;
    const auto dialogs = default_dialogs_dir();
    if (!dialogs) return dialogs.error();
    auto folders = dialog_folders(*dialogs);
    if (folders.empty()) return Error{Errc::not_found, "no dialog below " + *dialogs};
    return folders;
}

/// Erases what is past its retention, now and every ten minutes, until it is destroyed.
class Purge {
public:
    Purge(asio::io_context& io, ConversationHost& host) : timer_(io), host_(host) { run(); }

    void stop() { timer_.cancel(); }

private:
    void run() {
        host_.purge();
        timer_.expires_after(kPurgeEvery);
        timer_.async_wait([this](const boost::system::error_code& error) {
            if (!error) run();
        });
    }

    asio::steady_timer timer_;
    ConversationHost& host_;
};

/// Runs until SIGTERM or SIGINT, then lets the sockets say good-bye, for two seconds at most.
void run_until_told_to_stop(asio::io_context& io, http::Listener& listener, websocket::WebSocketChannel& sockets,
                            ConversationHost& host) {
    Purge purge(io, host);
    asio::signal_set signals(io, SIGTERM, SIGINT);
    signals.async_wait([&](const boost::system::error_code&, int) { io.stop(); });
    io.run();
    spdlog::info("stopping; {} sockets are open", sockets.open_sockets());
    purge.stop();
    listener.stop();
    sockets.close_all();
    io.restart();
    io.run_for(kShutdownMax);
}

int serve_scripts(const Scripts& scripts, SessionStore& store, const http::ListenOptions& listen) {
    asio::io_context io(1);  // outlives the sockets that channels hold
    SystemClock clock;
    SystemRandom random;
    ConversationHost host(scripts, store, clock, random);
    websocket::WebSocketChannel sockets(host);
    http::Router router;
    sockets.mount(router);
    websocket::add_widget_files(router);
    http::add_operations(router,
                         {.host = host, .store = store, .version = kVersion, .open_sockets = [&] {
                              return sockets.open_sockets();
                          }});
    const auto listener = http::Listener::open(io, router, listen);
    if (!listener) return complain(listener.error());
    std::cout << "listening on " << (*listener)->url() << std::endl;
    run_until_told_to_stop(io, **listener, sockets, host);
    return kDone;
}

int serve(const ServeOptions& options) {
    const auto listen = http::parse_listen(options.listen);
    if (!listen) return complain(listen.error());
    const auto folders = folders_to_serve(options);
    if (!folders) return complain(folders.error());
    const auto scripts = load_all_or_complain(*folders);
    if (!scripts) return kCouldNotStart;
    const auto store = open_store(options.store);
    if (!store) return complain(store.error());
    return serve_scripts(*scripts, **store, *listen);
}

}  // namespace

void add_serve(CLI::App& app, int& status) {
    const auto options = std::make_shared<ServeOptions>();
    CLI::App* const command = app.add_subcommand("serve", "Serve conversations to web pages");
    command->add_option("DIALOG_DIR", options->dialog_dirs,
                        "Folders of the dialogs, the default one first; without: all of dialogs/");
    command->add_option("--listen", options->listen, "Address and port; port 0: any free one")->capture_default_str();
    command->add_option("--store", options->store,
                        "sqlite:FILE or memory:; without: sqlite in the user's state folder");
    command->callback([options, &status] { status = serve(*options); });
}

}  // namespace anamnesis::cli
