#pragma once
// What a message says to the question that is open.

#include <optional>

#include <anamnesis/step.hpp>

#include "text/readings.hpp"

namespace anamnesis {

struct AnswerReading {
    std::optional<Answer> answer;
    bool is_label = false;  // the text of a button and nothing else: its words state no other facts
    std::optional<NotUnderstood::Reason> trouble;  // two readings that conflict, or a yes that could be several
};

// `readings` are those of the same message; `asked` the words of the question, where the dialog has none of it.
AnswerReading read_answer(const Dialog& dialog, const Language& language, const Prompt& prompt,
                          const Utterance& utterance, const Readings& readings, const Utterance* asked = nullptr);

}  // namespace anamnesis
