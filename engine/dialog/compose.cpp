// Puts a reply together: what matters most first.

#include <algorithm>
#include <iterator>

#include "dialog/turn.hpp"

namespace anamnesis {
namespace {

bool at_least_urgent(const Dialog& d, const Verdict& v) { return d.outcomes[v.outcome].level >= Level::urgent; }

// The outcome on the page: the one decided now; or, once an urgent one was given, what it comes to.
std::optional<Verdict> verdict_on_page(const Turn& turn, const Decision& decision) {
    const auto& shown = turn.session.talk.shown;
    if (decision.verdict && !decision.pending) return decision.verdict;
    if (!shown || !at_least_urgent(turn.dialog, *shown)) return std::nullopt;
    return verdict(turn.dialog, effective(turn.dialog, turn.session.findings));
}

bool has_text(const Dialog& d, const std::string& key) { return d.languages.front().find(key) != nullptr; }

TextRef name_of(const Dialog& d, FindingIndex f) { return {"findings." + d.findings[f].id + ".name", {}, {}}; }

std::string question_key(const Turn& turn, const Ask& ask) {
    const Dialog& d = turn.dialog;
    if (ask.probe) return "findings." + d.findings[ask.index].id + ".probe";
    const Question& q = d.questions[ask.index];
    const std::string at = "questions." + q.id;
    if (turn.question_key && has_text(d, at + *turn.question_key)) return at + *turn.question_key;
    const bool claimed = std::any_of(q.asks.begin(), q.asks.end(),
                                     [&](FindingIndex f) { return turn.session.talk.claims.count(f) > 0; });
    return at + (claimed && has_text(d, at + ".text@claimed") ? ".text@claimed" : ".text");
}

// Of a change that waits: every alarm that it takes back; else the finding it begins with.
Message confirm_message(const Turn& turn, FindingIndex named) {
    std::vector<TextRef> names;
    for (FindingIndex f : falling_alarms(turn.dialog, turn.session.findings, turn.session.talk.pending->findings))
        names.push_back(name_of(turn.dialog, f));
    if (names.empty()) names.push_back(name_of(turn.dialog, named));
    return {{"engine.confirm", std::move(names), {}}, {}};
}

// The state that the open question belongs to; of a probe, the state that asks its finding.
const State* state_of(const Dialog& d, const Open& open) {
    for (const State& state : d.states)
        for (QuestionIndex q : state.questions) {
            const auto& asks = d.questions[q].asks;
            const bool asks_it =
                open.kind == Open::Kind::confirm || open.ask.probe
                    ? std::find(asks.begin(), asks.end(),
                                open.kind == Open::Kind::confirm ? open.named : open.ask.index) != asks.end()
                    : q == open.ask.index;
            if (asks_it) return &state;
        }
    return nullptr;
}

int open_questions(const Dialog& d, const Findings& findings) {
    const Effective v = effective(d, findings);
    int open = 0;
    for (const State& state : d.states)
        for (QuestionIndex q : state.questions) {
            const auto& asks = d.questions[q].asks;
            const bool unasked =
                std::any_of(asks.begin(), asks.end(), [&](FindingIndex f) { return v.values[f] == value::kNotAsked; });
            open += unasked && holds(state.when, v) && holds(d.questions[q].when, v);
        }
    return open;
}

Progress progress_of(const Turn& turn, bool open) {
    const int done = static_cast<int>(turn.session.talk.answered.size());
    const int left = open ? std::max(1, open_questions(turn.dialog, turn.session.findings)) : 0;
    return {done, done + left};
}

std::vector<Noted> noted_of(const Turn& turn) {
    std::vector<Noted> out;
    for (const auto& [f, evidence] : turn.session.evidence)
        if (turn.show_known || evidence.turn == turn.session.turn) out.push_back({f, turn.session.findings.said[f]});
    return out;
}

// What was taken in passing is said back, so that a misreading shows.
void say_noted(Turn& turn) {
    std::vector<TextRef> list;
    for (const auto& [f, evidence] : turn.session.evidence)
        if (evidence.turn == turn.session.turn && evidence.how == Evidence::How::in_passing)
            list.push_back(noted_text(turn.dialog, f, turn.session.findings.said[f]));
    if (list.empty()) return;
    Message noted{{"engine.noted", std::move(list), {}}, {}};
    turn.messages.insert(turn.messages.begin(), std::move(noted));
}

class Composer {
public:
    explicit Composer(Turn& turn) : turn_(turn), d_(turn.dialog), decision_(decide(d_, turn.session.findings)) {}

