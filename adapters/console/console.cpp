#include "console/console.hpp"

#include <algorithm>
#include <istream>
#include <ostream>

#include "console/line_reader.hpp"
#include "console/page_text.hpp"
#include "host/utf8.hpp"

namespace anamnesis {
namespace {

class Terminal final : public Peer {
public:
    Terminal(std::ostream& out, bool as_json) : out_(out), as_json_(as_json) {}

    void send(const wire::ServerMessage& message) override {
        if (as_json_)
            out_ << wire::encode(message) << '\n';
        else
            out_ << console::to_text(message);
        out_.flush();
    }

private:
    std::ostream& out_;
    bool as_json_;
};

/// A typed line as a wire message: "/change face" is a command, all else is said.
wire::ClientMessage typed(const std::string& line, int number) {
    const std::string id = std::to_string(number);
    if (!line.starts_with('/')) return wire::Say{id, line};
    if (line == "/export") return wire::Export{id};
    const std::size_t space = std::min(line.find(' '), line.size());
    return wire::CommandMessage{id, line.substr(1, space - 1), line.substr(std::min(space + 1, line.size()))};
}

/// One line from the terminal to the host, in the form of its mode.
void pass_on(ConversationHost& host, int connection, console::Line line, bool as_json, int number) {
    if (line.is_too_long) return host.refuse(connection, wire::ErrorCode::too_large);
    if (as_json) return host.receive(connection, line.text);
    if (!is_utf8(line.text)) return host.refuse(connection, wire::ErrorCode::not_utf8);
    if (line.text.ends_with('\r')) line.text.pop_back();
    host.receive(connection, wire::encode(typed(line.text, number)));
}

}  // namespace

int run_console(ConversationHost& host, std::istream& in, std::ostream& out, const ConsoleOptions& options) {
    Terminal terminal(out, options.json);
    const int connection = host.connect(terminal);
    const wire::Hello hello{.dialog = options.dialog, .locale = options.locale, .session = {}, .secret = {}};
    if (!options.json) host.receive(connection, wire::encode(hello));
    int number = 0;
    while (auto line = console::read_line(in, wire::kFrameBytesMax))
        pass_on(host, connection, std::move(*line), options.json, ++number);
    host.disconnect(connection);
    return 0;
}

}  // namespace anamnesis
