#pragma once
/// What the process does so that its memory tells nothing.

namespace anamnesis::cli {

/// Keys go to memory that is locked and that no core dump has. Without `core_dumps` there is none, and no other process
/// of the same user may read this one's memory. What is freed is wiped in any case.
void keep_memory_private(bool core_dumps);

}  // namespace anamnesis::cli
