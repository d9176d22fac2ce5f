#include "text/scope.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "text/lexicon_data.hpp"

namespace anamnesis {
namespace {

// after_list: past commas; opening: after, where the trigger begins a sentence; of_person: not past an "I" or "my".
enum class Reach { after, after_list, before, around, opening, of_person };

struct Kind {
    const char* key;
    Status status;
    Reach reach;
};

// A message may have several; the first of this order counts. Doubt comes before denial: "maybe not".
constexpr std::array<Kind, 11> kKinds = {{{"scope.other_person.before", Status::other_person, Reach::of_person},
                                          {"scope.hypothetical.before", Status::hypothetical, Reach::after},
                                          {"scope.hypothetical.opening", Status::hypothetical, Reach::opening},
                                          {"scope.past.before", Status::past, Reach::after},
                                          {"scope.past.around", Status::past, Reach::around},
                                          {"scope.uncertain.before", Status::uncertain, Reach::after},
                                          {"scope.uncertain.after", Status::uncertain, Reach::before},
                                          {"scope.absent.list", Status::absent, Reach::after_list},
                                          {"scope.absent.before", Status::absent, Reach::after},
                                          {"scope.absent.after", Status::absent, Reach::before},
                                          {"scope.pseudo", Status::present, Reach::after}}};

struct Trigger {
    const Kind* kind;
    TokenRange at;
};

bool opens_sentence(const Lexicon& lexicon, const Utterance& u, int first) {
    return first == 0 || u.is_mark(first - 1) || lexicon.is_word_of("scope.hypothetical.lead", u.token(first - 1));
}

// "no longer" is not also a "no": what begins within another trigger is no trigger.
std::vector<Trigger> find_triggers(const Lexicon& lexicon, const Utterance& u) {
    std::vector<Trigger> all, out;
    for (const Kind& kind : kKinds)
        for (const PhraseHit& hit : lexicon.list(kind.key).find(u))
            if (kind.reach != Reach::opening || opens_sentence(lexicon, u, hit.at.first))
                all.push_back({&kind, hit.at});
    std::stable_sort(all.begin(), all.end(), [](const Trigger& a, const Trigger& b) {
        return a.at.first != b.at.first ? a.at.first < b.at.first : a.at.last > b.at.last;
    });
    int covered = 0;
    for (const Trigger& trigger : all) {
        const bool within = trigger.at.first < covered && !(out.back().at == trigger.at);
        if (within) continue;
        covered = std::max(covered, trigger.at.last);
        out.push_back(trigger);
    }
    return out;
}

// Where the parts of a message end, by token.
class Clauses {
public:
    Clauses(const Lexicon& lexicon, const Utterance& u)
        : u_(u), begins_(marks(lexicon.list("scope.end"), u)), pronoun_(marks(lexicon.list("scope.pronoun"), u)) {
        const std::vector<bool> subject = marks(lexicon.list("scope.subject"), u);
        for (int i = 1; i < u.size(); ++i)
            if (pronoun_[at(i)] || (subject[at(i)] && (u.token(i - 1) == "," || u.token(i - 1) == "and")))
                begins_[at(i)] = true;
        find_counted(marks(lexicon.list("scope.absent.list"), u));
        find_ends(marks(lexicon.list("scope.first_person"), u), marks(lexicon.list("scope.hypothetical.end"), u));
    }

    TokenRange reach(const Trigger& trigger) const {
        // The subject of the trigger itself ("what if I ...") ends nothing.
        const std::size_t next = at(trigger.at.last) + (pronoun_[at(trigger.at.last)] ? 1 : 0);
        switch (trigger.kind->reach) {
            case Reach::after: return {trigger.at.last, end_[next]};
            case Reach::opening: return {trigger.at.first + 1, question_end_[next]};
            case Reach::after_list: return {trigger.at.last, list_end_[next]};
            case Reach::of_person: return {trigger.at.last, person_end_[next]};
            case Reach::before: return {begin(trigger.at.first), trigger.at.first};
            case Reach::around: return {begin(trigger.at.first), list_end_[next]};
        }
        return {};
    }

private:
    static std::size_t at(int i) { return static_cast<std::size_t>(i); }

