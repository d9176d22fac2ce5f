#pragma once
/// One call of the store's: done on a thread, answered on the host's.

#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include <anamnesis/host/session_store.hpp>

namespace anamnesis::sqlite {

class Job {
public:
    virtual ~Job() = default;
    /// Gives the error that spoils the transaction it is in, if any. May be done again after a rollback.
    virtual std::optional<Error> run() = 0;
    virtual void fail(const Error& error) = 0;
    virtual void answer() = 0;

    bool erases = false;  ///< forgets keys, whose rows are to be swept before it is answered
};

using Jobs = std::vector<std::shared_ptr<Job>>;

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
    /// What waits for the answer ends with it, and on the host's thread: it may hold what somebody typed.
    void answer() override {
        const Done<T> done = std::exchange(done_, nullptr);
        done(std::move(*result_));
    }

private:
    std::function<Result<T>()> work_;
    Done<T> done_;
    std::optional<Result<T>> result_;
};

}  // namespace anamnesis::sqlite
