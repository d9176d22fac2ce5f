#pragma once
/// What a benchmark prints, and whether all its limits held.

#include <cstdio>
#include <string>

namespace anamnesis::bench {

class Table {
public:
    void row(const std::string& what, double figure, const char* unit) {
        std::printf("%-66s %10.2f %s\n", what.c_str(), figure, unit);
        std::fflush(stdout);
    }

    void row(const std::string& what, double figure, const char* unit, double limit) {
        const bool holds = figure <= limit;
        std::printf("%-66s %10.2f %-4s at most %g%s\n", what.c_str(), figure, unit, limit, holds ? "" : "  MISSED");
        std::fflush(stdout);
        all_hold_ = all_hold_ && holds;
    }

    bool all_hold() const { return all_hold_; }

private:
    bool all_hold_ = true;
};

void bench_matching(Table& table, bool full);
void bench_understanding(Table& table);

}  // namespace anamnesis::bench
