#include "text/clauses.hpp"

namespace anamnesis {
namespace {

constexpr int kLabelWordsMax = 4;

std::size_t at(int i) { return static_cast<std::size_t>(i); }

}  // namespace

Clauses::Clauses(const std::vector<TriggerTable::Hit>& hits, const Utterance& utterance) : u_(utterance) {
    lead_ = marks(hits, kLead);
    joins_ = marks(hits, kJoins);
    statement_ = marks(hits, kStatement);
    begins_ = marks(hits, kEnd);
    pronoun_ = marks(hits, kPronoun);
    find_begins(hits);
    find_counted(marks(hits, kDenial));
    find_ends(marks(hits, kPersonEnd));
}

std::vector<bool> Clauses::marks(const std::vector<TriggerTable::Hit>& hits, int list) const {
    std::vector<bool> out(at(u_.size()) + 2, false);
    for (const TriggerTable::Hit& hit : hits)
        if (hit.list == list) out[at(hit.at.first)] = true;
    return out;
}

void Clauses::find_begins(const std::vector<TriggerTable::Hit>& hits) {
    const std::vector<bool> subject = marks(hits, kSubject);
    for (int i = 1; i < u_.size(); ++i)
        if (pronoun_[at(i)] || (subject[at(i)] && (u_.token(i - 1) == "," || u_.token(i - 1) == "and")))
            begins_[at(i)] = true;
    begin_.assign(begins_.size(), 0);
    sentence_ = begin_;
    for (int i = 1; i <= u_.size(); ++i) {
        const bool fresh = u_.is_sentence_end(i - 1);
        sentence_[at(i)] = fresh && u_.token(i - 1) != ";" ? i : sentence_[at(i) - 1];
        begin_[at(i)] = fresh || begins_[at(i)] ? i : begin_[at(i) - 1];
    }
}

bool Clauses::opens_sentence(int token) const { return token == 0 || u_.is_mark(token - 1) || lead_[at(token) - 1]; }

TokenRange Clauses::reach(Reach kind, const TokenRange& trigger) const {
    // The subject of the trigger itself ("what if I ...") ends nothing.
    const bool has_subject = pronoun_[at(trigger.last)] || (kind != Reach::opening && statement_[at(trigger.last)]);
    const std::size_t next = at(trigger.last) + (has_subject ? 1 : 0);
    switch (kind) {
        case Reach::after: return {trigger.last, end_[next]};
        case Reach::opening: return {trigger.first + 1, question_end_[next]};
        case Reach::after_list: return {trigger.last, list_end_[next]};
        case Reach::of_person: return {trigger.last, person_end_[next]};
        case Reach::before: return {begin(trigger.first), trigger.first};
        case Reach::around: return {begin(trigger.first), list_end_[next]};
        case Reach::label: return labelled(trigger);
        case Reach::sentences: return sentences(trigger);
        case Reach::all_before: return {0, trigger.first};
    }
    return {};
}

// "no pain, no fever, a numb arm": behind the second "no" of a list each has its own, and what has none is not denied.
void Clauses::find_counted(const std::vector<bool>& denial) {
    counted_.assign(begins_.size(), false);
    bool denied = false;  // earlier in the sentence
    for (int i = 2; i < u_.size(); ++i) {
        denied = !u_.is_sentence_end(i) && (denied || denial[at(i - 2)]);
        const bool again = denied && denial[at(i)] && u_.token(i - 1) == "," && !denial[at(i - 2)];
        counted_[at(i)] = again || (counted_[at(i - 1)] && !u_.is_sentence_end(i));
    }
}

void Clauses::find_ends(const std::vector<bool>& person) {
    end_.assign(begins_.size(), u_.size());
    list_end_ = person_end_ = question_end_ = end_;
    std::vector<bool> joined(begins_.size(), false);  // an "or" comes before the clause ends
    for (int i = u_.size() - 1; i >= 0; --i) {
        const bool stop = u_.is_sentence_end(i) || begins_[at(i)];
        const bool states = i > 0 && statement_[at(i)] && !joins_[at(i) - 1];
        joined[at(i)] = !stop && (u_.token(i) == "or" || u_.token(i) == "nor" || joined[at(i + 1)]);
        const bool parts = u_.token(i) == "," && !joined[at(i)];
        list_end_[at(i)] = stop || states || (parts && counted_[at(i)]) ? i : list_end_[at(i + 1)];
        end_[at(i)] = stop || states || parts ? i : end_[at(i + 1)];
        question_end_[at(i)] = end_[at(i)] == i || statement_[at(i)] ? i : question_end_[at(i + 1)];
        person_end_[at(i)] = stop || person[at(i)] ? i : person_end_[at(i + 1)];
    }
}

// "headache no, fever no", "allergies - none": a word that ends its part is about that part, or about a short one
// before.
TokenRange Clauses::labelled(const TokenRange& trigger) const {
    const bool ends = trigger.last >= u_.size() || (u_.is_mark(trigger.last) && u_.token(trigger.last) != "?");
    if (!ends) return {};
    const bool alone = trigger.first > 0 && u_.token(trigger.first - 1) == ",";
    int first = alone ? trigger.first - 1 : trigger.first;
    for (int words = 0; words <= kLabelWordsMax && first > begin_[at(first)] && !u_.is_mark(first - 1); ++words)
        --first;
    const bool is_short = trigger.first - first <= kLabelWordsMax + (alone ? 1 : 0);
    return is_short ? TokenRange{first, trigger.first} : TokenRange{};
}

// "These symptoms lasted ten minutes": what the sentence before told of.
TokenRange Clauses::sentences(const TokenRange& trigger) const {
    const int own = sentence_[at(trigger.first)];
    if (trigger.first > own + 1) return {};  // "it" is a word of its own sentence
    return {own > 0 ? sentence_[at(own) - 1] : 0, list_end_[at(trigger.last)]};
}

int Clauses::begin(int token) const {
    return token > 0 && u_.token(token - 1) == "," ? begin_[at(token) - 1] : begin_[at(token)];
}

}  // namespace anamnesis
