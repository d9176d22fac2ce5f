// What an author may want to know though nothing is wrong.

#include <algorithm>
#include <array>

#include "dialog/change.hpp"
#include "proof/checks.hpp"
#include "proof/explore.hpp"

namespace anamnesis::proof {
namespace {

constexpr std::size_t kPairsMax = 40'000;
constexpr std::size_t kPairsNamed = 40;
constexpr std::size_t kPositionsMax = 2000;

struct RulePair {
    std::size_t first, second;  // the first of them decides
};

// Rules of one level with different outcomes: where both hold, the order of the file decides.
std::vector<RulePair> rivals(const Dialog& d) {
    std::vector<RulePair> out;
    for (std::size_t i = 0; i < d.rules_by_urgency.size(); ++i)
        for (std::size_t j = i + 1; j < d.rules_by_urgency.size(); ++j) {
            const Rule& a = d.rules[d.rules_by_urgency[i]];
            const Rule& b = d.rules[d.rules_by_urgency[j]];
            if (d.outcomes[a.outcome].level != d.outcomes[b.outcome].level) break;
            if (a.outcome != b.outcome) out.push_back({d.rules_by_urgency[i], d.rules_by_urgency[j]});
        }
    return out;
}

bool both_hold(const RulePair& pair, Prover& prover) {
    const Claim both = all({about(Claim::Kind::rule_holds, pair.first), about(Claim::Kind::rule_holds, pair.second),
                            any({gives(), pending()})});
    return prover.ask(prover.literal(both)) == Satisfiable::yes;
}

std::string in_words(const Dialog& d, const Findings& map) {
    std::string out;
    for (std::size_t f = 0; f < d.findings.size(); ++f)
        if (map.said[f] != value::kNotAsked && value_id(d.findings[f], map.said[f]) != "no")
            out +=
                (out.empty() ? "" : ", ") + d.findings[f].id + "=" + std::string(value_id(d.findings[f], map.said[f]));
    return out.empty() ? "every answer no" : out;
}

// The same sequence on every machine (splitmix64); what it is used for needs no more.
class Dice {
public:
    bool happens(unsigned percent) { return next() % 100 < percent; }
    std::size_t below(std::size_t n) { return next() % n; }

private:
    std::uint64_t next() {
        std::uint64_t z = state_ += 0x9e3779b97f4a7c15u;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
        return z ^ (z >> 31);
    }

