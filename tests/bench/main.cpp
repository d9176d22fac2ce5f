// Figures that are promised, measured; exit status 1 if one is missed. "--full" also asks the peers at sizes
// where they take minutes.

#include <string_view>

#include "bench/table.hpp"

int main(int count, char** arguments) {
    anamnesis::bench::Table table;
    anamnesis::bench::bench_understanding(table);
    anamnesis::bench::bench_matching(table, count > 1 && std::string_view(arguments[1]) == "--full");
    return table.all_hold() ? 0 : 1;
}
