#include "console/console.hpp"

#include <algorithm>
#include <istream>
#include <ostream>

#include <nlohmann/json.hpp>

#include "console/line_reader.hpp"
#include "console/page_text.hpp"
#include "host/utf8.hpp"

namespace anamnesis {
namespace {

using nlohmann::json;

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

std::string hello(const ConsoleOptions& options) {
    const json message = {{"type", "hello"}, {"dialog", options.dialog}, {"locale", options.locale}};
    // An option may hold any bytes; what is no text becomes an unknown locale.
    return message.dump(-1, ' ', false, json::error_handler_t::replace);
}

/// "/change face" as a command; its argument goes under both names, and the one that fits is read.
json command(const std::string& line) {
    const std::size_t space = std::min(line.find(' '), line.size());
    const std::string argument = line.substr(std::min(space + 1, line.size()));
    return {{"type", "command"}, {"name", line.substr(1, space - 1)}, {"question", argument}, {"locale", argument}};
}

/// A typed line (UTF-8) as a wire message.
std::string typed(const std::string& line, int number) {
    json message = {{"type", "say"}, {"text", line}};
    if (line.starts_with('/')) message = command(line);
    message["id"] = std::to_string(number);
    return message.dump();
}

/// One line from the terminal to the host, in the form of its mode.
void pass_on(ConversationHost& host, int connection, console::Line line, bool as_json, int number) {
    if (line.is_too_long) return host.refuse(connection, wire::ErrorCode::too_large);
    if (as_json) return host.receive(connection, line.text);
    if (!is_utf8(line.text)) return host.refuse(connection, wire::ErrorCode::not_utf8);
    if (line.text.ends_with('\r')) line.text.pop_back();
    host.receive(connection, typed(line.text, number));
}

}  // namespace

int run_console(ConversationHost& host, std::istream& in, std::ostream& out, const ConsoleOptions& options) {
    Terminal terminal(out, options.json);
    const int connection = host.connect(terminal);
    if (!options.json) host.receive(connection, hello(options));
    int number = 0;
    while (auto line = console::read_line(in, wire::kFrameBytesMax))
        pass_on(host, connection, std::move(*line), options.json, ++number);
    host.disconnect(connection);
    return 0;
}

}  // namespace anamnesis
