#include <catch2/catch.hpp>

#include "replay/wording.hpp"

using namespace anamnesis;

TEST_CASE("three dots stand for any text", "[replay]") {
    CHECK(matches({"Call 999 now."}, "Call 999 now."));
    CHECK_FALSE(matches({"Call 999 now."}, "Call 999 now. Stay."));
    CHECK_FALSE(matches({"999"}, "Call 999 now."));
    CHECK(matches({"Call 999..."}, "Call 999 now."));
    CHECK(matches({"...now."}, "Call 999 now."));
    CHECK(matches({"Call...now...Stay..."}, "Call 999 now. Stay with them."));
    CHECK_FALSE(matches({"Call...Stay...now..."}, "Call 999 now. Stay with them."));
    CHECK(matches({"..."}, ""));
    CHECK(matches({"..."}, "anything"));
}

TEST_CASE("no part of a text serves two parts of a pattern", "[replay]") {
    CHECK_FALSE(matches({"now...now"}, "now"));
    CHECK(matches({"now...now"}, "now, now"));
    CHECK(matches({"a...a...a"}, "aaa"));
    CHECK_FALSE(matches({"a...a...a"}, "aa"));
}

TEST_CASE("spaces and line ends are all one space, and none beside three dots", "[replay]") {
    CHECK(matches({"Call 999 now. Stay."}, " Call  999\nnow.\r\n Stay. "));
    CHECK(matches({"Call ... now"}, "Call 999 now"));
    CHECK(matches({"Call 999 ..."}, "Call 999."));
    CHECK(one_line("\n a \t b\n") == "a b");
    CHECK(one_line("  ").empty());
}

TEST_CASE("a pattern may be a part of a text, in any case, with its own sign for any text", "[replay]") {
    const TextPattern part{"call*NOW", "*", false, true};
    CHECK(matches(part, "Please call 999 now."));
    CHECK_FALSE(matches(part, "now call"));
    CHECK(matches({"a...b", "", true, false}, "a...b"));
    CHECK_FALSE(matches({"a...b", "", true, false}, "a b"));
    CHECK(matches({"b", "", false, false}, "abc"));
    CHECK_FALSE(matches({"B", "", false, false}, "abc"));
}

TEST_CASE("a list is names with commas between", "[replay]") {
    CHECK(split_list("a") == std::vector<std::string>{"a"});
    CHECK(split_list(" a ,b") == std::vector<std::string>{"a", "b"});
    CHECK(split_list("a,,") == std::vector<std::string>{"a", "", ""});
}

TEST_CASE("likeness is the number of shared words", "[replay]") {
    CHECK(shared_words("Call 999 now", "now call 911") == 2);
    CHECK(shared_words("now now now", "now") == 1);
    CHECK(shared_words("", "") == 0);
}
