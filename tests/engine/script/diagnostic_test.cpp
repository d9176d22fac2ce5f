// A diagnostic in words: as compilers write it, so that editors can jump to it.

#include <catch2/catch.hpp>

#include <anamnesis/diagnostic.hpp>

using namespace anamnesis;

TEST_CASE("A diagnostic names file, line, column, code, pointer and hint") {
    const Diagnostic d{
        "A103", Severity::error, "d.json", "/rules/3/if", 12, 5, "unknown name \"x\"", "check its spelling"};
    CHECK(to_string(d) == "d.json:12:5: error A103: unknown name \"x\" (at /rules/3/if). Hint: check its spelling");
}

TEST_CASE("What is not known is left out") {
    const Diagnostic d{"A003", Severity::warning, "d.json", "", 0, 0, "too large", ""};
    CHECK(to_string(d) == "d.json: warning A003: too large");
}

TEST_CASE("Warnings alone are no errors") {
    const Diagnostic warning{"A307", Severity::warning, "d.json", "", 0, 0, "few", ""};
    const Diagnostic error{"A003", Severity::error, "d.json", "", 0, 0, "large", ""};
    CHECK_FALSE(has_errors({}));
    CHECK_FALSE(has_errors({warning}));
    CHECK(has_errors({warning, error}));
}
