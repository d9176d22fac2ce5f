/// Turns a second at the store's port, with 256 in flight over 10,000 sessions: all that wait in one transaction,
/// against one transaction a turn, in the same run. Fails where the first is less than 20 times the second.
///
///     store_bench [FOLDER]    default: the current folder, whose disk is measured

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "host/inbox.hpp"
#include "sqlite/sqlite_store.hpp"

using namespace anamnesis;
using Clock_ = std::chrono::steady_clock;

namespace {

constexpr int kInFlight = 256;
constexpr int kSessions = 10'000;
constexpr int kRounds = 3;
constexpr double kRatioMin = 20;

/// Always kInFlight turns, each of another session, for a while.
class Load {
public:
    Load(SessionStore& store, Inbox& loop) : store_(store), loop_(loop), seqs_(kSessions, 1) {}

    /// Turns a second.
    double run(std::chrono::milliseconds time) {
        const int before = done_;
        const auto begun = Clock_::now();
        end_ = begun + time;
        for (int i = 0; i < kInFlight; ++i) send();
        while (in_flight_ > 0) loop_.run_one();
        return (done_ - before) / std::chrono::duration<double>(Clock_::now() - begun).count();
    }

    std::vector<double> waits_ms;

private:
    void send() {
        const int session = next_++ % kSessions;
        const int seq = ++seqs_[static_cast<std::size_t>(session)];
        ++in_flight_;
        const auto sent = Clock_::now();
        store_.append(row_of(session), turn_of(session, seq), [this, sent](const Result<bool>& stored) {
            if (!stored) std::abort();
            waits_ms.push_back(std::chrono::duration<double, std::milli>(Clock_::now() - sent).count());
            ++done_;
            --in_flight_;
            if (Clock_::now() < end_) send();
        });
    }

    static SessionRow row_of(int session) {
        return {sha256_hex(std::to_string(session)).substr(32),
                "lip-twitching",
                "en-GB",
                std::string(64, 's'),
                {},
                std::string(60, 'k'),
                1000,
                5000};
    }

    static TurnRow turn_of(int session, int seq) {
        return {seq, std::to_string(session) + "-" + std::to_string(seq) + std::string(24, 'm'), std::string(64, 'r'),
                "lip-twitching@0.1.0#0123456789abcdef", std::string(300, 'a')};
    }

    SessionStore& store_;
    Inbox& loop_;
    std::vector<int> seqs_;
    int next_ = 0, in_flight_ = 0, done_ = 0;
    Clock_::time_point end_;
};

double measure(const std::string& folder, std::size_t group_max) {
    const std::string file = folder + "/store-bench.db";
    for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(file + end);
    Inbox loop;
    Result<std::unique_ptr<SessionStore>> store = open_sqlite(file, {loop.post(), group_max});
    if (!store) std::exit((std::fprintf(stderr, "%s\n", store.error().message.c_str()), 2));
    Load load(**store, loop);
    load.run(std::chrono::milliseconds(300));
    load.waits_ms.clear();
    const double rate = load.run(std::chrono::milliseconds(1500));
    auto& waits = load.waits_ms;
    std::sort(waits.begin(), waits.end());
    std::printf("%8zu a transaction at most: %8.0f turns/s, answered after %.1f ms (median), %.1f ms (p99)\n",
                group_max, rate, waits[waits.size() / 2], waits[waits.size() * 99 / 100]);
    return rate;
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

}  // namespace

int main(int argc, char** argv) {
    const std::string folder = argc > 1 ? argv[1] : ".";
    std::vector<double> ratios;
    for (int round = 0; round < kRounds; ++round) {
        const double alone = measure(folder, 1);
        ratios.push_back(measure(folder, 1024) / alone);
    }
    const double ratio = median(ratios);
    std::printf("grouped: %.1f times the turns of one transaction a turn (at least %.0f)\n", ratio, kRatioMin);
    return ratio >= kRatioMin ? 0 : 1;
}