    static std::vector<bool> marks(const PhraseList& list, const Utterance& u) {
        std::vector<bool> out(at(u.size()) + 2, false);
        for (const PhraseHit& hit : list.find(u)) out[at(hit.at.first)] = true;
        return out;
    }

    // "no pain, no fever, a numb arm": where each has its own "no", what has none is not denied.
    void find_counted(const std::vector<bool>& denial) {
        counted_.assign(begins_.size(), false);
        for (int i = 2; i < u_.size(); ++i)
            counted_[at(i)] = (denial[at(i)] && u_.token(i - 1) == "," && !denial[at(i - 2)]) ||
                              (counted_[at(i - 1)] && !u_.is_sentence_end(i));
        for (int i = u_.size() - 2; i >= 0; --i)
            counted_[at(i)] = counted_[at(i)] || (counted_[at(i + 1)] && !u_.is_sentence_end(i));
    }

    void find_ends(const std::vector<bool>& first_person, const std::vector<bool>& statement) {
        end_.assign(begins_.size(), u_.size());
        list_end_ = person_end_ = question_end_ = end_;
        std::vector<bool> joined(begins_.size(), false);  // an "or" comes before the clause ends
        for (int i = u_.size() - 1; i >= 0; --i) {
            const bool stop = u_.is_sentence_end(i) || begins_[at(i)];
            joined[at(i)] = !stop && (u_.token(i) == "or" || u_.token(i) == "nor" || joined[at(i + 1)]);
            const bool parts = u_.token(i) == "," && !joined[at(i)];
            list_end_[at(i)] = stop || (parts && counted_[at(i)]) ? i : list_end_[at(i + 1)];
            end_[at(i)] = stop || parts ? i : end_[at(i + 1)];
            question_end_[at(i)] = end_[at(i)] == i || statement[at(i)] ? i : question_end_[at(i + 1)];
            person_end_[at(i)] = stop || first_person[at(i)] ? i : person_end_[at(i + 1)];
        }
    }

    int begin(int i) const {
        if (i > 0 && u_.token(i - 1) == ",") --i;
        while (i > 0 && !begins_[at(i)] && !u_.is_sentence_end(i - 1)) --i;
        return i;
    }

    const Utterance& u_;
    std::vector<bool> begins_, pronoun_, counted_;
    std::vector<int> end_, list_end_, person_end_, question_end_;
};

bool is_in_gap(const TokenRange& trigger, const PhraseHit& hit) {
    return std::any_of(hit.gaps.begin(), hit.gaps.end(), [&](const TokenRange& gap) { return gap.holds(trigger); });
}

}  // namespace

Scopes::Scopes(const Lexicon& lexicon, const Utterance& utterance) {
    const Clauses clauses(lexicon, utterance);
    for (const Trigger& trigger : find_triggers(lexicon, utterance)) {
        if (trigger.kind->status == Status::present) continue;
        // In "can stress ..." the first word asks, what follows is asked about.
        const bool opens = trigger.kind->reach == Reach::opening;
        const TokenRange own{trigger.at.first, opens ? trigger.at.first + 1 : trigger.at.last};
        scopes_.push_back({trigger.kind->status, own, clauses.reach(trigger)});
    }
    const auto rank = [](Status status) {
        const auto is = [&](const Kind& kind) { return kind.status == status; };
        return std::find_if(kKinds.begin(), kKinds.end(), is) - kKinds.begin();
    };
    std::stable_sort(scopes_.begin(), scopes_.end(),
                     [&](const Scope& a, const Scope& b) { return rank(a.status) < rank(b.status); });
}

Status Scopes::status_of(const PhraseHit& hit) const {
    for (const Scope& scope : scopes_) {
        const bool is_own_word = hit.at.holds(scope.trigger.head()) && !is_in_gap(scope.trigger.head(), hit);
        if (!is_own_word && scope.reach.meets(hit.at)) return scope.status;
    }
    return Status::present;
}

}  // namespace anamnesis
