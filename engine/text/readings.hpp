#pragma once
// What a message says of findings, whatever question is open.

#include <set>
#include <string>
#include <vector>

#include "text/duration.hpp"
#include "text/scope.hpp"

namespace anamnesis {

// A mention with its place; of a number: how long was said, which may be vague.
struct HeardMention {
    Mention mention;
    TokenRange at;
    double from = 0;
    double to = 0;
};

struct Readings {
    std::vector<HeardMention> mentions;  // in the order of the message; of one finding at most one a status
    std::set<std::string> torn;          // choices of which two options were said at once
    std::vector<HeardMention> scales;    // options of scales, by scale: which finding they mean, the open question says
    std::vector<Duration> durations;
    std::vector<std::string> topics;
    bool names_dialog = false;   // what the dialog is about: "my lip twitches"
    bool names_subject = false;  // that, or what a number of the dialog is about: "it started"
};

Readings read_message(const Lexicon& lexicon, const Utterance& utterance);

}  // namespace anamnesis
