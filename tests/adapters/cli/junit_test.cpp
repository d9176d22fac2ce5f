#include "cli/junit.hpp"

#include <catch2/catch.hpp>

using namespace anamnesis;
using cli::junit_xml;
using cli::TestCase;

namespace {

constexpr Instant kMorning = 1767254400000;  // 2026-01-01 08:00 UTC

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

Diagnostic failure(const std::string& message) { return {"R201", Severity::error, "a.chat", {}, 3, 6, message, {}}; }

std::string of_failure(const std::string& message) {
    return junit_xml({{"a.chat", "a", {failure(message)}, {}, 0, 0}});
}

}  // namespace

TEST_CASE("a report counts, and says when and how long") {
    const std::string xml = junit_xml({{"a.chat", "a", {}, {}, kMorning, kMorning + 7},
                                       {"b.chat", "b", {failure("not so")}, {}, kMorning + 7, kMorning + 12},
                                       {"c.chat", "c", {}, {failure("what?")}, kMorning + 12, kMorning + 1512}});
    CHECK(has(xml, "timestamp=\"2026-01-01T08:00:00\" time=\"1.512\" tests=\"3\" failures=\"1\" errors=\"1\""));
    CHECK(has(xml, "<testcase classname=\"a.chat\" name=\"a\" time=\"0.007\"/>"));
    CHECK(
        has(xml, "<failure type=\"R201\" message=\"a.chat:3:6: error R201: not so\">a.chat:3:6: error R201: not so\n"));
    CHECK(has(xml, "<error type=\"R201\" message=\"a.chat:3:6: error R201: what?\">"));
}

TEST_CASE("a clock that was set back makes no negative time") {
    CHECK(has(junit_xml({{"a.chat", "a", {}, {}, 5, 4}}), "name=\"a\" time=\"0.000\""));
}

TEST_CASE("what XML cannot hold is replaced, what it can is escaped") {
    CHECK(has(of_failure("<a & \"b\">"), "&lt;a &amp; &quot;b&quot;&gt;"));
    CHECK(has(of_failure("a\nb\tc\rd"), "a&#10;b&#9;c&#13;d"));
    CHECK(has(of_failure(std::string("a\0b\x1b[2J\xFFz", 9)),
              "a\xEF\xBF\xBD"
              "b\xEF\xBF\xBD[2J\xEF\xBF\xBDz"));
    CHECK(has(of_failure("\xEF\xBF\xBE."), "\xEF\xBF\xBD."));
    CHECK(has(of_failure("caf\xC3\xA9 \xF0\x9F\x91\x84"), "caf\xC3\xA9 \xF0\x9F\x91\x84"));
}

TEST_CASE("an empty run is a report too") { CHECK(has(junit_xml({}), "tests=\"0\" failures=\"0\" errors=\"0\"")); }
