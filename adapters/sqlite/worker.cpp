#include "sqlite/worker.hpp"

#include <algorithm>
#include <iterator>

namespace anamnesis::sqlite {

Worker::Worker(std::size_t group_max, std::function<void(Jobs)> work)
    : group_max_(group_max), work_(std::move(work)), thread_([this] { run(); }) {}

Worker::~Worker() {
    {
        const std::lock_guard lock(mutex_);
        is_over_ = true;
    }
    wake_.notify_one();
    thread_.join();
}

bool Worker::add(std::shared_ptr<Job> job) {
    {
        const std::lock_guard lock(mutex_);
        if (waiting_.size() >= kJobsMax) return false;
        waiting_.push_back(std::move(job));
    }
    wake_.notify_one();
    return true;
}

void Worker::run() {
    for (Jobs jobs = take(); !jobs.empty(); jobs = take()) work_(std::move(jobs));
}

/// Waits for jobs; none: it is over.
Jobs Worker::take() {
    std::unique_lock lock(mutex_);
    wake_.wait(lock, [this] { return is_over_ || !waiting_.empty(); });
    const auto count = static_cast<std::ptrdiff_t>(std::min(group_max_, waiting_.size()));
    Jobs jobs(std::make_move_iterator(waiting_.begin()), std::make_move_iterator(waiting_.begin() + count));
    waiting_.erase(waiting_.begin(), waiting_.begin() + count);
    return jobs;
}

}  // namespace anamnesis::sqlite
