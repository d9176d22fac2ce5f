#include "sqlite/sqlite_store.hpp"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "host/inbox.hpp"
#include "sqlite/schema.hpp"
#include "sqlite/writer.hpp"

namespace anamnesis {
namespace {

using sqlite::FileConnection;
using sqlite::Job;
using sqlite::JobOf;
using sqlite::Jobs;
using sqlite::Records;

const Error kFull{Errc::unavailable, "too many calls wait for the store"};

/// Reads what is committed, in a thread beside the writer's.
class ReadingThread {
public:
    ReadingThread(FileConnection reading, Post post)
        : reading_(std::move(reading)), post_(std::move(post)), worker_(1, [this](const Jobs& jobs) {
              const auto failure = reading_.transact(FileConnection::Kind::read, jobs);
              const auto job = jobs.front();
              if (failure) job->fail(failure->error);
              post_([job] { job->answer(); });
          }) {}

    Records& records() { return reading_.records(); }
    bool add(std::shared_ptr<Job> job) { return worker_.add(std::move(job)); }

private:
    FileConnection reading_;
    const Post post_;
    Worker<Job> worker_;
};

class SqliteStore final : public SessionStore {
public:
    SqliteStore(FileConnection writing, FileConnection copying, FileConnection reading, sqlite::Options options)
        : is_waiting_(!options.post),
          post_(is_waiting_ ? inbox_.post() : options.post),
          writer_(std::move(writing), std::move(copying), options.group_max, post_),
          reader_(std::move(reading), post_) {}

    void load(const std::string& id, Done<std::optional<StoredSession>> done) override {
        submit<std::optional<StoredSession>>(reader_, std::move(done), [id](Records& rows) { return rows.load(id); });
    }

    void append(const SessionRow& session, const TurnRow& turn, Done<bool> done) override {
        submit<bool>(writer_, std::move(done), [session, turn](Records& rows) { return rows.append(session, turn); });
    }

    void update(const SessionRow& session, Done<bool> done) override {
        submit<bool>(writer_, std::move(done), [session](Records& rows) { return rows.update(session); });
    }

    void erase(const std::string& id, Done<bool> done) override {
        submit<bool>(
            writer_, std::move(done), [id](Records& rows) { return rows.forget_key(id); }, true);
    }

    void purge(Instant now, Done<int> done) override {
        submit<int>(
            writer_, std::move(done), [now](Records& rows) { return rows.forget_expired_keys(now); }, true);
    }

    void put_contact(const std::string& hash, const Contact& contact, Done<bool> done) override {
        submit<bool>(writer_, std::move(done), [=](Records& rows) { return rows.put_contact(hash, contact); });
    }

    void find_contact(const std::string& hash, Done<std::optional<Contact>> done) override {
        submit<std::optional<Contact>>(reader_, std::move(done),
                                       [hash](Records& rows) { return rows.find_contact(hash); });
    }

    void probe(Done<std::string> done) override {
        submit<std::string>(writer_, std::move(done), [](Records& rows) -> Result<std::string> {
            const Result<bool> written = rows.probe();
            if (!written) return written.error();
            return std::string();
        });
    }

private:
    template <class T, class Thread, class Work>
    void submit(Thread& thread, Done<T> done, Work work, bool erases = false) {
        auto run = [&thread, work = std::move(work)]() -> Result<T> { return work(thread.records()); };
        const auto job = std::make_shared<JobOf<T>>(std::move(run), done);
        job->erases = erases;
        if (!thread.add(job)) return done(kFull);
        if (is_waiting_) inbox_.run_one();
    }

    Inbox inbox_;
    const bool is_waiting_;
    const Post post_;
    sqlite::Writer writer_;
    ReadingThread reader_;
};

/// SQLite gives its side files the mode of the main one, so that is made first, for its owner only.
Result<bool> make_private(const std::string& path) {
    const int file = ::open(path.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file >= 0) {
        ::close(file);
        return true;
    }
    if (errno == EEXIST && ::chmod(path.c_str(), S_IRUSR | S_IWUSR) == 0) return true;
    return Error{Errc::unavailable, path + ": " + std::strerror(errno)};
}

}  // namespace

Result<std::unique_ptr<SessionStore>> open_sqlite(const std::string& path, sqlite::Options options) {
    if (path.empty()) return Error{Errc::bad_input, "the store needs a file name"};
    // With a directory in front no name is special to SQLite (":memory:", "file:").
    const std::string file = path.front() == '/' ? path : "./" + path;
    const Result<bool> is_private = make_private(file);
    if (!is_private) return is_private.error();

    Result<FileConnection> writing = FileConnection::open(file);
    if (!writing) return writing.error();
    const Result<bool> migrated = sqlite::migrate(writing->raw());
    if (!migrated) return migrated.error();
    writing->checkpoint(SQLITE_CHECKPOINT_TRUNCATE);  // what a migration or a crash left in the log
    Result<FileConnection> copying = FileConnection::open(file);
    if (!copying) return copying.error();
    Result<FileConnection> reading = FileConnection::open(file);
    if (!reading) return reading.error();
    for (FileConnection* used : {&*writing, &*reading})
        if (const Result<bool> prepared = used->prepare(); !prepared) return prepared.error();
    return std::unique_ptr<SessionStore>(std::make_unique<SqliteStore>(std::move(*writing), std::move(*copying),
                                                                       std::move(*reading), std::move(options)));
}

}  // namespace anamnesis
