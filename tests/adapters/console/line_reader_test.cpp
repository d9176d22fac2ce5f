#include "console/line_reader.hpp"

#include <sstream>

#include <catch2/catch.hpp>

using anamnesis::console::read_line;

TEST_CASE("Lines come one by one; the last needs no break; then there is nothing") {
    std::istringstream in("one\n\ntwo");
    CHECK(read_line(in, 10)->text == "one");
    CHECK(read_line(in, 10)->text.empty());
    CHECK(read_line(in, 10)->text == "two");
    CHECK_FALSE(read_line(in, 10));
    CHECK_FALSE(read_line(in, 10));
}

TEST_CASE("A line may have n bytes; one of n + 1 is dropped to its end") {
    std::istringstream in("12345\n123456\n" + std::string(100'000, 'x') + "\nnext\n123456");
    CHECK(read_line(in, 5)->text == "12345");
    for (int i = 0; i < 2; ++i) {
        const auto line = read_line(in, 5);
        CHECK(line->is_too_long);
        CHECK(line->text.empty());
    }
    const auto next = read_line(in, 5);
    CHECK(next->text == "next");
    CHECK_FALSE(next->is_too_long);
    CHECK(read_line(in, 5)->is_too_long);
    CHECK_FALSE(read_line(in, 5));
}
