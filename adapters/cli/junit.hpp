#pragma once
/// What a run of conversations came to, as JUnit XML, which CI systems read.

#include <string>
#include <vector>

#include <anamnesis/diagnostic.hpp>

#include "host/ports.hpp"

namespace anamnesis::cli {

struct TestCase {
    std::string path;
    std::string name;      ///< together with the path, one of its kind
    Diagnostics failures;  ///< it did not go as written
    Diagnostics errors;    ///< it could not be run
    Instant started = 0;
    Instant ended = 0;
};

/// One suite with all of them. What XML cannot hold (control characters, bytes that are no UTF-8)
/// becomes U+FFFD.
std::string junit_xml(const std::vector<TestCase>& cases);

}  // namespace anamnesis::cli
