#include "text/clauses.hpp"

namespace anamnesis {
namespace {

constexpr int kLabelWordsMax = 4;

}  // namespace

Clauses::Clauses(const std::vector<TriggerTable::Hit>& hits, const Utterance& utterance)
    : u_(utterance), places_(static_cast<std::size_t>(utterance.size()) + 2) {
    for (const TriggerTable::Hit& hit : hits) at(hit.at.first).lists.set(static_cast<std::size_t>(hit.list));
    find_begins();
    find_counted();
    find_ends();
}

bool Clauses::begins_clause(int i) const {
    if (is(kEnd, i)) return true;
    if (i == 0 || i >= u_.size()) return false;
    return is(kPronoun, i) || (is(kSubject, i) && (u_.token(i - 1) == "," || u_.token(i - 1) == "and"));
}

// The "left eye is" of "my left eye is" begins none of its own.
bool Clauses::begins_statement(int i) const { return is(kStatement, i) && (i == 0 || !is(kStatement, i - 1)); }

void Clauses::find_begins() {
    for (int i = 1; i <= u_.size(); ++i) {
        const bool fresh = u_.is_sentence_end(i - 1);
        at(i).sentence = fresh && u_.token(i - 1) != ";" ? i : at(i - 1).sentence;
        at(i).begin = fresh || begins_clause(i) ? i : at(i - 1).begin;
    }
}

bool Clauses::opens_sentence(int token) const { return token == 0 || u_.is_mark(token - 1) || is(kLead, token - 1); }

TokenRange Clauses::reach(Reach kind, const TokenRange& trigger) const {
    // The subject of the trigger itself ("what if I ...") ends nothing.
    const bool has_subject = is(kPronoun, trigger.last) || (kind != Reach::opening && is(kStatement, trigger.last));
    const Place& next = at(trigger.last + (has_subject ? 1 : 0));
    switch (kind) {
        case Reach::after: return {trigger.last, next.end};
        case Reach::opening: return {trigger.first + 1, next.question_end};
        case Reach::after_list: return {trigger.last, next.list_end};
        case Reach::of_person: return {trigger.last, next.person_end};
        case Reach::before: return {begin(trigger.first), trigger.first};
        case Reach::around: return {begin(trigger.first), next.list_end};
        case Reach::label: return labelled(trigger);
        case Reach::sentences: return sentences(trigger);
        case Reach::all_before: return {0, trigger.first};
    }
    return {};
}

// "no pain, no fever, a numb arm": behind the second "no" of a list each has its own, and what has none is not denied.
void Clauses::find_counted() {
    bool denied = false;  // earlier in the sentence
    for (int i = 2; i < u_.size(); ++i) {
        const bool ends = u_.is_sentence_end(i);
        denied = !ends && (denied || is(kDenial, i - 2));
        const bool again = denied && is(kDenial, i) && u_.token(i - 1) == "," && !is(kDenial, i - 2);
        at(i).is_counted = again || (at(i - 1).is_counted && !ends);
    }
}

void Clauses::find_ends() {
    for (int i : {u_.size(), u_.size() + 1})
        at(i).end = at(i).list_end = at(i).person_end = at(i).question_end = u_.size();
    bool joined = false;  // an "or" comes before the clause ends
    for (int i = u_.size() - 1; i >= 0; --i) {
        const Place& next = at(i + 1);
        Place& here = at(i);
        const bool stop = u_.is_sentence_end(i) || begins_clause(i);
        const bool states = i > 0 && begins_statement(i) && !is(kJoins, i - 1);
        joined = !stop && (u_.token(i) == "or" || u_.token(i) == "nor" || joined);
        const bool parts = u_.token(i) == "," && !joined;
        here.list_end = stop || states || (parts && here.is_counted) ? i : next.list_end;
        here.end = stop || states || parts ? i : next.end;
        here.question_end = here.end == i || begins_statement(i) ? i : next.question_end;
        here.person_end = stop || is(kPersonEnd, i) ? i : next.person_end;
    }
}

// "headache no, fever no", "allergies - none", "cramps? none": a word that ends its part is about that part, or about
// a short one before.
TokenRange Clauses::labelled(const TokenRange& trigger) const {
    const bool ends = trigger.last >= u_.size() || (u_.is_mark(trigger.last) && u_.token(trigger.last) != "?");
    if (!ends) return {};
    const bool alone = trigger.first > 0 && (u_.token(trigger.first - 1) == "," || u_.token(trigger.first - 1) == "?");
    int first = alone ? trigger.first - 1 : trigger.first;
    for (int words = 0; words <= kLabelWordsMax && first > at(first).begin && !u_.is_mark(first - 1); ++words) --first;
    const bool is_short = trigger.first - first <= kLabelWordsMax + (alone ? 1 : 0);
    return is_short ? TokenRange{first, trigger.first} : TokenRange{};
}

// "These symptoms lasted ten minutes": what the sentence before told of.
TokenRange Clauses::sentences(const TokenRange& trigger) const {
    const int own = at(trigger.first).sentence;
    if (trigger.first > own + 1) return {};  // "it" is a word of its own sentence
    return {own > 0 ? at(own - 1).sentence : 0, at(trigger.last).list_end};
}

int Clauses::begin(int token) const {
    return token > 0 && u_.token(token - 1) == "," ? at(token - 1).begin : at(token).begin;
}

}  // namespace anamnesis
