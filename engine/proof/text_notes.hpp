#pragma once
// What an author may want to know of the phrases, tried out on the examples.

#include <string>
#include <vector>

#include <anamnesis/acts.hpp>
#include <anamnesis/dialog.hpp>

namespace anamnesis::proof {

inline constexpr std::size_t kSentencesMax = 40;  // of one phrase

// Said of the person who writes, as so.
bool is_heard(const std::vector<Mention>& mentions, const std::string& finding, const std::string& value);

// Examples that say something else too, alarms that a denial or the past does not silence, options of which one
// sentence speaks at once.
std::vector<std::string> text_notes(const Dialog& dialog, const Language& language);

// The shortest sentence found that both options of a finding hear in the same words; empty: none was found.
std::string shared_sentence(const Language& language, const std::string& finding, const std::string& one,
                            const std::string& other);

}  // namespace anamnesis::proof
