#pragma once
/// A thread that does jobs in their order, many at once where many wait.

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <deque>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include <anamnesis/host/session_store.hpp>

namespace anamnesis::sqlite {

/// One call of the store's: done on a worker's thread, answered on the host's.
class Job {
public:
    virtual ~Job() = default;
    /// Gives the error that spoils the transaction it is in, if any. May be done again after a rollback.
    virtual std::optional<Error> run() = 0;
    virtual void fail(const Error& error) = 0;
    virtual void answer() = 0;

    bool erases = false;  ///< forgets keys, whose rows are to be swept before it is answered
};

template <class T>
class JobOf final : public Job {
public:
    JobOf(std::function<Result<T>()> work, Done<T> done) : work_(std::move(work)), done_(std::move(done)) {}

    std::optional<Error> run() override {
        result_ = work_();
        const bool is_spoilt = !*result_ && result_->error().code == Errc::unavailable;
        return is_spoilt ? std::optional(result_->error()) : std::nullopt;
    }
    void fail(const Error& error) override { result_ = Result<T>(error); }
    void answer() override { done_(std::move(*result_)); }

private:
    std::function<Result<T>()> work_;
    Done<T> done_;
    std::optional<Result<T>> result_;
};

using Jobs = std::vector<std::shared_ptr<Job>>;

/// Jobs that may wait; one more is refused.
inline constexpr std::size_t kJobsMax = 16 * 1024;

class Worker {
public:
    /// `work` is called with the jobs that wait, at most `group_max`.
    Worker(std::size_t group_max, std::function<void(Jobs)> work);

    /// Does what still waits.
    ~Worker();

    /// False: too many wait.
    bool add(std::shared_ptr<Job> job);

private:
    void run();
    Jobs take();

    const std::size_t group_max_;
    const std::function<void(Jobs)> work_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<std::shared_ptr<Job>> waiting_;
    bool is_over_ = false;
    std::thread thread_;
};

}  // namespace anamnesis::sqlite
