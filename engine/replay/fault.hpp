#pragma once
// The codes of all that can be wrong with a transcript or its run, in one list.

#include <string>

#include <anamnesis/replay.hpp>

#include "report/report.hpp"

namespace anamnesis {

// Codes are stable: authors look them up. R0xx form, R1xx inputs, R2xx expectations.
namespace fault {
inline constexpr const char* kTooManyLines = "R001";
inline constexpr const char* kLineTooLong = "R002";
inline constexpr const char* kNotUtf8 = "R003";
inline constexpr const char* kNoKey = "R004";
inline constexpr const char* kUnknownKey = "R005";
inline constexpr const char* kMisplacedLocale = "R006";
inline constexpr const char* kEmptyValue = "R007";
inline constexpr const char* kBadValue = "R008";
inline constexpr const char* kUnknownSection = "R009";
inline constexpr const char* kUnsupported = "R010";
inline constexpr const char* kUnknownName = "R011";
inline constexpr const char* kTooManyTexts = "R012";
inline constexpr const char* kNothingOpen = "R101";
inline constexpr const char* kImpossibleTap = "R102";
inline constexpr const char* kUnknownQuestion = "R103";
inline constexpr const char* kNeverOpened = "R104";
inline constexpr const char* kNoPlainNo = "R105";
inline constexpr const char* kInCircles = "R106";
inline constexpr const char* kNoButton = "R107";
inline constexpr const char* kMessage = "R201";
inline constexpr const char* kForbiddenText = "R202";
inline constexpr const char* kQuestion = "R203";
inline constexpr const char* kLevel = "R204";
inline constexpr const char* kRule = "R205";
inline constexpr const char* kOutcome = "R206";
inline constexpr const char* kCauses = "R207";
inline constexpr const char* kAdvice = "R208";
inline constexpr const char* kNoted = "R209";
inline constexpr const char* kOffer = "R210";
}  // namespace fault

// What is wrong with a line, before it is known which.
struct Fault {
    const char* code;
    std::string message;
    std::string hint = {};
};

inline void report(Diagnostics& out, const std::string& path, int line, int column, Fault fault) {
    report(out, fault.code, {path, {}, line, column}, std::move(fault.message), std::move(fault.hint));
}

}  // namespace anamnesis
