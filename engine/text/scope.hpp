#pragma once
// Whether a phrase is said to be so, denied, doubted, past or only asked, and of whom: by trigger words and
// how far they reach. Source: the ConText algorithm, Harkema et al., J Biomed Inform 2009.

#include <array>
#include <string>
#include <vector>

#include <anamnesis/acts.hpp>

#include "text/utterance.hpp"

namespace anamnesis {

class Lexicon;

// The lists of common/lexicon that scopes are read from, in the order of their hits' numbers.
const std::vector<std::string>& scope_lists();

// What is said, and whether of someone other than the person of the conversation. `third`: of "him" or "her",
// who is somebody else only where the message also has an "I", or names another person.
struct Scope {
    enum class Person { own, third, other };
    Status status = Status::present;  // never other_person
    Person person = Person::own;
    bool is_weak = false;  // past, but perhaps just over; or doubted by no more than "I think"
};

// The triggers of one message. Cost: linear in the words.
class Scopes {
public:
    Scopes(const Lexicon& lexicon, const Utterance& utterance);

    // Of what was heard there. A trigger that is a word of the phrase itself does not count, one among the
    // words that it leapt over does. Cost: that of the phrase's own words.
    Scope of(const PhraseHit& hit) const;

    // The same in one word.
    Status status_of(const PhraseHit& hit) const;

    // What is said there is not said outright: "not fine", "fine again", "usually fine". Cost: linear in such words.
    bool is_limited(const PhraseHit& hit) const;

    // Words that mean something else here: "I can't speak French".
    bool is_figure(const TokenRange& at) const;

    // The message tells of more than one person: "third" is someone else.
    bool has_narrator() const { return has_narrator_; }

private:
    static constexpr std::size_t kMeanings = 8;
    struct Cover {
        std::size_t meaning = 0;
        TokenRange own;
        TokenRange reach;
    };
    struct Limit {
        TokenRange own;
        TokenRange reach;
    };

    void count_reaches(int tokens);
    bool means(std::size_t meaning, const PhraseHit& hit) const;
    bool means_within(std::size_t meaning, const PhraseHit& hit) const;

    std::vector<Cover> covers_;  // by own.first
    std::vector<Cover> tails_;   // of first words of longer triggers: up to their end
    struct Counts {
        std::array<int, kMeanings> begun{}, ended{};
    };
    std::vector<Counts> counts_;  // by token: reaches of each meaning that begin before it, that end by it
    std::vector<TokenRange> figures_;
    std::vector<Limit> limits_;
    bool has_narrator_ = false;
};

}  // namespace anamnesis
