#include "postgresql/postgresql_store.hpp"

#include <cstdlib>
#include <utility>

#include "host/inbox.hpp"
#include "host/worker.hpp"
#include "postgresql/connection.hpp"

namespace anamnesis {
namespace {

using postgresql::Call;
using postgresql::Parameter;
using postgresql::ServerConnection;
using postgresql::Sql;

constexpr std::size_t kGroupMax = 256;
const Error kFull{Errc::unavailable, "too many calls wait for the store"};
const Error kNoSession{Errc::not_found, "no such session"};

Parameter number(Instant value) { return {std::to_string(value)}; }
Parameter bytes(const std::string& value) { return {value, true}; }

std::string text_at(const PGresult* rows, int row, int column) {
    return {PQgetvalue(rows, row, column), static_cast<std::size_t>(PQgetlength(rows, row, column))};
}

Instant number_at(const PGresult* rows, int row, int column) { return std::atoll(PQgetvalue(rows, row, column)); }

std::string bytes_at(const PGresult* rows, int row, int column) {
    std::size_t length = 0;
    const auto* escaped = reinterpret_cast<const unsigned char*>(PQgetvalue(rows, row, column));
    const std::unique_ptr<unsigned char, decltype(&PQfreemem)> plain(PQunescapeBytea(escaped, &length), &PQfreemem);
    return plain ? std::string(reinterpret_cast<const char*>(plain.get()), length) : std::string();
}

int changed(const PGresult* result) { return std::atoi(PQcmdTuples(const_cast<PGresult*>(result))); }

std::vector<Parameter> session_parameters(const SessionRow& row) {
    return {{row.id},
            {row.dialog},
            bytes(row.locale),
            {row.secret_hash},
            {row.old_secret_hash},
            bytes(row.wrapped_key),
            number(row.created_at)};
}

std::vector<Parameter> turn_parameters(const SessionRow& row, const TurnRow& turn) {
    std::vector<Parameter> all = session_parameters(row);
    for (Parameter next : {number(row.expires_at), number(turn.seq), bytes(turn.message_id),
                           Parameter{turn.request_hash}, Parameter{turn.script}, bytes(turn.acts)})
        all.push_back(std::move(next));
    return all;
}

Result<std::optional<StoredSession>> read_session(const PGresult* rows) {
    if (PQntuples(rows) == 0) return std::optional<StoredSession>{};
    StoredSession stored;
    stored.session = {text_at(rows, 0, 0), text_at(rows, 0, 1),  bytes_at(rows, 0, 2),  text_at(rows, 0, 3),
                      text_at(rows, 0, 4), bytes_at(rows, 0, 5), number_at(rows, 0, 6), number_at(rows, 0, 7)};
    for (int row = 0; row < PQntuples(rows); ++row)
        stored.turns.push_back({static_cast<int>(number_at(rows, row, 8)), bytes_at(rows, row, 9),
                                text_at(rows, row, 10), text_at(rows, row, 11), bytes_at(rows, row, 12)});
    return std::optional(std::move(stored));
}

Result<std::optional<Contact>> read_contact(const PGresult* rows) {
    if (PQntuples(rows) == 0) return std::optional<Contact>{};
    return std::optional(Contact{text_at(rows, 0, 0), bytes_at(rows, 0, 1)});
}

Result<std::string> read_probe(const PGresult* rows) {
    if (text_at(rows, 0, 0) == "off") return std::string("fsync is off: a power cut loses what was answered");
    if (text_at(rows, 0, 1).empty())
        return std::string("no synchronous standby is named: a lost disk loses what was answered");
    return std::string();
}

/// One connection with its thread.
class ServerThread {
public:
    ServerThread(std::shared_ptr<ServerConnection> connection, Post post)
        : worker_(kGroupMax, [connection = std::move(connection), post = std::move(post)](const auto& calls) {
              connection->run(calls);
              post([calls] {
                  for (const auto& call : calls)
                      std::exchange(call->answer, nullptr)();  // it may hold what somebody typed
              });
          }) {}

    bool add(std::shared_ptr<Call> call) { return worker_.add(std::move(call)); }

private:
    Worker<Call> worker_;
};

class PostgresqlStore final : public SessionStore {
public:
    PostgresqlStore(std::shared_ptr<ServerConnection> writing, std::shared_ptr<ServerConnection> reading, Post post)
        : is_waiting_(!post),
          post_(is_waiting_ ? inbox_.post() : std::move(post)),
          writer_(std::move(writing), post_),
          reader_(std::move(reading), post_) {}

