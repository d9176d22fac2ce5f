// What an outcome says: its message, then the sections it shows.

#include <algorithm>

#include "dialog/turn.hpp"

namespace anamnesis {
namespace {

class OutcomeText {
public:
    OutcomeText(const Dialog& dialog, const Session& session, const Ending& ending)
        : d_(dialog),
          v_(effective(dialog, session.findings)),
          ending_(ending),
          outcome_(dialog.outcomes[ending.verdict.outcome]) {}

    std::vector<Message> all(bool again) {
        add("outcomes." + outcome_.id + ".say", {}, cites_of_rule());
        if (again) return std::move(out_);
        for (const std::string& section : outcome_.show) add_section(section);
        return std::move(out_);
    }

private:
    void add(std::string key, std::vector<TextRef> list = {}, std::vector<std::string> cites = {}) {
        out_.push_back({{std::move(key), std::move(list), {}}, std::move(cites)});
    }

    std::vector<std::string> cites_of_rule() const {
        return ending_.verdict.rule ? d_.rules[*ending_.verdict.rule].cites : std::vector<std::string>{};
    }

    void add_section(const std::string& section) {
        if (section == "why") add_why();
        if (section == "causes") add_causes();
        if (section == "advice") add_advice();
        if (section == "score") add_scores();
        if (section == "watch_for" && !outcome_.watch_for.empty()) {
            std::vector<TextRef> list;
            for (const std::string& id : outcome_.watch_for) list.push_back({"watch_for." + id, {}, {}});
            add("engine.outcome.watch_for", std::move(list));
        }
    }

    // The rules at the winning level, and the facts that made them hold.
    void add_why() {
        std::vector<TextRef> facts;
        for (const Rule& rule : d_.rules) {
            if (d_.outcomes[rule.outcome].level != outcome_.level || !holds(rule, v_)) continue;
            add("rules." + rule.id + ".why", {}, rule.cites);
            for_each_atom(rule.condition, [&](const Expr& atom) { add_fact(atom, facts); });
        }
        if (!facts.empty()) add("engine.outcome.because", std::move(facts));
    }

    // "Several days" says nothing without its question; the score tells what answers on a scale come to.
    void add_fact(const Expr& atom, std::vector<TextRef>& facts) const {
        const FindingIndex f = atom.finding;
        if (!d_.findings[f].scale.empty()) return;
        const Value v = v_.values[f];
        const bool tells = d_.findings[f].type == FindingType::yes_no ? v == value::kYes : v >= value::kOptionFirst;
        if (!tells || !holds(atom, v_) || d_.findings[f].type == FindingType::score) return;
        TextRef text = noted_text(d_, f, v);
        if (std::find(facts.begin(), facts.end(), text) == facts.end()) facts.push_back(std::move(text));
    }

    void add_causes() {
        if (ending_.causes.empty()) return;
        add("engine.outcome.causes");
        for (const FittingCause& fitting : ending_.causes) {
            const Cause& cause = d_.causes[fitting.cause];
            std::vector<TextRef> names{{"causes." + cause.id + ".name", {}, {}}};
            if (!fitting.sub.empty()) names.push_back({"causes." + cause.id + ".subs." + fitting.sub, {}, {}});
            add("engine.cause." + cause.strength, std::move(names), fitting.cites);
            if (d_.languages.front().find("causes." + cause.id + ".says"))
                add("causes." + cause.id + ".says", {}, fitting.cites);
            if (std::vector<TextRef> facts = facts_of(cause); !facts.empty())
                add("engine.cause.because", std::move(facts));
        }
    }

    // What the person told that makes a cause fit.
    std::vector<TextRef> facts_of(const Cause& cause) const {
        std::vector<TextRef> facts;
        for (const CauseClause& clause : cause.clauses)
            if (holds(clause.condition, v_))
                for_each_atom(clause.condition, [&](const Expr& atom) { add_fact(atom, facts); });
        return facts;
    }

    void add_advice() {
        if (ending_.advice.empty()) return;
        add("engine.outcome.advice");
        for (std::size_t i : ending_.advice) add("advice." + d_.advice[i].id + ".text", {}, d_.advice[i].cites);
    }

    // A score without bands serves rules alone.
    void add_scores() {
        for (FindingIndex f = 0; f < d_.findings.size(); ++f)
            if (d_.findings[f].type == FindingType::score && !d_.findings[f].options.empty()) add_score(f);
    }

    // A score with an item left out has no points to show; one that was not begun is not spoken of.
    void add_score(FindingIndex f) {
        const Finding& score = d_.findings[f];
        const std::string name = "findings." + score.id + ".name";
        if (v_.values[f] >= value::kOptionFirst) {
            out_.push_back(
                {{"engine.outcome.score", {{name, {}, {}}}, static_cast<double>(v_.points[f])}, score.cites});
            add(option_path(score, value_id(score, v_.values[f])) + ".label");
        } else if (v_.values[f] == value::kUnsure) {
            add("engine.outcome.no_score", {{name, {}, {}}});
        }
    }

    const Dialog& d_;
    const Effective v_;
    const Ending& ending_;
    const Outcome& outcome_;
    std::vector<Message> out_;
};

bool shows(const Outcome& outcome, const char* section) {
    return std::find(outcome.show.begin(), outcome.show.end(), section) != outcome.show.end();
}

bool is_for(const Advice& advice, const std::vector<FittingCause>& causes) {
    return advice.causes.empty() || std::any_of(causes.begin(), causes.end(), [&](const FittingCause& c) {
               return std::find(advice.causes.begin(), advice.causes.end(), c.cause) != advice.causes.end();
           });
}

}  // namespace

Ending ending_for(const Dialog& d, const Effective& v, const Verdict& verdict) {
    Ending ending{verdict, {}, {}};
    const Outcome& outcome = d.outcomes[verdict.outcome];
    const std::vector<FittingCause> causes = fitting_causes(d, v);
    if (shows(outcome, "causes")) ending.causes = causes;
    for (std::size_t i = 0; i < d.advice.size() && shows(outcome, "advice"); ++i) {
        const Advice& a = d.advice[i];
        if (is_for(a, causes) && holds(a.condition, v) && !(a.unless && holds(*a.unless, v)))
            ending.advice.push_back(i);
    }
    return ending;
}

std::vector<Message> outcome_messages(const Dialog& dialog, const Session& session, const Ending& ending, bool again) {
    return OutcomeText(dialog, session, ending).all(again);
}

}  // namespace anamnesis
