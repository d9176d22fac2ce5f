// What there is to reach in a dialog, and what a turn reached of it.

#include <algorithm>

#include "replay/player.hpp"

namespace anamnesis {
namespace {

template <class Things>
std::set<std::string> ids_of(const Things& things) {
    std::set<std::string> out;
    for (const auto& thing : things) out.insert(thing.id);
    return out;
}

bool has_options(const Finding& f) { return f.type == FindingType::choice || f.type == FindingType::number; }

std::set<std::string> option_ids(const Dialog& d) {
    std::set<std::string> out;
    for (const Finding& f : d.findings)
        for (const Option& option : f.options)
            if (has_options(f)) out.insert(f.id + "." + option.id);
    return out;
}

// An include may bring outcomes that only rules of its own lead to, which did not join.
std::set<std::string> outcome_ids(const Dialog& d) {
    std::set<std::string> out = {d.outcomes[d.default_outcome].id};
    for (const Rule& rule : d.rules) out.insert(d.outcomes[rule.outcome].id);
    return out;
}

void cover_options(std::set<std::string>& covered, const Dialog& d, const Findings& findings) {
    for (FindingIndex i = 0; i < d.findings.size(); ++i)
        if (has_options(d.findings[i]) && findings.said[i] >= value::kOptionFirst)
            covered.insert(d.findings[i].id + "." + std::string(value_id(d.findings[i], findings.said[i])));
}

// A check belongs to no state, and a probe to no question.
void cover_question(Coverage& covered, const Dialog& d, const std::string& id) {
    const auto index = d.find_question(id);
    if (!index) return;
    covered["questions"].insert(id);
    for (const State& state : d.states)
        if (std::find(state.questions.begin(), state.questions.end(), *index) != state.questions.end())
            covered["states"].insert(state.id);
}

// The outcome on the page: one that waits for a check decided nothing yet.
void cover_ending(Coverage& covered, const Dialog& d, const Ending& ending) {
    if (ending.verdict.rule) covered["rules"].insert(d.rules[*ending.verdict.rule].id);
    covered["outcomes"].insert(d.outcomes[ending.verdict.outcome].id);
    for (const FittingCause& cause : ending.causes) covered["causes"].insert(d.causes[cause.cause].id);
    for (std::size_t advice : ending.advice) covered["advice"].insert(d.advice[advice].id);
}

void cover_topics(std::set<std::string>& covered, const Dialog& d, const std::vector<Message>& messages) {
    for (const Topic& topic : d.topics)
        for (const TopicText& text : topic.texts)
            for (const Message& message : messages)
                if (message.text.key == "topics." + topic.id + ".text." + text.id) covered.insert(topic.id);
}

}  // namespace

Coverage coverable(const Dialog& d) {
    return {{"states", ids_of(d.states)}, {"questions", ids_of(d.questions)}, {"options", option_ids(d)},
            {"rules", ids_of(d.rules)},   {"outcomes", outcome_ids(d)},       {"causes", ids_of(d.causes)},
            {"advice", ids_of(d.advice)}, {"topics", ids_of(d.topics)}};
}

void cover(Coverage& covered, const Dialog& d, const Step& turn) {
    if (turn.reply.prompt) cover_question(covered, d, turn.reply.prompt->id);
    if (turn.reply.ending) cover_ending(covered, d, *turn.reply.ending);
    cover_options(covered["options"], d, turn.session.findings);
    cover_topics(covered["topics"], d, turn.reply.messages);
}

}  // namespace anamnesis
