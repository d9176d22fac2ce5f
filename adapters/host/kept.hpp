#pragma once
/// What a turn's row holds for the host: its acts, and how what is known changed by it. The second is for a node that
/// no longer has the script: it merges the changes of all turns, and carries over what it can.

#include <optional>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include <anamnesis/acts.hpp>
#include <anamnesis/take_over.hpp>

namespace anamnesis {

/// What is known, as JSON by names.
nlohmann::json kept_to_json(const Kept& kept);

/// Nothing where it is not what kept_to_json() gives.
std::optional<Kept> kept_from_json(const nlohmann::json& json);

/// The bytes of a turn's row; `before` and `after` from kept_to_json().
std::string turn_to_bytes(const Acts& acts, const nlohmann::json& before, const nlohmann::json& after);

std::optional<Acts> acts_of_turn(const std::string& bytes);

/// Makes of what was known before a turn what was known after it. A row without changes changes nothing.
void merge_turn(nlohmann::json& kept, const std::string& bytes);

}  // namespace anamnesis
