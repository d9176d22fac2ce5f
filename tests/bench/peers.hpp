#pragma once
/// The same phrases matched by others, to compare with.

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace anamnesis::bench {

/// The numbers of the patterns that match a normalised text, in order.
using Matching = std::function<std::vector<int>(const std::string& text)>;

/// Nothing: it could not be built.
std::optional<Matching> re2_set(const std::vector<std::string>& patterns);
std::optional<Matching> hyperscan(const std::vector<std::string>& patterns);

}  // namespace anamnesis::bench
