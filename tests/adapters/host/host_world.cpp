#include "host_world.hpp"

namespace anamnesis::tests {
namespace {

const Error kDown{Errc::unavailable, "the store is down"};

std::string brief(const nlohmann::json& message) {
    const std::string type = message.at("type");
    std::string text = type;
    if (type == "reply") text += ' ' + std::to_string(message.at("seq").get<int>());
    if (type == "error") text += ' ' + message.at("code").get<std::string>();
    if (message.contains("for") && message.at("for").is_string())
        text += " for " + message.at("for").get<std::string>();
    return text;
}

}  // namespace

template <class T>
void FaultyStore::give(const Done<T>& done, Result<T> result) {
    if (!waits) return done(std::move(result));
    waiting_.push_back([done, result = std::move(result)] { done(result); });
}

void FaultyStore::load(const std::string& id, Done<std::optional<StoredSession>> done) {
    if (fails_all) return give<std::optional<StoredSession>>(done, kDown);
    memory_.load(id, [&](auto result) { give(done, std::move(result)); });
}

void FaultyStore::append(const SessionRow& session, const TurnRow& turn, Done<bool> done) {
    if (const auto first = std::exchange(on_append, {})) first();
    if (fails_all || append_mode == Append::fails) return give<bool>(done, kDown);
    memory_.append(session, turn, [&](Result<bool> result) {
        if (append_mode == Append::works_but_says_it_failed) result = kDown;
        give(done, std::move(result));
    });
}

void FaultyStore::update(const SessionRow& session, Done<bool> done) {
    if (const auto first = std::exchange(on_update, {})) first();
    if (fails_all) return give<bool>(done, kDown);
    memory_.update(session, [&](Result<bool> result) { give(done, std::move(result)); });
}

void FaultyStore::erase(const std::string& id, Done<bool> done) {
    if (fails_all) return give<bool>(done, kDown);
    memory_.erase(id, [&](Result<bool> result) { give(done, std::move(result)); });
}

void FaultyStore::purge(Instant now, Done<int> done) {
    if (fails_all) return give<int>(done, kDown);
    memory_.purge(now, [&](Result<int> result) { give(done, std::move(result)); });
}

void FaultyStore::put_contact(const std::string& hash, const Contact& contact, Done<bool> done) {
    if (fails_all) return give<bool>(done, kDown);
    memory_.put_contact(hash, contact, [&](Result<bool> result) { give(done, std::move(result)); });
}

void FaultyStore::find_contact(const std::string& hash, Done<std::optional<Contact>> done) {
    if (fails_all) return give<std::optional<Contact>>(done, kDown);
    memory_.find_contact(hash, [&](auto result) { give(done, std::move(result)); });
}

void FaultyStore::probe(Done<std::string> done) {
    ++probes;
    give<std::string>(done, fails_all ? Result<std::string>(kDown) : Result<std::string>(warning));
}

void FaultyStore::answer_one() {
    const auto answer = std::move(waiting_.front());
    waiting_.pop_front();
    answer();
}

void FaultyStore::answer_all() {
    while (!waiting_.empty()) answer_one();
}

std::optional<StoredSession> FaultyStore::stored(const std::string& id) {
    std::optional<StoredSession> found;
    memory_.load(id, [&](auto result) { found = *result; });
    return found;
}

void Client::send(const wire::ServerMessage& message) {
    received.push_back(nlohmann::json::parse(wire::encode(message)));
    if (last().at("type") != "ready") return;
    session = last().at("session");
    secret = last().at("secret");
}

void Client::leave() {
    if (connection_ != 0) host_.disconnect(std::exchange(connection_, 0));
}

void Client::hello() { send_bytes(R"({"type":"hello","dialog":"tiny","locale":"en-GB"})"); }

void Client::resume(const Client& earlier, int after) { resume(earlier.session, earlier.secret, after); }

void Client::resume(const std::string& with_session, const std::string& with_secret, int after) {
    const nlohmann::json hello = {
        {"type", "hello"}, {"session", with_session}, {"secret", with_secret}, {"after", after}};
    send_bytes(hello.dump());
}

void Client::say(const std::string& id, const std::string& text) {
    send_bytes(nlohmann::json{{"type", "say"}, {"id", id}, {"text", text}}.dump());
}

void Client::choose(const std::string& id, const std::string& question, const std::vector<std::string>& choices) {
    nlohmann::json message = {{"type", "choose"}, {"id", id}, {"question", question}};
    message["choices"] = choices;
    send_bytes(message.dump());
}

void Client::command(const std::string& id, const std::string& name) {
    send_bytes(nlohmann::json{{"type", "command"}, {"id", id}, {"name", name}}.dump());
}

std::string Client::last_brief() const { return received.empty() ? "" : brief(last()); }

std::vector<std::string> Client::briefs() const {
    std::vector<std::string> all;
    for (const nlohmann::json& message : received) all.push_back(brief(message));
    return all;
}

}  // namespace anamnesis::tests
