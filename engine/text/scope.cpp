#include "text/scope.hpp"

#include <algorithm>

#include "text/clauses.hpp"
#include "text/lexicon_data.hpp"

namespace anamnesis {
namespace {

// What a trigger says; of several the first counts. Doubt comes before denial: "maybe not".
enum Meaning : std::size_t { kHypothetical, kUncertain, kAbsent, kPast, kOver, kThought, kOther, kThird, kNothing };

// In the order of scope_lists().
struct Kind {
    Meaning meaning;
    Clauses::Reach reach;
};

using Reach = Clauses::Reach;
constexpr std::array<Kind, 18> kKinds = {{{kOther, Reach::of_person},
                                          {kThird, Reach::of_person},
                                          {kHypothetical, Reach::after},
                                          {kHypothetical, Reach::opening},
                                          {kPast, Reach::after},
                                          {kPast, Reach::around},
                                          {kUncertain, Reach::after},
                                          {kUncertain, Reach::before},
                                          {kAbsent, Reach::after_list},
                                          {kAbsent, Reach::after},
                                          {kAbsent, Reach::before},
                                          {kAbsent, Reach::label},
                                          {kOver, Reach::after_list},
                                          {kOver, Reach::before},
                                          {kOver, Reach::sentences},
                                          {kOver, Reach::all_before},
                                          {kThought, Reach::after},
                                          {kNothing, Reach::after}}};

// "no longer" is not also a "no": what begins within another trigger is no trigger. But where a phrase begins
// within it and goes on behind, as "change in vision" in "no change in vision", the first word is about it.
struct Trigger {
    TriggerTable::Hit hit;
    int outer_end = 0;  // of the trigger that it begins; 0: it stands by itself
};

std::vector<Trigger> nested(std::vector<TriggerTable::Hit> all) {
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
        return a.at.first != b.at.first ? a.at.first < b.at.first : a.at.last > b.at.last;
    });
    std::vector<Trigger> out;
    TokenRange outer;
    for (const TriggerTable::Hit& hit : all) {
        const bool within = hit.at.first < outer.last && !(hit.at == outer);
        if (!within) out.push_back({hit, 0});
        const bool denies = kKinds[static_cast<std::size_t>(hit.list)].meaning == kAbsent;
        if (within && denies && hit.at.first == outer.first) out.push_back({hit, outer.last});
        if (!within) outer = {hit.at.first, std::max(outer.last, hit.at.last)};
    }
    return out;
}

bool is_in_gap(const TokenRange& trigger, const PhraseHit& hit) {
    return std::any_of(hit.gaps.begin(), hit.gaps.end(), [&](const TokenRange& gap) { return gap.holds(trigger); });
}

}  // namespace

const std::vector<std::string>& scope_lists() {
    static const std::vector<std::string> kLists = {"scope.other_person.before",
                                                    "scope.other_person.third",
                                                    "scope.hypothetical.before",
                                                    "scope.hypothetical.opening",
                                                    "scope.past.before",
                                                    "scope.past.around",
                                                    "scope.uncertain.before",
                                                    "scope.uncertain.after",
                                                    "scope.absent.list",
                                                    "scope.absent.before",
                                                    "scope.absent.after",
                                                    "scope.absent.label",
                                                    "scope.over.before",
                                                    "scope.over.after",
                                                    "scope.over.sentence",
                                                    "scope.over.all",
                                                    "scope.uncertain.thought",
                                                    "scope.pseudo",
                                                    "scope.end",
                                                    "scope.subject",
                                                    "scope.pronoun",
                                                    "scope.first_person",
                                                    "scope.other_person.end",
                                                    "scope.hypothetical.end",
                                                    "scope.hypothetical.lead",
                                                    "scope.figure",
                                                    "scope.joins",
                                                    "scope.limit.before",
                                                    "scope.limit.after"};
    return kLists;
}

