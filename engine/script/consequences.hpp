#pragma once
// One mistake, told once: what only follows from another is left out, and the rest is put in order.

#include <anamnesis/script.hpp>

namespace anamnesis {

// Without those that an earlier step's mistake in the same thing accounts for, and without repetitions;
// by file (the script, what it includes, words, what all share), then line and column.
Diagnostics without_consequences(const Diagnostics& all, const ScriptSource& source);

}  // namespace anamnesis
