#pragma once
/// What a person gets who asks what is kept of them. Pure.

#include <string>

#include "host/conversation.hpp"

namespace anamnesis {

/// The stored rows of a conversation, but for keys and hashes, and the same in its own language: what is known, and the
/// last advice as it was given.
wire::OwnData own_data(const Conversation& conversation, const std::string& for_id);

/// UTC, ISO 8601: "2026-11-25T19:30:00Z".
std::string iso_time(Instant instant);

}  // namespace anamnesis
