#pragma once
// What a linked script must fulfil before it may talk to anyone: the dialog language, section 10.

#include "script/link.hpp"

namespace anamnesis {

void check_questions(const Linked& linked, Diagnostics& diagnostics);
void check_findings(const Linked& linked, Diagnostics& diagnostics);
void check_rules(const Linked& linked, Diagnostics& diagnostics);

}  // namespace anamnesis
