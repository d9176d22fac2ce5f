#pragma once
// What an answer or a fact sets in the map, and what it makes forgotten: the dialog language,
// sections 5 and 6. Pure; whether a change may happen is for turn.hpp.

#include <anamnesis/acts.hpp>
#include <anamnesis/findings.hpp>

namespace anamnesis {

// Sets one finding. A new value forgets its check, and on a correction what depended on it; a flag
// that is said (again) forgets the facts that lifted it.
Findings with_value(const Dialog& dialog, Findings findings, FindingIndex finding, Value value);

Findings with_check(Findings findings, FindingIndex finding, Value value);

// The answer to a question about `items` of it, by button or in words.
Findings with_answer(const Dialog& dialog, Findings findings, const Ask& ask, const std::vector<FindingIndex>& items,
                     const Answer& answer);

// True of a flag that must not fall silently: emergency or urgent.
bool is_alarm(const Finding& finding);

}  // namespace anamnesis
