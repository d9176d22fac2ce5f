#pragma once
/// What stores that work in threads share: a thread that does jobs in their order, many at once where many wait.

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <iterator>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace anamnesis {

/// Jobs that may wait for a worker; one more is refused.
inline constexpr std::size_t kJobsMax = 16 * 1024;

template <class Job>
class Worker {
public:
    using Jobs = std::vector<std::shared_ptr<Job>>;

    /// `work` is called with the jobs that wait, at most `group_max`.
    Worker(std::size_t group_max, std::function<void(const Jobs&)> work)
        : group_max_(group_max), work_(std::move(work)), thread_([this] { run(); }) {}

    /// Does what still waits.
    ~Worker() {
        {
            const std::lock_guard lock(mutex_);
            is_over_ = true;
        }
        wake_.notify_one();
        thread_.join();
    }

    /// False: too many wait.
    bool add(std::shared_ptr<Job> job) {
        {
            const std::lock_guard lock(mutex_);
            if (waiting_.size() >= kJobsMax) return false;
            waiting_.push_back(std::move(job));
        }
        wake_.notify_one();
        return true;
    }

private:
    void run() {
        for (Jobs jobs = take(); !jobs.empty(); jobs = take()) work_(jobs);
    }

    /// Waits for jobs; none: it is over.
    Jobs take() {
        std::unique_lock lock(mutex_);
        wake_.wait(lock, [this] { return is_over_ || !waiting_.empty(); });
        const auto end = waiting_.begin() + static_cast<std::ptrdiff_t>(std::min(group_max_, waiting_.size()));
        Jobs jobs(std::make_move_iterator(waiting_.begin()), std::make_move_iterator(end));
        waiting_.erase(waiting_.begin(), end);
        return jobs;
    }

    const std::size_t group_max_;
    const std::function<void(const Jobs&)> work_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<std::shared_ptr<Job>> waiting_;
    bool is_over_ = false;
    std::thread thread_;  // last: it uses all the others
};

}  // namespace anamnesis
