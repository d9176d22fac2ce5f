// Which regular expressions are worth asking.

#include <catch2/catch.hpp>

#include "text/regex_filter.hpp"

using namespace anamnesis;

TEST_CASE("A pattern is a candidate where the strings that it must find stand in the text") {
    const RegexFilter filter({" (?:dro+p(ing)?) ", " (?:face|mouth) ", " (?:numb lip) ", " (?:[a-z]+) "});
    CHECK(filter.candidates(" my face is drooping ") == std::vector{0, 1, 3});
    CHECK(filter.candidates(" numb lip ") == std::vector{2, 3});
    CHECK(filter.candidates(" numb ") == std::vector{3});
    CHECK(filter.candidates("") == std::vector{3});
    CHECK(filter.candidates("ab") == std::vector{3});
}

TEST_CASE("Of none there is no candidate") {
    CHECK(RegexFilter().candidates(" face ").empty());
    CHECK(RegexFilter(std::vector<std::string>()).candidates(" face ").empty());
}
