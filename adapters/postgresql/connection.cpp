#include "postgresql/connection.hpp"

#include <algorithm>
#include <cerrno>
#include <iterator>
#include <thread>

#include <poll.h>

#include "postgresql/schema.hpp"
#include "postgresql/statements.hpp"

namespace anamnesis::postgresql {
namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr auto kBackoffMin = std::chrono::milliseconds(50);
constexpr auto kBackoffMax = std::chrono::seconds(1);

/// What a commit says must be on disk, here and on a standby that is named, whatever the server's default is.
constexpr const char* kDurable =
    "SELECT set_config('synchronous_commit', 'on', false) "
    "WHERE current_setting('synchronous_commit') IN ('off', 'local')";

/// The URI comes last and wins; it may name several servers, of which the one that takes writes is wanted.
const char* const kKeywords[] = {"target_session_attrs",
                                 "connect_timeout",
                                 "tcp_user_timeout",
                                 "client_encoding",
                                 "application_name",
                                 "dbname",
                                 nullptr};

std::string one_line(std::string text) {
    while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

/// The server will not take writes again: it became a standby, or goes down.
bool is_wrong_server(const std::string& state) { return state == "25006" || state.starts_with("57P"); }

void fail_all(const ServerConnection::Calls& calls, const std::string& message) {
    for (const auto& call : calls) call->take(Error{Errc::unavailable, message});
}

}  // namespace

Error last_error(PGconn* connection) {
    return {Errc::unavailable, "PostgreSQL: " + one_line(PQerrorMessage(connection))};
}

Answer ask(PGconn* connection, const char* sql) { return Answer(PQexec(connection, sql)); }

bool is_good(const Answer& answer) {
    const ExecStatusType status = PQresultStatus(answer.get());
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

Result<bool> ServerConnection::open() {
    const Result<bool> connected = connect();
    if (!connected) return connected;
    PQexitPipelineMode(connection_.get());
    const Result<bool> migrated = migrate(connection_.get());
    return migrated ? prepare() : migrated;
}

Result<bool> ServerConnection::connect() {
    const char* const values[] = {"read-write", "3", "8000", "UTF8", "anamnesis", uri_.c_str(), nullptr};
    connection_.reset(PQconnectdbParams(kKeywords, values, 1));
    if (PQstatus(connection_.get()) != CONNECTION_OK) return last_error(connection_.get());
    PQsetNoticeProcessor(
        connection_.get(), [](void*, const char*) {}, nullptr);
    if (!is_good(ask(connection_.get(), kDurable))) return last_error(connection_.get());
    return true;
}

Result<bool> ServerConnection::prepare() {
    for (std::size_t i = 0; i < std::size(kStatements); ++i) {
        const std::string name = name_of(static_cast<Sql>(i));
        const Answer prepared(PQprepare(connection_.get(), name.c_str(), kStatements[i], 0, nullptr));
        if (!is_good(prepared)) return last_error(connection_.get());
    }
    if (PQenterPipelineMode(connection_.get()) != 1) return last_error(connection_.get());
    return true;
}

/// Tries for kConnectMax, ever more seldom. Who comes soon after such a failure is not kept waiting again.
bool ServerConnection::reconnect() {
    if (connection_ && PQstatus(connection_.get()) == CONNECTION_OK) return true;
    const auto until = SteadyClock::now() + kConnectMax;
    if (SteadyClock::now() < try_again_at_) return false;
    for (auto pause = std::chrono::milliseconds(kBackoffMin);;
         pause = std::min<std::chrono::milliseconds>(2 * pause, kBackoffMax)) {
        Result<bool> done = connect();
        if (done) done = prepare();
        if (done) return true;
        connection_.reset();
        failure_ = done.error().message;
        if (SteadyClock::now() + pause >= until) break;
        std::this_thread::sleep_for(pause);
    }
    try_again_at_ = SteadyClock::now() + kBackoffMax;
    return false;
}

void ServerConnection::run(const Calls& calls) {
    if (!reconnect()) return fail_all(calls, failure_);
    const Outcome outcome = transact(calls);
    const bool is_done = outcome.answers.size() == calls.size();
    for (std::size_t i = 0; is_done && i < calls.size(); ++i) calls[i]->take(outcome.answers[i].get());
    if (outcome.is_lost || is_wrong_server(outcome.state)) connection_.reset();
    if (is_done) return;
    if (outcome.is_lost || calls.size() == 1) return fail_all(calls, "PostgreSQL: " + outcome.message);
    for (const auto& call : calls) run({call});  // one of them spoilt it; the others need not suffer
}

ServerConnection::Outcome ServerConnection::transact(const Calls& calls) {
    Outcome outcome;
    outcome.is_lost = !send(calls) || !collect(calls, outcome);
    if (outcome.is_lost || !outcome.message.empty()) outcome.answers.clear();
    if (outcome.is_lost && outcome.message.empty()) outcome.message = one_line(PQerrorMessage(connection_.get()));
    if (outcome.is_lost && outcome.message.empty()) outcome.message = "no answer in time";
    return outcome;
}

bool ServerConnection::send(const Calls& calls) {
    for (const auto& call : calls) {
        std::vector<const char*> values;
        std::vector<int> lengths, formats;
        for (const Parameter& parameter : call->parameters) {
            values.push_back(parameter.value.c_str());
            lengths.push_back(static_cast<int>(parameter.value.size()));
            formats.push_back(parameter.is_bytes ? 1 : 0);
        }
        const int sent =
            PQsendQueryPrepared(connection_.get(), name_of(call->sql).c_str(), static_cast<int>(values.size()),
                                values.data(), lengths.data(), formats.data(), 0);
        if (sent != 1) return false;
    }
    return PQpipelineSync(connection_.get()) == 1;
}

/// Up to the sync, which comes after the commit. False: it did not come.
bool ServerConnection::collect(const Calls& calls, Outcome& outcome) {
    const auto until = SteadyClock::now() + kAnswerMax;
    bool is_end_of_call = false;
    while (wait_for_result(until)) {
        Answer answer(PQgetResult(connection_.get()));
        if (!answer && is_end_of_call) return false;  // two in a row: the connection is gone
        is_end_of_call = !answer;
        if (!answer) continue;
        const ExecStatusType status = PQresultStatus(answer.get());
        if (status == PGRES_PIPELINE_SYNC) return outcome.answers.size() <= calls.size();
        if (status == PGRES_FATAL_ERROR && outcome.message.empty()) {
            outcome.message = one_line(PQresultErrorMessage(answer.get()));
            const char* const state = PQresultErrorField(answer.get(), PG_DIAG_SQLSTATE);
            outcome.state = state ? state : "";
        }
        if (is_good(answer)) outcome.answers.push_back(std::move(answer));
    }
    return false;
}

bool ServerConnection::wait_for_result(SteadyClock::time_point until) {
    while (PQisBusy(connection_.get()) == 1) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - SteadyClock::now());
        pollfd socket{PQsocket(connection_.get()), POLLIN, 0};
        if (left.count() <= 0) return false;
        const int ready = ::poll(&socket, 1, static_cast<int>(left.count()));
        if (ready < 0 && errno == EINTR) continue;
        if (ready <= 0) return false;
        if (PQconsumeInput(connection_.get()) != 1) return false;
    }
    return true;
}

}  // namespace anamnesis::postgresql