    void load(const std::string& id, Done<std::optional<StoredSession>> done) override {
        submit<std::optional<StoredSession>>(reader_, Sql::load, {{id}}, read_session, std::move(done));
    }

    void append(const SessionRow& session, const TurnRow& turn, Done<bool> done) override {
        const Sql sql = turn.seq == 2 ? Sql::first_turn : Sql::next_turn;
        submit<bool>(writer_, sql, turn_parameters(session, turn),
                     one_or(Error{Errc::conflict, "another turn came first"}), std::move(done));
    }

    void update(const SessionRow& session, Done<bool> done) override {
        submit<bool>(writer_, Sql::update, session_parameters(session), one_or(kNoSession), std::move(done));
    }

    void erase(const std::string& id, Done<bool> done) override {
        const auto swept = [done](const Result<int>& result) {
            done(result ? Result<bool>(true) : Result<bool>(result.error()));
        };
        submit<int>(writer_, Sql::forget_key, {{id}}, changed, then_sweep(swept));
    }

    void purge(Instant now, Done<int> done) override {
        submit<int>(writer_, Sql::forget_expired, {number(now)}, changed, then_sweep(std::move(done)));
    }

    void put_contact(const std::string& hash, const Contact& contact, Done<bool> done) override {
        submit<bool>(writer_, Sql::put_contact, {{hash}, {contact.session}, bytes(contact.address)}, one_or(kNoSession),
                     std::move(done));
    }

    void find_contact(const std::string& hash, Done<std::optional<Contact>> done) override {
        submit<std::optional<Contact>>(reader_, Sql::find_contact, {{hash}}, read_contact, std::move(done));
    }

    void probe(Done<std::string> done) override {
        submit<std::string>(writer_, Sql::probe, {}, read_probe, std::move(done));
    }

private:
    static std::function<Result<bool>(const PGresult*)> one_or(Error error) {
        return
            [error](const PGresult* result) { return changed(result) == 1 ? Result<bool>(true) : Result<bool>(error); };
    }

    /// Once the keys are forgotten on disk, their rows go.
    Done<int> then_sweep(Done<int> done) {
        return [this, done = std::move(done)](const Result<int>& forgotten) {
            if (!forgotten) return done(forgotten);
            const auto as_before = [count = *forgotten](const PGresult*) -> Result<int> { return count; };
            submit<int>(writer_, Sql::sweep, {}, as_before, done);
        };
    }

    template <class T>
    void submit(ServerThread& thread, Sql sql, std::vector<Parameter> parameters,
                std::function<Result<T>(const PGresult*)> read, Done<T> done) {
        const auto result = std::make_shared<std::optional<Result<T>>>();
        const auto call = std::make_shared<Call>();
        call->sql = sql;
        call->parameters = std::move(parameters);
        call->take = [result, read = std::move(read)](const Result<const PGresult*>& rows) {
            *result = rows ? read(*rows) : Result<T>(rows.error());
        };
        call->answer = [result, done] { done(std::move(**result)); };
        if (!thread.add(call)) return done(kFull);
        if (is_waiting_) inbox_.run_one();
    }

    Inbox inbox_;
    const bool is_waiting_;
    const Post post_;
    ServerThread writer_, reader_;
};

}  // namespace

Result<std::unique_ptr<SessionStore>> open_postgresql(const std::string& uri, Post post) {
    char* complaint = nullptr;
    PQconninfoOption* const parsed = PQconninfoParse(uri.c_str(), &complaint);
    PQconninfoFree(parsed);
    PQfreemem(complaint);  // it may repeat a password
    if (!parsed) return Error{Errc::bad_input, "not a connection URI of PostgreSQL, like postgresql://user@host/name"};
    const auto writing = std::make_shared<ServerConnection>(uri), reading = std::make_shared<ServerConnection>(uri);
    for (const auto& connection : {writing, reading})
        if (const Result<bool> opened = connection->open(); !opened) return opened.error();
    return std::unique_ptr<SessionStore>(std::make_unique<PostgresqlStore>(writing, reading, std::move(post)));
}

}  // namespace anamnesis
