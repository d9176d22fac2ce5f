#pragma once
// How far a trigger reaches in a message: where its sentence, clause or list ends.

#include <bitset>
#include <vector>

#include "text/trigger_table.hpp"

namespace anamnesis {

class Clauses {
public:
    // after_list: past commas; opening: after, where the trigger begins a sentence; of_person: not past an "I";
    // label: before, where the trigger ends a short part; sentences: its own and the one before;
    // all_before: the message up to here.
    enum class Reach { after, after_list, before, around, opening, of_person, label, sentences, all_before };

    // Numbers of the lists (scope_lists()) that part a message.
    enum List {
        kOtherPerson = 0,
        kDenial = 8,
        kEnd = 18,
        kSubject,
        kPronoun,
        kFirstPerson,
        kPersonEnd,
        kStatement,
        kLead,
        kFigure,
        kJoins,
        kLimitBefore,
        kLimitAfter,
        kLists
    };

    // `hits` are all of the message. Cost: linear in its words.
    Clauses(const std::vector<TriggerTable::Hit>& hits, const Utterance& utterance);

    TokenRange reach(Reach kind, const TokenRange& trigger) const;
    bool opens_sentence(int token) const;

private:
    // What is known of a token: which lists it begins a word of, where its clause and sentence begin, and where
    // what reaches it from before ends.
    struct Place {
        std::bitset<kLists> lists;
        bool is_counted = false;
        int begin = 0, sentence = 0;
        int end = 0, list_end = 0, person_end = 0, question_end = 0;
    };

    const Place& at(int token) const { return places_[static_cast<std::size_t>(token)]; }
    Place& at(int token) { return places_[static_cast<std::size_t>(token)]; }
    bool is(List list, int token) const { return at(token).lists[list]; }
    bool begins_clause(int token) const;
    bool begins_statement(int token) const;
    void find_begins();
    void find_counted();
    void find_ends();
    int begin(int token) const;
    TokenRange sentences(const TokenRange& trigger) const;
    TokenRange labelled(const TokenRange& trigger) const;

    const Utterance& u_;
    std::vector<Place> places_;  // two more than tokens
};

}  // namespace anamnesis
