#include "sqlite/writer.hpp"

#include <algorithm>

namespace anamnesis::sqlite {
namespace {

const Error kStopped{Errc::unavailable,
                     "the disk failed to keep what was written; nothing is taken until the store is opened again"};

void fail_all(const Jobs& jobs, const Error& error) {
    for (const auto& job : jobs) job->fail(error);
}

}  // namespace

Writer::Writer(FileConnection writing, FileConnection copying, std::size_t group_max, Post post)
    : writing_(std::move(writing)),
      copying_(std::move(copying)),
      post_(std::move(post)),
      copier_(1,
              [this](const Jobs&) {
                  checkpoint(copying_, SQLITE_CHECKPOINT_PASSIVE);
                  is_copying_ = false;
              }),
      writer_(group_max, [this](const Jobs& jobs) {
          commit(jobs);
          post_([jobs] {
              for (const auto& job : jobs) job->answer();
          });
          look_at_log();
      }) {
    const auto note_pages = [](void* pages, sqlite3*, const char*, int count) {
        *static_cast<int*>(pages) = count;
        return SQLITE_OK;
    };
    sqlite3_wal_hook(writing_.raw(), note_pages, &log_pages_);
}

/// After a failed fsync nobody knows what is on disk, and a second one may say that all is well when it is not.
void Writer::commit(const Jobs& jobs) {
    if (is_stopped_) return fail_all(jobs, kStopped);
    const auto failure = writing_.transact(FileConnection::Kind::write, jobs);
    if (!failure) return sweep(jobs);
    if (failure->disk_failed) is_stopped_ = true;
    if (failure->disk_failed || failure->is_of_all || jobs.size() == 1) return fail_all(jobs, failure->error);
    for (const auto& job : jobs) commit({job});  // one of them spoilt it; the others need not suffer
}

/// What was erased must not live on in the log either. A reader may hold the log open: the next sweep tries again.
void Writer::sweep(const Jobs& jobs) {
    Jobs erasing;
    std::copy_if(jobs.begin(), jobs.end(), std::back_inserter(erasing), [](const auto& job) { return job->erases; });
    if (erasing.empty()) return;
    const auto sweeping = std::make_shared<JobOf<bool>>([this] { return records().sweep(); }, Done<bool>());
    if (const auto failure = writing_.transact(FileConnection::Kind::write, {sweeping})) {
        is_stopped_ = is_stopped_ || failure->disk_failed;
        return fail_all(erasing, failure->error);
    }
    checkpoint(writing_, SQLITE_CHECKPOINT_TRUNCATE);
}

void Writer::look_at_log() {
    if (log_pages_ >= kLogPagesMax) return checkpoint(writing_, SQLITE_CHECKPOINT_RESTART);
    if (log_pages_ < kCheckpointPages || is_copying_.exchange(true)) return;
    copier_.add(std::make_shared<JobOf<bool>>([] { return true; }, Done<bool>()));
}

void Writer::checkpoint(FileConnection& connection, int mode) {
    if (!connection.checkpoint(mode)) is_stopped_ = true;
}

}  // namespace anamnesis::sqlite
