#pragma once

namespace anamnesis::cli {

inline constexpr const char* kVersion = ANAMNESIS_VERSION;

}  // namespace anamnesis::cli
