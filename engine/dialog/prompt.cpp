#include "dialog/prompt.hpp"

#include <algorithm>

#include <anamnesis/assessment.hpp>
#include <anamnesis/step.hpp>

namespace anamnesis {
namespace {

constexpr std::string_view kCheck = ".check";
constexpr std::string_view kConfirm = ".confirm";

bool ends_with(std::string_view s, std::string_view end) {
    return s.size() > end.size() && s.substr(s.size() - end.size()) == end;
}

bool contains(const std::vector<std::string>& list, std::string_view item) {
    return std::find(list.begin(), list.end(), item) != list.end();
}

Prompt yes_no_prompt(std::string id, FindingIndex finding) {
    return {std::move(id), Style::yes_no, {finding}, {"yes", "no", "unsure"}};
}

std::vector<std::string> option_ids(const Dialog& d, const std::vector<FindingIndex>& items, bool list) {
    std::vector<std::string> out;
    if (list)
        for (FindingIndex f : items) out.push_back(d.findings[f].id);
    else
        for (const Option& o : d.findings[items.front()].options) out.push_back(o.id);
    out.push_back("unsure");
    return out;
}

// How many choices an answer may have here.
std::size_t choices_max(const Prompt& prompt) { return prompt.style == Style::any_of ? prompt.options.size() : 1; }

bool fits(const Dialog& d, const Prompt& prompt, const Answer& answer) {
    if (answer.number && prompt.style == Style::number)
        return band_of(d.findings[prompt.findings.front()], *answer.number).has_value();
    const bool none = answer.choices.empty() && prompt.style != Style::any_of;
    const auto known = [&](const std::string& c) { return contains(prompt.options, c); };
    return !none && answer.choices.size() <= choices_max(prompt) &&
           std::all_of(answer.choices.begin(), answer.choices.end(), known);
}

// The whole question, as it can be answered by those who do not look at what is left of it.
Prompt whole_prompt(const Dialog& d, const Ask& ask) {
    const std::string id = ask_id(d, ask);
    if (ask.probe) return yes_no_prompt(id, static_cast<FindingIndex>(ask.index));
    const Question& q = d.questions[ask.index];
    if (q.style == Style::yes_no) return yes_no_prompt(id, q.asks.front());
    const bool list = q.style == Style::any_of || q.asks.size() > 1;
    return {id, q.style, q.asks, option_ids(d, q.asks, list)};
}

bool was_or_is_open(const Dialog& d, const Session& session, const std::string& id) {
    const auto open = open_prompt(d, session);
    return (open && open->id == id) || contains(session.talk.answered, id);
}

}  // namespace

std::string ask_id(const Dialog& d, const Ask& ask) {
    return ask.probe ? d.findings[ask.index].id + std::string(kCheck) : d.questions[ask.index].id;
}

std::optional<Ask> find_ask(const Dialog& d, std::string_view id) {
    if (const auto q = d.find_question(id)) return Ask{false, *q};
    if (!ends_with(id, kCheck)) return std::nullopt;
    const auto f = d.find_finding(id.substr(0, id.size() - kCheck.size()));
    if (!f || !d.findings[*f].has_probe) return std::nullopt;
    return Ask{true, *f};
}

std::optional<Open> open_question(const Dialog& d, const Session& session, const Decision& decision) {
    if (session.talk.stopped) return std::nullopt;
    if (session.talk.pending) return Open{Open::Kind::confirm, {}, session.talk.pending->finding};
    if (session.talk.revisit)
        if (const auto ask = find_ask(d, *session.talk.revisit)) return Open{Open::Kind::revisit, *ask, 0};
    if (decision.ask) return Open{Open::Kind::decided, *decision.ask, 0};
    return std::nullopt;
}

std::string open_id(const Dialog& d, const Open& open) {
    return open.kind == Open::Kind::confirm ? d.findings[open.named].id + std::string(kConfirm) : ask_id(d, open.ask);
}

std::vector<FindingIndex> items_of(const Dialog& d, const Session& session, const Ask& ask) {
    const auto left = shown_items(d, effective(d, session.findings), ask);
    const bool revisited = session.talk.revisit && *session.talk.revisit == ask_id(d, ask);
    return left.empty() || revisited ? (ask.probe ? left : d.questions[ask.index].asks) : left;
}

bool can_be_changed(const Dialog& d, const Session& session, const std::string& question) {
    if (contains(session.talk.answered, question)) return true;
    const auto index = d.find_question(question);
    if (!index) return false;
    const auto& asks = d.questions[*index].asks;
    return std::any_of(asks.begin(), asks.end(),
                       [&](FindingIndex f) { return session.findings.said[f] != value::kNotAsked; });
}

std::string question_about(const Dialog& d, const Session& session, FindingIndex finding) {
    const auto known = session.evidence.find(finding);
    if (known != session.evidence.end() && contains(session.talk.answered, known->second.question))
        return known->second.question;
    for (const Question& question : d.questions) {
        const bool asks_it = std::find(question.asks.begin(), question.asks.end(), finding) != question.asks.end();
        if (asks_it && can_be_changed(d, session, question.id)) return question.id;
    }
    return {};
}

Prompt prompt_for(const Dialog& d, const Session& session, const Open& open) {
    if (open.kind == Open::Kind::confirm) {
        Prompt confirm = yes_no_prompt(open_id(d, open), open.named);
        confirm.confirms = true;
        return confirm;
    }
    const Prompt whole = whole_prompt(d, open.ask);
    if (whole.style != Style::any_of) return whole;
    const auto items = items_of(d, session, open.ask);
    if (items.size() == 1) return yes_no_prompt(whole.id, items.front());
    return {whole.id, whole.style, items, option_ids(d, items, true)};
}

std::string option_key(const Dialog& d, const Prompt& prompt, const std::string& option) {
    if (option == "yes" || option == "no" || option == "unsure") return "engine.answer." + option;
    const Finding& first = d.findings[prompt.findings.front()];
    const bool items = first.type == FindingType::yes_no;
    return items ? "findings." + option + ".name" : option_path(first, option) + ".label";
}

std::optional<Prompt> open_prompt(const Dialog& d, const Session& session) {
    const auto open = open_question(d, session, decide(d, session.findings));
    if (!open) return std::nullopt;
    return prompt_for(d, session, *open);
}

std::optional<Prompt> find_prompt(const Dialog& d, std::string_view question) {
    const auto ask = find_ask(d, question);
    return ask ? std::optional(whole_prompt(d, *ask)) : std::nullopt;
}

ChoiceCheck check_choice(const Dialog& d, const Session& session, const Answer& answer) {
    if (!was_or_is_open(d, session, answer.question)) return ChoiceCheck::unknown_question;
    const auto open = open_prompt(d, session);
    if (open && open->id == answer.question && fits(d, *open, answer)) return ChoiceCheck::ok;
    const auto ask = find_ask(d, answer.question);
    if (ask && fits(d, whole_prompt(d, *ask), answer)) return ChoiceCheck::ok;
    return ask || open ? ChoiceCheck::unknown_choice : ChoiceCheck::unknown_question;
}

}  // namespace anamnesis
