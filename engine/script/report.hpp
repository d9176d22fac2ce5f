#pragma once
// The codes of all that can be wrong with a script, in one list.

#include "report/report.hpp"
#include "report/spelling.hpp"
#include "script/json.hpp"

namespace anamnesis {

// Codes are stable: authors look them up. A0xx form, A1xx names, A2xx meaning, A3xx words.
namespace code {
inline constexpr const char* kBadJson = "A001";
inline constexpr const char* kDuplicateKey = "A002";
inline constexpr const char* kTooLarge = "A003";
inline constexpr const char* kWrongType = "A004";
inline constexpr const char* kUnknownKey = "A005";
inline constexpr const char* kMissingKey = "A006";
inline constexpr const char* kBadValue = "A007";
inline constexpr const char* kMissingFile = "A008";
inline constexpr const char* kBadId = "A101";
inline constexpr const char* kDuplicateId = "A102";
inline constexpr const char* kUnknownName = "A103";
inline constexpr const char* kCycle = "A104";
inline constexpr const char* kBadExpression = "A105";
inline constexpr const char* kUnusedState = "A106";
inline constexpr const char* kLooksAhead = "A201";
inline constexpr const char* kNeverAsked = "A202";
inline constexpr const char* kFlagWithoutRule = "A203";
inline constexpr const char* kFlagWithoutProbe = "A204";
inline constexpr const char* kWrongParent = "A205";
inline constexpr const char* kNotCleared = "A206";
inline constexpr const char* kRaisesOnDenial = "A207";
inline constexpr const char* kUnlessUnknown = "A208";
inline constexpr const char* kLowDefault = "A209";
inline constexpr const char* kMissingReason = "A210";
inline constexpr const char* kBadQuestion = "A211";
inline constexpr const char* kNoCrisis = "A212";
inline constexpr const char* kBandGap = "A213";
inline constexpr const char* kAsksBeforeActing = "A214";
inline constexpr const char* kMissingText = "A301";
inline constexpr const char* kUnknownText = "A302";
inline constexpr const char* kBadPhrase = "A303";
inline constexpr const char* kExampleMissed = "A304";
inline constexpr const char* kCounterexampleHit = "A305";
inline constexpr const char* kBadPlaceholder = "A306";
inline constexpr const char* kFewExamples = "A307";
}  // namespace code

}  // namespace anamnesis
