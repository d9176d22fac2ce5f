#pragma once
/// The world of the host's tests: a clock and a randomness to set, a store that can fail or wait,
/// and a peer that keeps what it was sent.

#include <deque>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "host/conversation_host.hpp"
#include "memory/memory_store.hpp"
#include "tiny_dialog.hpp"

namespace anamnesis::tests {

class ManualClock final : public Clock {
public:
    Instant now() override { return time; }
    Instant time = 1'000'000'000'000;
};

class CountingRandom final : public Random {
public:
    void fill(std::span<unsigned char> bytes) override {
        for (unsigned char& byte : bytes) byte = static_cast<unsigned char>(count_ >> 8 * (&byte - bytes.data()) % 24);
        ++count_;
    }

private:
    int count_ = 0;
};

/// A memory store whose faults are set by the test.
class FaultyStore final : public SessionStore {
public:
    enum class Append { works, fails, works_but_says_it_failed };

    void load(const std::string& id, Done<std::optional<StoredSession>> done) override;
    void append(const SessionRow& session, const TurnRow& turn, Done<bool> done) override;
    void update(const SessionRow& session, Done<bool> done) override;
    void erase(const std::string& id, Done<bool> done) override;
    void purge(Instant now, Done<int> done) override;
    void put_contact(const std::string& hash, const Contact& contact, Done<bool> done) override;
    void find_contact(const std::string& hash, Done<std::optional<Contact>> done) override;
    void probe(Done<std::string> done) override;

    /// Lets one waiting answer through.
    void answer_one();
    void answer_all();

    std::optional<StoredSession> stored(const std::string& id);

    Append append_mode = Append::works;
    bool fails_all = false;
    int probes = 0;
    std::string warning;              ///< what a probe gives
    bool waits = false;               ///< answers wait until answer_one()
    std::function<void()> on_append;  ///< runs once, before the next append
    std::function<void()> on_update;  ///< runs once, before the next update

private:
    template <class T>
    void give(const Done<T>& done, Result<T> result);

    MemoryStore memory_;
    std::deque<std::function<void()>> waiting_;
};

/// One connection, with the messages it received as JSON.
class Client final : public Peer {
public:
    explicit Client(ConversationHost& host) : host_(host), connection_(host.connect(*this)) {}
    ~Client() override { leave(); }
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    void send(const wire::ServerMessage& message) override;

    void send_bytes(const std::string& bytes) { host_.receive(connection_, bytes); }
    void refuse(wire::ErrorCode code) { host_.refuse(connection_, code); }
    void leave();

    /// Each sends one message; hello() also keeps session and secret.
    void hello();
    void resume(const Client& earlier, int after = 0);
    void resume(const std::string& session, const std::string& secret, int after = 0);
    void say(const std::string& id, const std::string& text);
    void choose(const std::string& id, const std::string& question, const std::vector<std::string>& choices);
    void command(const std::string& id, const std::string& name);

    const nlohmann::json& last() const { return received.back(); }
    /// "ready", "reply 2 for m1", "error busy for m1": short, to compare.
    std::string last_brief() const;
    std::vector<std::string> briefs() const;

    std::vector<nlohmann::json> received;
    std::string session, secret;

private:
    ConversationHost& host_;
    int connection_;
};

/// A host with its world.
struct World {
    ManualClock clock;
    CountingRandom random;
    FaultyStore store;
    Privacy privacy{make_key(random)};
    ConversationHost host{{tiny_script()}, store, clock, random, privacy};
};

}  // namespace anamnesis::tests
