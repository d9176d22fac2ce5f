#include "engine/random_acts.hpp"

namespace anamnesis::tests {
namespace {

const std::vector<std::string> kCommands = {"help",     "why",  "known",  "back",     "repeat", "change", "start_over",
                                            "skip_all", "stop", "person", "language", "delete", "dance"};
const std::vector<Status> kStatuses = {Status::present, Status::present,      Status::absent,      Status::uncertain,
                                       Status::past,    Status::other_person, Status::hypothetical};

}  // namespace

Answer RandomActs::fitting_answer(const Prompt& prompt) {
    Answer out{prompt.id, {}, {}, one_in(3), false};
    if (prompt.style != Style::any_of) {
        out.choices = {pick(prompt.options)};
        return out;
    }
    for (const std::string& option : prompt.options)
        if (one_in(6)) out.choices.push_back(option);
    out.all = out.typed && one_in(2);
    return out;
}

Answer RandomActs::odd_answer() {
    Answer out{"nowhere", {}, {}, one_in(2), one_in(2)};
    if (one_in(2))
        out.question = pick(dialog_.questions).id;
    else if (one_in(2))
        out.question = pick(dialog_.findings).id + (one_in(2) ? ".check" : ".confirm");
    const std::vector<std::string> choices = {"yes", "no", "unsure", "purple", "", pick(dialog_.findings).id};
    while (!one_in(2)) out.choices.push_back(pick(choices));
    if (one_in(4)) out.number = below(200) - 50;
    return out;
}

Mention RandomActs::mention() {
    const Finding& finding = pick(dialog_.findings);
    Mention out{finding.id, pick(kStatuses), {}, {}, {}, {}};
    if (!finding.options.empty()) out.value = pick(finding.options).id;
    if (finding.type == FindingType::number && one_in(2)) out.number = below(200) - 50;
    return out;
}

Command RandomActs::command(const Session& session) {
    Command out{pick(kCommands), {}};
    if (out.name == "start_over" && !one_in(5)) out.name = "back";
    if (out.name == "change" && !session.talk.answered.empty()) out.argument = pick(session.talk.answered);
    if (out.name == "language") out.argument = one_in(2) ? "en" : "xx";
    return out;
}

Acts RandomActs::answer(const Session& session) {
    const auto prompt = open_prompt(dialog_, session);
    if (!prompt) return {};
    return {fitting_answer(*prompt)};
}

Acts RandomActs::any(const Session& session) {
    if (one_in(6)) return {command(session)};
    Acts out = one_in(5) ? Acts{odd_answer()} : one_in(4) ? Acts{} : answer(session);
    while (one_in(4)) out.push_back(mention());
    if (one_in(10)) out.push_back(odd_answer());
    if (one_in(10) && !dialog_.topics.empty()) out.push_back(TopicAsked{pick(dialog_.topics).id});
    if (one_in(8)) out.push_back(NotUnderstood{NotUnderstood::Reason::which});
    return out;
}

}  // namespace anamnesis::tests
