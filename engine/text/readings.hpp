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
    Mention mention;  // its status leaves the person out until settle_persons()
    Scope::Person person = Scope::Person::own;
    bool is_weak = false;  // past, but perhaps just over; or doubted by no more than "I think"
    TokenRange at;
    double from = 0;
    double to = 0;
    bool is_denial = false;  // by a phrase that denies: "my speech is fine"
};

struct Readings {
    std::vector<HeardMention> mentions;  // in the order of the message; of one finding at most one a status
    std::set<std::string> torn;          // choices of which two options were said at once
    std::vector<HeardMention> scales;    // options of scales, by scale: which finding they mean, the open question says
    std::vector<HeardMention> subjects;  // what the dialog is about, by its name: "my lip twitches"
    std::vector<Duration> durations;
    std::vector<std::string> topics;
    bool names_subject = false;  // one of these, or what a number of the dialog is about: "it started"
    bool has_narrator = false;   // there is an "I", or another person is named
};

// `now` as in Inquiry.
Readings read_message(const Lexicon& lexicon, const Utterance& utterance,
                      std::optional<std::int64_t> now = std::nullopt);

// What may be just over, or is only thought to be, counts as going on: a stroke can come and go. Before
// settle_persons().
void count_weak(Readings& readings);

// Who is meant by "him" and by "my mum", as it is known by now: what is said of others than the person of the
// conversation becomes other_person. Once, before the mentions are used.
enum class About {
    own,    // the person who writes; of whom "he" is someone else
    third,  // "he" is the person of the conversation, or nobody else is spoken of
    other   // and so is "my mum"
};
void settle_persons(Readings& readings, About about);

}  // namespace anamnesis
