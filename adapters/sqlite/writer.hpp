#pragma once
/// All that is written: one thread, one transaction for all that waits, and checkpoints beside it.

#include <atomic>

#include "host/worker.hpp"
#include "sqlite/connection.hpp"

namespace anamnesis::sqlite {

/// Pages of the log from which on it is copied into the file, beside the commits; and from which on the next commit
/// waits for that.
inline constexpr int kCheckpointPages = 2000;
inline constexpr int kLogPagesMax = 32 * 1024;

class Writer {
public:
    Writer(FileConnection writing, FileConnection copying, std::size_t group_max, Post post);

    Records& records() { return writing_.records(); }
    bool add(std::shared_ptr<Job> job) { return writer_.add(std::move(job)); }

private:
    void commit(const Jobs& jobs);
    void sweep(const Jobs& jobs);
    void look_at_log();
    void checkpoint(FileConnection& connection, int mode);

    FileConnection writing_, copying_;
    const Post post_;
    int log_pages_ = 0;
    std::atomic<bool> is_copying_ = false;
    std::atomic<bool> is_stopped_ = false;
    Worker<Job> copier_;
    Worker<Job> writer_;  // last: its thread uses all the others
};

}  // namespace anamnesis::sqlite
