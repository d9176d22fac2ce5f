#include "cli/junit.hpp"

#include <algorithm>

#include <spdlog/fmt/chrono.h>
#include <spdlog/fmt/fmt.h>
#include <utf8proc.h>

#include "cli/version.hpp"

namespace anamnesis::cli {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// The characters of XML 1.0.
bool is_xml(utf8proc_int32_t c) {
    return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xFFFD) || c >= 0x10000;
}

void append_escaped(std::string& out, std::string_view character) {
    const auto* const bytes = reinterpret_cast<const utf8proc_uint8_t*>(character.data());
    utf8proc_int32_t code_point = 0;
    utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(character.size()), &code_point);
    switch (code_point) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '\t': out += "&#9;"; break;
        case '\n': out += "&#10;"; break;
        case '\r': out += "&#13;"; break;
        default: out += is_xml(code_point) ? character : kReplacement;
    }
}

std::string escaped(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const auto* const bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
        utf8proc_int32_t code_point = 0;
        const auto length = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size()), &code_point);
        if (length > 0)
            append_escaped(out, text.substr(0, static_cast<std::size_t>(length)));
        else
            out += kReplacement;
        text.remove_prefix(static_cast<std::size_t>(std::max<utf8proc_ssize_t>(length, 1)));
    }
    return out;
}

std::string seconds(Instant from, Instant to) {
    const Instant milliseconds = std::max<Instant>(to - from, 0);
    return fmt::format("{}.{:03}", milliseconds / 1000, milliseconds % 1000);
}

std::string timestamp(Instant at) { return fmt::format("{:%Y-%m-%dT%H:%M:%S}", fmt::gmtime(at / 1000)); }

/// The first in an attribute, all of them inside.
std::string trouble(const char* element, const Diagnostics& diagnostics) {
    std::string all;
    for (const Diagnostic& diagnostic : diagnostics) all += escaped(to_string(diagnostic)) + '\n';
    const Diagnostic& first = diagnostics.front();
    return fmt::format("      <{0} type=\"{1}\" message=\"{2}\">{3}</{0}>\n", element, escaped(first.code),
                       escaped(to_string(first)), all);
}

std::string element_of(const TestCase& test) {
    const std::string start = fmt::format("    <testcase classname=\"{}\" name=\"{}\" time=\"{}\"", escaped(test.path),
                                          escaped(test.name), seconds(test.started, test.ended));
    if (!test.errors.empty()) return start + ">\n" + trouble("error", test.errors) + "    </testcase>\n";
    if (!test.failures.empty()) return start + ">\n" + trouble("failure", test.failures) + "    </testcase>\n";
    return start + "/>\n";
}

}  // namespace

std::string junit_xml(const std::vector<TestCase>& cases) {
    const auto errors = std::count_if(cases.begin(), cases.end(), [](const auto& c) { return !c.errors.empty(); });
    const auto failures = std::count_if(cases.begin(), cases.end(),
                                        [](const auto& c) { return c.errors.empty() && !c.failures.empty(); });
    const Instant from = cases.empty() ? 0 : cases.front().started, to = cases.empty() ? 0 : cases.back().ended;
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n";
    out += fmt::format(
        "  <testsuite id=\"0\" package=\"anamnesis\" name=\"replay\" hostname=\"localhost\" timestamp=\"{}\" "
        "time=\"{}\" "
        "tests=\"{}\" failures=\"{}\" errors=\"{}\">\n"
        "    <properties>\n      <property name=\"anamnesis.version\" value=\"{}\"/>\n    </properties>\n",
        timestamp(from), seconds(from, to), cases.size(), failures, errors, escaped(kVersion));
    for (const TestCase& test : cases) out += element_of(test);
    return out + "    <system-out/>\n    <system-err/>\n  </testsuite>\n</testsuites>\n";
}

}  // namespace anamnesis::cli