    std::uint64_t state_ = 1;
};

constexpr unsigned kYesPercent = 4, kUnsurePercent = 2;

std::vector<std::string> random_choices(const Dialog& d, const Ask& ask, const std::vector<FindingIndex>& items,
                                        Dice& dice) {
    const Finding& first = d.findings[items.front()];
    if (dice.happens(kUnsurePercent)) return {"unsure"};
    if (!ask.probe && first.type != FindingType::yes_no) return {first.options[dice.below(first.options.size())].id};
    if (!ask.probe && items.size() > 1 && d.questions[ask.index].style == Style::one_of)
        return {d.findings[items[dice.below(items.size())]].id};
    if (ask.probe || d.questions[ask.index].style != Style::any_of) return {dice.happens(kYesPercent) ? "yes" : "no"};
    std::vector<std::string> out;
    for (FindingIndex f : items)
        if (dice.happens(kYesPercent)) out.push_back(d.findings[f].id);
    return out;
}

// Taps at random until an outcome is given.
std::optional<std::size_t> random_end(const Dialog& d, Dice& dice) {
    constexpr int kTurnsMax = 500;
    Findings findings = no_findings(d);
    for (int turn = 0; turn < kTurnsMax; ++turn) {
        const Decision decision = decide(d, findings);
        if (decision.verdict && !decision.pending) return decision.verdict->outcome;
        const auto items = shown_items(d, effective(d, findings), *decision.ask);
        if (items.empty()) return std::nullopt;
        const Answer answer{"", random_choices(d, *decision.ask, items, dice), {}, false, false};
        findings = with_answer(d, std::move(findings), *decision.ask, items, answer);
    }
    return std::nullopt;
}

}  // namespace

void note_overlaps(const Dialog& d, Prover& prover, std::vector<std::string>& notes) {
    const auto pairs = rivals(d);
    if (pairs.size() > kPairsMax) {
        notes.push_back("overlaps were not looked for: " + std::to_string(pairs.size()) + " pairs of rules");
        return;
    }
    std::size_t overlaps = 0;
    std::string some;
    for (const RulePair& pair : pairs) {
        if (!both_hold(pair, prover)) continue;
        if (++overlaps <= kPairsNamed)
            some += (some.empty() ? "" : ", ") + d.rules[pair.first].id + " before " + d.rules[pair.second].id;
    }
    if (overlaps > 0)
        notes.push_back(std::to_string(overlaps) + " pairs of rules of one level and different outcomes can hold " +
                        "together; the first in the file decides: " + some + (overlaps > kPairsNamed ? ", ..." : ""));
}

void note_default(const Dialog& d, Prover& prover, std::vector<std::string>& notes) {
    constexpr ValueSet kNotSure = value_bit(value::kUnsure) | value_bit(value::kOpen);
    std::vector<Claim> not_sure;
    for (FindingIndex f = 0; f < d.findings.size(); ++f) not_sure.push_back(is(f, kNotSure));
    const Claim hole = all({gives(), about(Claim::Kind::by_default, 0), none(std::move(not_sure))});
    if (prover.ask(prover.literal(hole)) != Satisfiable::yes) return;
    const auto map = prover.shortest(prover.literal(hole));
    if (map) notes.push_back("the default is what it comes to though all is known, for example: " + in_words(d, *map));
}

void note_unguarded(const Dialog& d, Prover& prover, std::vector<std::string>& notes) {
    std::vector<Claim> guarded;
    for (const Guarantee& g : d.guarantees)
        if (g.at_least == Level::emergency)
            guarded.push_back(all({that(g.condition), none({g.unless ? that(*g.unless) : any({})})}));
    std::string out;
    for (std::size_t r = 0; r < d.rules.size(); ++r) {
        if (d.outcomes[d.rules[r].outcome].level != Level::emergency) continue;
        const Claim unguarded = all({about(Claim::Kind::rule_holds, r), none(guarded)});
        if (prover.ask(prover.literal(unguarded)) != Satisfiable::no) out += (out.empty() ? "" : ", ") + d.rules[r].id;
    }
    if (!out.empty()) notes.push_back("no guarantee of an emergency is as strong as these rules: " + out);
}

void note_lengths(Prover& prover, std::vector<std::string>& notes) {
    const Lit any_end = prover.literal(gives());
    const Lit emergency = prover.literal(all({gives(), at_least(Level::emergency)}));
    notes.push_back("by taps, with no answer taken back: at most " + std::to_string(prover.most_answers(any_end)) +
                    " questions to any outcome, " + std::to_string(prover.most_answers(emergency)) +
                    " to an emergency");
}

void note_shares(const Dialog& d, std::vector<std::string>& notes) {
    constexpr int kConversations = 1000;
    std::array<int, 5> ends{};
    std::vector<int> outcomes(d.outcomes.size());
    Dice dice;
    for (int i = 0; i < kConversations; ++i)
        if (const auto outcome = random_end(d, dice)) {
            ++outcomes[*outcome];
            ++ends[static_cast<std::size_t>(d.outcomes[*outcome].level)];
        }
    std::string text = "of 1000 random conversations by taps (yes 4 in 100, not sure 2 in 100) end", low;
    for (std::size_t l = 0; l < ends.size(); ++l)
        text +=
            std::string(l == 0 ? " " : ", ").append(to_string(static_cast<Level>(l))) + " " + std::to_string(ends[l]);
    for (std::size_t o = 0; o < outcomes.size(); ++o)
        if (d.outcomes[o].level < Level::soon)
            low +=
                (low.empty() ? "; of those below soon " : ", ") + d.outcomes[o].id + " " + std::to_string(outcomes[o]);
    notes.push_back(text + low);
}

void note_positions(const Dialog& d, std::vector<PropertyReport>& properties, std::vector<std::string>& notes) {
    const auto explored = explore(d, properties_of(d), kPositionsMax);
    if (!explored) {
        notes.push_back("taps lead to more than " + std::to_string(kPositionsMax) +
                        " positions, which were not visited one by one");
        return;
    }
    notes.push_back("taps lead to " + std::to_string(explored->positions.size()) +
                    " positions; visited one by one: at most " + std::to_string(explored->to_outcome) +
                    " answers to any outcome, " + std::to_string(explored->to_emergency) + " to an emergency");
    for (PropertyReport& p : properties)
        if (p.result == ProofResult::proved &&
            std::find(explored->broken.begin(), explored->broken.end(), p.id) != explored->broken.end()) {
            p.result = ProofResult::not_proved;
            p.found.emplace_back("a position that taps lead to breaks what was proved");
        }
}

}  // namespace anamnesis::proof
