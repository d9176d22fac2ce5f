#pragma once
/// What one message says, seen by itself: for measuring how well people are understood, and for authors
/// who try their phrases. A conversation uses understand() (step.hpp), which knows what was said before.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <anamnesis/acts.hpp>
#include <anamnesis/reply.hpp>

namespace anamnesis {

/// How a message is to be read. All of it may stay empty.
struct Inquiry {
    std::string locale;
    std::optional<Prompt> question;     ///< that the message may answer; from find_prompt()
    std::string question_text;          ///< a yes/no question in words, where the dialog has none of it
    std::vector<std::string> concepts;  ///< literal words to find instead of the lexicon's phrases
    std::optional<std::int64_t> now;    ///< when it was written, for "since Tuesday": seconds of the person's
                                        ///< wall clock since 1970-01-01T00:00
};

/// Mentions in the order of the message. What the dialog is about is told as a finding of the dialog's name
/// ("lip_twitching"), which no conversation asks or notes. A literal concept is its own finding and its own phrase.
/// What a plain yes or no to a question in words says of the findings it names is among them, without a phrase.
/// Numbers have no band where the time is too vague for one; `number` is then the middle of it.
struct Assessment {
    std::vector<Mention> findings;
    std::optional<Answer> answer;  ///< of a question in words: yes, no or unsure
};

/// Pure; any text is safe and the caller bounds it. Cost: that of understand(), and linear in the concepts.
Assessment assess(const Dialog& dialog, const Inquiry& inquiry, std::string_view text);

/// The whole of a question or check by its id on the wire ("face", "face_droop.check"), if the dialog has it.
std::optional<Prompt> find_prompt(const Dialog& dialog, std::string_view question);

}  // namespace anamnesis
