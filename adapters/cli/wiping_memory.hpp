#pragma once

namespace anamnesis::cli {

/// From now on what is freed is wiped first. For a server: it lives long, and has many people's words. Costs about a
/// tenth of what allocates much. Call it before there are threads.
void wipe_freed_memory();

}  // namespace anamnesis::cli
