#pragma once
// How far a trigger reaches in a message: where its sentence, clause or list ends.

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
        kJoins
    };

    // `hits` are all of the message. Cost: linear in its words.
    Clauses(const std::vector<TriggerTable::Hit>& hits, const Utterance& utterance);

    TokenRange reach(Reach kind, const TokenRange& trigger) const;
    bool opens_sentence(int token) const;

private:
    std::vector<bool> marks(const std::vector<TriggerTable::Hit>& hits, int list) const;
    void find_begins(const std::vector<TriggerTable::Hit>& hits);
    void find_counted(const std::vector<bool>& denial);
    void find_ends(const std::vector<bool>& person);
    int begin(int token) const;
    TokenRange sentences(const TokenRange& trigger) const;
    TokenRange labelled(const TokenRange& trigger) const;

    const Utterance& u_;
    std::vector<bool> lead_, joins_, statement_, begins_, pronoun_, counted_;
    std::vector<int> begin_, sentence_, end_, list_end_, person_end_, question_end_;
};

}  // namespace anamnesis
