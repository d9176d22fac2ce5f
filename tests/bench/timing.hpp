#pragma once
/// CPU time, which other programs on the machine disturb less than time on the wall.

#include <algorithm>
#include <ctime>
#include <vector>

namespace anamnesis::bench {

inline double cpu_us() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

/// What one item takes, by round; each round gets items that were never seen before.
template <class Items, class Use>
std::vector<double> rounds_us(const std::vector<Items>& rounds, Use use) {
    std::vector<double> out;
    for (const Items& items : rounds) {
        const double begin = cpu_us();
        for (const auto& item : items) use(item);
        out.push_back((cpu_us() - begin) / static_cast<double>(items.size()));
    }
    return out;
}

template <class Items, class Use>
double median_us(const std::vector<Items>& rounds, Use use) {
    std::vector<double> out = rounds_us(rounds, use);
    std::nth_element(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(out.size() / 2), out.end());
    return out[out.size() / 2];
}

/// Of the round that was disturbed least: others on the machine cost even CPU time, by the caches they take.
template <class Items, class Use>
double least_us(const std::vector<Items>& rounds, Use use) {
    const std::vector<double> out = rounds_us(rounds, use);
    return *std::min_element(out.begin(), out.end());
}

}  // namespace anamnesis::bench
