#pragma once
/// A connection to PostgreSQL that is made again when it is lost; used by one thread.

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include <libpq-fe.h>

#include <anamnesis/result.hpp>

#include "postgresql/call.hpp"

namespace anamnesis::postgresql {

struct CloseConnection {
    void operator()(PGconn* connection) const { PQfinish(connection); }
};
struct ClearResult {
    void operator()(PGresult* result) const { PQclear(result); }
};
using Answer = std::unique_ptr<PGresult, ClearResult>;

/// What the connection says was wrong last; one line.
Error last_error(PGconn* connection);

/// Asks and waits; for setting up.
Answer ask(PGconn* connection, const char* sql);
bool is_good(const Answer& answer);

/// How long calls wait for a connection, and for what they asked. Then nobody knows what became of them.
inline constexpr auto kConnectMax = std::chrono::seconds(5);
inline constexpr auto kAnswerMax = std::chrono::seconds(10);

class ServerConnection {
public:
    using Calls = std::vector<std::shared_ptr<Call>>;

    explicit ServerConnection(std::string uri) : uri_(std::move(uri)) {}

    /// Connects once and brings the schema up to date.
    Result<bool> open();

    /// Does all calls in one transaction and one round trip, or, where one of them spoils it, each alone. Each gets a
    /// result.
    void run(const Calls& calls);

private:
    struct Outcome {
        std::vector<Answer> answers;  ///< of the calls; empty where the transaction failed
        std::string message, state;   ///< of what spoilt it
        bool is_lost = false;         ///< the connection; nobody knows whether it was done
    };

    Result<bool> connect();
    Result<bool> prepare();
    bool reconnect();
    bool send(const Calls& calls);
    Outcome transact(const Calls& calls);
    bool collect(const Calls& calls, Outcome& outcome);
    bool wait_for_result(std::chrono::steady_clock::time_point until);

    const std::string uri_;
    std::unique_ptr<PGconn, CloseConnection> connection_;
    std::string failure_;  ///< of the last try to connect
    std::chrono::steady_clock::time_point try_again_at_ = {};
};

}  // namespace anamnesis::postgresql
