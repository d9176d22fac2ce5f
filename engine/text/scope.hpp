#pragma once
// Whether a phrase is said to be so, denied, doubted, past, of someone else or only asked: by trigger
// words and how far they reach. Source: the ConText algorithm, Harkema et al., J Biomed Inform 2009.

#include <vector>

#include <anamnesis/acts.hpp>

#include "text/utterance.hpp"

namespace anamnesis {

class Lexicon;

// The triggers of one message. Cost: linear in the words, apart from finding the triggers.
class Scopes {
public:
    Scopes(const Lexicon& lexicon, const Utterance& utterance);

    // The status of what was heard there. A trigger that is a word of the phrase itself does not count,
    // one among the words that it leapt over does.
    Status status_of(const PhraseHit& hit) const;

private:
    struct Scope {
        Status status;
        TokenRange trigger;
        TokenRange reach;
    };

    std::vector<Scope> scopes_;
};

}  // namespace anamnesis
