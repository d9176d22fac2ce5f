#pragma once
// What a JSON parser says of a mistake, in words for someone who writes scripts.

#include <string>
#include <string_view>

namespace anamnesis::json {

struct SyntaxFault {
    std::string message;
    std::string hint;
};

// `what`: the message of nlohmann/json's exception.
SyntaxFault syntax_fault(std::string_view what);

}  // namespace anamnesis::json
