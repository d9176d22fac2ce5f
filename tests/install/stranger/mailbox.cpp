// A channel of one's own: letters come in as lines "sender: words", answers go out as "to sender: words".
// Each sender has a conversation. Usage: mailbox DIALOG_DIR

#include <iostream>
#include <map>
#include <string>

#include <anamnesis/host/conversation_host.hpp>
#include <anamnesis/memory/memory_store.hpp>

using namespace anamnesis;

class Sender final : public Peer {
public:
    Sender(ConversationHost& host, std::string name) : host_(host), name_(std::move(name)) {
        host_.receive(connection_, wire::encode(wire::Hello{}));
    }
    ~Sender() override { host_.disconnect(connection_); }

    void letter(const std::string& words) {
        host_.receive(connection_, wire::encode(wire::Say{std::to_string(++letters_), words}));
    }

    void send(const wire::ServerMessage& message) override {
        if (const auto* reply = std::get_if<wire::ReplyMessage>(&message)) show(reply->page);
        if (const auto* error = std::get_if<wire::ErrorMessage>(&message)) write(error->message);
    }

private:
    void show(const Page& page) {
        if (page.outcome) write("[" + std::string(to_string(page.outcome->level)) + "]");
        for (const auto& message : page.messages) write(message.text);
        if (!page.question) return;
        for (const auto& option : page.question->options) write("- " + option.label);
    }

    void write(const std::string& text) { std::cout << "to " << name_ << ": " << text << std::endl; }

    ConversationHost& host_;
    std::string name_;
    int letters_ = 0;
    int connection_ = host_.connect(*this);
};

int main(int argc, char** argv) {
    const auto script = load_script(argc > 1 ? argv[1] : ".");
    if (!script) return std::cerr << to_string(script.error().front()) << '\n', 2;
    MemoryStore store;
    SystemClock clock;
    SystemRandom random;
    ConversationHost host({*script}, store, clock, random, {make_key(random)});
    std::map<std::string, Sender> senders;
    for (std::string line; std::getline(std::cin, line);) {
        const auto colon = line.find(": ");
        if (colon == std::string::npos) continue;
        const std::string name = line.substr(0, colon);
        senders.try_emplace(name, host, name).first->second.letter(line.substr(colon + 2));
    }
}
