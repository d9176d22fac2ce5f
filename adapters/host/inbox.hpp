#pragma once
/// The host's thread where it has no event loop: it waits for each answer of a store that works in threads.

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <utility>

#include "host/session_store.hpp"

namespace anamnesis {

class Inbox {
public:
    Post post() {
        return [this](std::function<void()> work) {
            const std::lock_guard lock(mutex_);
            waiting_.push_back(std::move(work));
            wake_.notify_one();
        };
    }

    /// Waits for one, and runs it.
    void run_one() {
        std::unique_lock lock(mutex_);
        wake_.wait(lock, [this] { return !waiting_.empty(); });
        const auto work = std::move(waiting_.front());
        waiting_.pop_front();
        lock.unlock();
        work();
    }

private:
    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<std::function<void()>> waiting_;
};

}  // namespace anamnesis