Scopes::Scopes(const Lexicon& lexicon, const Utterance& u) {
    const auto hits = lexicon.triggers().find(u);
    const Clauses clauses(hits, u);
    std::vector<TriggerTable::Hit> triggers;
    for (const TriggerTable::Hit& hit : hits) {
        const auto list = static_cast<std::size_t>(hit.list);
        const bool opening = list < kKinds.size() && kKinds[list].reach == Reach::opening;
        if (list < kKinds.size() && (!opening || clauses.opens_sentence(hit.at.first))) triggers.push_back(hit);
        if (hit.list == Clauses::kFigure) figures_.push_back(hit.at);
        // Before: beside what comes next or after one more word; after: right behind.
        if (hit.list == Clauses::kLimitBefore) limits_.push_back({hit.at, {hit.at.first, hit.at.last + 2}});
        if (hit.list == Clauses::kLimitAfter) limits_.push_back({hit.at, {hit.at.first - 1, hit.at.last}});
        has_narrator_ = has_narrator_ || hit.list == Clauses::kFirstPerson || hit.list == Clauses::kOtherPerson;
    }
    for (const Trigger& trigger : nested(std::move(triggers))) {
        const TokenRange& at = trigger.hit.at;
        const Kind& kind = kKinds[static_cast<std::size_t>(trigger.hit.list)];
        // In "can stress ..." the first word asks, what follows is asked about.
        const TokenRange own = kind.reach == Reach::opening ? at.head() : at;
        TokenRange reach = clauses.reach(kind.reach, at);
        // "weak: no, numb: yes": what answers the part before it denies nothing behind it.
        if (kind.reach == Reach::after_list && clauses.reach(Reach::label, at).size() > 0) continue;
        if (trigger.outer_end > 0) reach = {at.last, trigger.outer_end};
        if (kind.meaning == kNothing || reach.size() <= 0) continue;
        (trigger.outer_end > 0 ? tails_ : covers_).push_back({kind.meaning, own, reach});
    }
    count_reaches(u.size());
}

void Scopes::count_reaches(int tokens) {
    counts_.resize(static_cast<std::size_t>(tokens) + 2);
    for (const Cover& cover : covers_) {
        ++counts_[static_cast<std::size_t>(cover.reach.first) + 1].begun[cover.meaning];
        ++counts_[static_cast<std::size_t>(cover.reach.last)].ended[cover.meaning];
    }
    for (std::size_t i = 1; i < counts_.size(); ++i)
        for (std::size_t m = 0; m < kMeanings; ++m) {
            counts_[i].begun[m] += counts_[i - 1].begun[m];
            counts_[i].ended[m] += counts_[i - 1].ended[m];
        }
}

bool Scopes::means(std::size_t meaning, const PhraseHit& hit) const {
    int reaching = counts_[static_cast<std::size_t>(hit.at.last)].begun[meaning] -
                   counts_[static_cast<std::size_t>(hit.at.first)].ended[meaning];
    const auto before = [](const Cover& cover, int token) { return cover.own.first < token; };
    for (auto it = std::lower_bound(covers_.begin(), covers_.end(), hit.at.first, before);
         it != covers_.end() && it->own.first < hit.at.last; ++it)
        if (it->meaning == meaning && it->reach.meets(hit.at) && !is_in_gap(it->own.head(), hit)) --reaching;
    return reaching > 0 || means_within(meaning, hit);
}

bool Scopes::means_within(std::size_t meaning, const PhraseHit& hit) const {
    const auto ends_before = [](const Cover& tail, int token) { return tail.reach.last <= token; };
    auto it = std::lower_bound(tails_.begin(), tails_.end(), hit.at.first, ends_before);
    for (; it != tails_.end() && it->reach.first <= hit.at.first; ++it)
        if (it->meaning == meaning && hit.at.last > it->reach.last) return true;
    return false;
}

bool Scopes::is_figure(const TokenRange& at) const {
    const auto ends_before = [](const TokenRange& figure, int token) { return figure.last <= token; };
    const auto it = std::lower_bound(figures_.begin(), figures_.end(), at.first, ends_before);
    return it != figures_.end() && it->first < at.last;
}

// A word of the phrase itself limits nothing, as in "not affected".
bool Scopes::is_limited(const PhraseHit& hit) const {
    return std::any_of(limits_.begin(), limits_.end(), [&](const Limit& limit) {
        return limit.reach.meets(hit.at) && (!hit.at.holds(limit.own) || is_in_gap(limit.own, hit));
    });
}

Scope Scopes::of(const PhraseHit& hit) const {
    Scope out;
    if (means(kHypothetical, hit))
        out.status = Status::hypothetical;
    else if (means(kUncertain, hit))
        out.status = Status::uncertain;
    else if (means(kAbsent, hit))
        out.status = Status::absent;
    else if (means(kPast, hit))
        out.status = Status::past;
    else if (means(kOver, hit))
        out = {Status::past, Scope::Person::own, true};
    else if (means(kThought, hit))
        out = {Status::uncertain, Scope::Person::own, true};
    if (means(kOther, hit))
        out.person = Scope::Person::other;
    else if (means(kThird, hit))
        out.person = Scope::Person::third;
    return out;
}

Status Scopes::status_of(const PhraseHit& hit) const {
    const Scope scope = of(hit);
    return scope.person == Scope::Person::own ? scope.status : Status::other_person;
}

}  // namespace anamnesis