    Reply run() {
        const auto on_page = verdict_on_page(turn_, decision_);
        drop_revisit_for(on_page);
        if (on_page) reply_.ending = ending_for(d_, effective(d_, turn_.session.findings), *on_page);
        const bool alarm = on_page && at_least_urgent(d_, *on_page);
        say_noted(turn_);
        if (alarm) add_outcome();
        add_kept();
        append(turn_.messages);
        if (on_page && !alarm) add_outcome();
        turn_.session.talk.shown = on_page;
        add_question();
        reply_.noted = noted_of(turn_);
        reply_.progress = progress_of(turn_, reply_.prompt.has_value());
        return std::move(reply_);
    }

private:
    // A new outcome comes before an old question.
    void drop_revisit_for(const std::optional<Verdict>& on_page) {
        if (on_page && at_least_urgent(d_, *on_page) && turn_.session.talk.shown != on_page)
            turn_.session.talk.revisit.reset();
    }

    void append(const std::vector<Message>& messages) {
        reply_.messages.insert(reply_.messages.end(), messages.begin(), messages.end());
    }

    void add_outcome() {
        const bool again = turn_.session.talk.shown == reply_.ending->verdict;
        const bool alarm = at_least_urgent(d_, reply_.ending->verdict);
        // An alarm stays on every page; another outcome is said again where there is nothing else to say.
        if (!again || alarm || reply_.messages.empty())
            append(outcome_messages(d_, turn_.session, *reply_.ending, again));
        if (!again && d_.outcomes[reply_.ending->verdict.outcome].level < Level::emergency)
            reply_.messages.push_back({{"engine.not_reviewed", {}, {}}, {}});
    }

    void add_kept() {
        for (std::size_t o : kept_outcomes(d_, effective(d_, turn_.session.findings)))
            if (!reply_.ending || reply_.ending->verdict.outcome != o)
                reply_.messages.push_back({{"outcomes." + d_.outcomes[o].id + ".say", {}, {}}, {}});
    }

    void add_question() {
        const auto open = open_question(d_, turn_.session, decision_);
        if (!open) return;
        reply_.prompt = prompt_for(d_, turn_.session, *open);
        if (const State* state = state_of(d_, *open)) {
            reply_.state = state->id;
            if (state->has_say && turn_.session.talk.said.insert(state->id).second)
                reply_.messages.push_back({{"states." + state->id + ".say", {}, {}}, {}});
        }
        if (!turn_.question_is_told) reply_.messages.push_back(question_message(turn_, *open, *reply_.prompt));
    }

    Turn& turn_;
    const Dialog& d_;
    const Decision decision_;
    Reply reply_;
};

}  // namespace

Message question_message(const Turn& turn, const Open& open, const Prompt& prompt) {
    if (open.kind == Open::Kind::confirm) return confirm_message(turn, open.named);
    const bool list = !open.ask.probe && turn.dialog.questions[open.ask.index].style == Style::any_of;
    if (list && prompt.style == Style::yes_no)
        return {{"engine.list.one_left", {name_of(turn.dialog, prompt.findings.front())}, {}}, {}};
    const auto& answered = turn.session.talk.answered;
    const bool asked_before = std::find(answered.begin(), answered.end(), prompt.id) != answered.end();
    if (list && asked_before && open.kind == Open::Kind::decided) return {{"engine.list.rest", {}, {}}, {}};
    return {{question_key(turn, open.ask), {}, {}}, {}};
}

TextRef noted_text(const Dialog& d, FindingIndex f, Value v) {
    const Finding& finding = d.findings[f];
    const std::string id(value_id(finding, v));
    if (finding.type == FindingType::yes_no || id == "unsure") return {"engine.noted_value." + id, {name_of(d, f)}, {}};
    return {option_path(finding, id) + ".label", {}, {}};
}

Reply compose(Turn& turn) { return Composer(turn).run(); }

}  // namespace anamnesis
