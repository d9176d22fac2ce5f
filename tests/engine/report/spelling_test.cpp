#include <catch2/catch.hpp>

#include "report/spelling.hpp"

using namespace anamnesis;

TEST_CASE("A hint names the nearest name, or all where none is near", "[report]") {
    CHECK(did_you_mean("fase", {"arms", "face"}) == "did you mean \"face\"?");
    CHECK(did_you_mean("You", {"tap", "you"}) == "did you mean \"you\"?");
    CHECK(did_you_mean("speech", {"arms", "face"}) == "it is one of: arms, face");
    CHECK(did_you_mean("", {"do"}) == "it is one of: do");
}

TEST_CASE("24 names are listed, 25 are not", "[report]") {
    std::vector<std::string> names(24, "speech");
    CHECK(did_you_mean("x", names).rfind("it is one of: ", 0) == 0);
    names.emplace_back("arms");
    CHECK(did_you_mean("x", names) == "check its spelling");
    CHECK(did_you_mean("x", {}) == "check its spelling");
}

TEST_CASE("A name of any length is compared in a moment", "[report]") {
    CHECK(nearest_name(std::string(1000000, 'x'), std::vector<std::string>(200, "face")) == nullptr);
    CHECK(nearest_name("Face_Droop", {"arm", "face_droop"}) != nullptr);
}

TEST_CASE("Names in a row", "[report]") {
    CHECK(joined({"a", "b"}) == "a, b");
    CHECK(joined({}).empty());
    CHECK(quoted("a") == "\"a\"");
}
