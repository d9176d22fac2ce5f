#pragma once
/// What a host promises of the answers it stores: under which key, and for how long. docs/privacy.md has the whole.

#include <anamnesis/host/master_key.hpp>
#include <anamnesis/host/ports.hpp>

namespace anamnesis {

inline constexpr Instant kHourMs = 60 * 60 * 1000;
inline constexpr int kRetentionHoursMax = 30 * 24;

/// How long a conversation is kept after its last turn: 1 to kRetentionHoursMax hours. The greeting says it, and a
/// conversation keeps what its greeting said, whatever later hosts of its store promise.
struct Retention {
    int in_progress_hours = 24;
    int ended_hours = 24;  ///< nothing is asked any more

    bool operator==(const Retention&) const = default;
};

struct Privacy {
    MasterKey key;  ///< the same for all hosts of a store, or none reads what another one stored
    Retention retention = {};
};

}  // namespace anamnesis
