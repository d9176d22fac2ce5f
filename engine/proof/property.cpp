#include "proof/property.hpp"

#include <array>

namespace anamnesis::proof {
namespace {

constexpr std::array kLevels = {Level::routine, Level::soon, Level::urgent, Level::emergency};
constexpr ValueSet kYesOnly = value_bit(value::kYes);
constexpr ValueSet kNoOnly = value_bit(value::kNo);
constexpr ValueSet kNotAskedOnly = value_bit(value::kNotAsked);
constexpr ValueSet kLessThanYes =
    value_bit(value::kNotAsked) | value_bit(value::kUnsure) | value_bit(value::kOpen) | kNoOnly;

template <class Make>
std::vector<Claim> of_findings(const Dialog& d, const Make& make) {
    std::vector<Claim> out;
    for (FindingIndex f = 0; f < d.findings.size(); ++f)
        if (auto claim = make(d.findings[f], f)) out.push_back(std::move(*claim));
    return out;
}

std::vector<Claim> red_flags(const Dialog& d, ValueSet values) {
    return of_findings(
        d, [&](const Finding& f, FindingIndex i) { return f.red_flag ? std::optional(is(i, values)) : std::nullopt; });
}

// Whole questions may be refused by command; the script has a floor for that.
Claim refused(const Dialog& d) {
    return any(of_findings(d, [](const Finding& f, FindingIndex i) {
        return f.set_by.rfind("command:", 0) == 0 ? std::optional(is(i, kYesOnly)) : std::nullopt;
    }));
}

Claim lifted(const Finding& f) { return f.lifted_by ? that(*f.lifted_by) : any({}); }

// It comes to a lower level after the change.
Claim sinks() {
    std::vector<Claim> ways;
    for (Level level : kLevels) ways.push_back(all({at_least(level), none({after(at_least(level))})}));
    return any(std::move(ways));
}

Property cleared(const Dialog& d) {
    return {"G1",
            "an outcome below soon has every red flag denied",
            {{"", all({gives(), none({at_least(Level::soon)}), none({all(red_flags(d, kNoOnly))})}), {}}}};
}

Property never_stuck(const Dialog& d) {
    std::vector<Claim> ways{gives()};
    for (QuestionIndex q = 0; q < d.questions.size(); ++q) {
        std::vector<Claim> left;
        for (FindingIndex f : d.questions[q].asks)
            if (d.findings[f].type != FindingType::score) left.push_back(is(f, kNotAskedOnly));
        ways.push_back(all({about(Claim::Kind::asks, q), any(std::move(left))}));
    }
    for (FindingIndex f = 0; f < d.findings.size(); ++f)
        if (d.findings[f].has_probe) ways.push_back(about(Claim::Kind::probes, f));
    return {
        "G2", "there is an outcome, or a question with something still to answer", {{"", none(std::move(ways)), {}}}};
}

void add_worse(Property& property, const Finding& f, FindingIndex i, ValueSet from, Value said, Value checked) {
    property.cases.push_back({f.id,
                              all({gives(), is(i, from), none({after(lifted(f))}), sinks()}),
                              {Change::Kind::says, i, said, checked, 0}});
}

bool is_item(const Dialog& d, FindingIndex item) {
    for (const Finding& f : d.findings)
        for (FindingIndex i : f.items)
            if (i == item) return true;
    return false;
}

// More points of an item of a score.
void add_more_points(Property& property, const Dialog& d, FindingIndex i) {
    const Finding& f = d.findings[i];
    for (std::size_t to = 0; to < f.options.size(); ++to) {
        ValueSet fewer = 0;
        for (std::size_t from = 0; from < f.options.size(); ++from)
            if (f.options[from].points < f.options[to].points)
                fewer = static_cast<ValueSet>(fewer | value_bit(value::option(static_cast<int>(from))));
        if (fewer != 0) add_worse(property, f, i, fewer, value::option(static_cast<int>(to)), value::kNotAsked);
    }
}

Property worse_never_lowers(const Dialog& d) {
    Property out{"G3", "a worse answer never lowers the level", {}};
    for (FindingIndex i = 0; i < d.findings.size(); ++i) {
        const Finding& f = d.findings[i];
        if (f.type == FindingType::yes_no && f.worse) add_worse(out, f, i, kLessThanYes, value::kYes, value::kNotAsked);
        if (f.type == FindingType::choice && f.worse && is_item(d, i)) add_more_points(out, d, i);
    }
    return out;
}

Property unsure_never_lowers(const Dialog& d) {
    Property out{"G9", "\"not sure\" is never treated better than \"no\"", {}};
    for (FindingIndex i = 0; i < d.findings.size(); ++i) {
        const Finding& f = d.findings[i];
        if (f.type != FindingType::yes_no || !f.worse) continue;
        add_worse(out, f, i, kNoOnly, value::kUnsure, value::kNotAsked);
        if (f.has_probe) add_worse(out, f, i, kNoOnly, value::kUnsure, value::kUnsure);
    }
    return out;
}

Property flags_act(const Dialog& d) {
    Property out{"G4", "a flag that is yes and not lifted acts at once", {}};
    for (FindingIndex i = 0; i < d.findings.size(); ++i) {
        const Finding& f = d.findings[i];
        if (!f.flag) continue;
        const Claim acts = all({any({gives(), pending()}), at_least(*f.flag)});
        const Claim bad = *f.flag == Level::emergency ? none({acts}) : all({gives(), none({at_least(*f.flag)})});
        out.cases.push_back({f.id, all({is(i, kYesOnly), none({lifted(f)}), bad}), {}});
    }
    return out;
}

Property none_unasked(const Dialog& d) {
    Property out{"G6", "an outcome below urgent leaves no red flag unasked", {}};
    const Claim low = all({gives(), none({at_least(Level::urgent)}), none({refused(d)})});
    for (FindingIndex i = 0; i < d.findings.size(); ++i)
        if (d.findings[i].red_flag) out.cases.push_back({d.findings[i].id, all({low, is(i, kNotAskedOnly)}), {}});
    return out;
}

Property guarantees(const Dialog& d) {
    Property out{"G7", "the guarantees of the script hold", {}};
    for (const Guarantee& g : d.guarantees) {
        std::vector<Claim> broken;
        if (g.at_least) broken.push_back(none({all({any({gives(), pending()}), at_least(*g.at_least)})}));
        if (g.at_least_at_end) broken.push_back(all({gives(), none({at_least(*g.at_least_at_end)})}));
        for (std::size_t o : g.never_outcomes) broken.push_back(all({gives(), about(Claim::Kind::outcome, o)}));
        const Claim excused = g.unless ? that(*g.unless) : any({});
        out.cases.push_back({g.id, all({that(g.condition), none({excused}), any(std::move(broken))}), {}});
    }
    return out;
}

Property pending_comes(const Dialog& d) {
    Property out{"G8", "a pending outcome comes with the next \"not sure\", at no lower level", {}};
    for (QuestionIndex q = 0; q < d.questions.size(); ++q) {
        bool first = false;
        for (const Rule& rule : d.rules) first = first || rule.ask_first == q;
        if (!first) continue;
        const Claim bad = any({none({after(gives())}), sinks()});
        Change unsure{Change::Kind::unsure, 0, value::kNotAsked, value::kNotAsked, q};
        out.cases.push_back({d.questions[q].id, all({pending(), about(Claim::Kind::asks, q), bad}), unsure});
    }
    return out;
}

void add_results(const Dialog& d, std::vector<Use>& out) {
    for (std::size_t i = 0; i < d.rules.size(); ++i)
        out.push_back({"rule", d.rules[i].id, all({any({gives(), pending()}), about(Claim::Kind::by_rule, i)})});
    for (std::size_t i = 0; i < d.outcomes.size(); ++i)
        out.push_back({"outcome", d.outcomes[i].id, all({gives(), about(Claim::Kind::outcome, i)})});
    for (const Cause& cause : d.causes) {
        std::vector<Claim> fits;
        for (const CauseClause& clause : cause.clauses)
            if (clause.fits) fits.push_back(that(clause.condition));
        out.push_back({"cause", cause.id, all({gives(), any(std::move(fits))})});
    }
    for (const Advice& a : d.advice)
        out.push_back(
            {"advice", a.id, all({gives(), that(a.condition), none({a.unless ? that(*a.unless) : any({})})})});
}

void add_topics(const Dialog& d, std::vector<Use>& out) {
    for (const Topic& topic : d.topics) {
        std::vector<Claim> earlier;
        for (const TopicText& text : topic.texts) {
            out.push_back({"topic", topic.id + "." + text.id, all({that(text.condition), none(earlier)})});
            earlier.push_back(that(text.condition));
        }
    }
}

}  // namespace

std::vector<Property> properties_of(const Dialog& d) {
    return {cleared(d),      never_stuck(d), worse_never_lowers(d), flags_act(d),
            none_unasked(d), guarantees(d),  pending_comes(d),      unsure_never_lowers(d)};
}

std::vector<Use> uses_of(const Dialog& d) {
    std::vector<Use> out;
    for (const State& s : d.states) {
        std::vector<Claim> asked;
        for (QuestionIndex q : s.questions) asked.push_back(about(Claim::Kind::asks, q));
        if (!asked.empty()) out.push_back({"state", s.id, any(std::move(asked))});
    }
    for (QuestionIndex q = 0; q < d.questions.size(); ++q)
        out.push_back({"question", d.questions[q].id, about(Claim::Kind::asks, q)});
    for (FindingIndex f = 0; f < d.findings.size(); ++f)
        if (d.findings[f].has_probe) out.push_back({"probe", d.findings[f].id, about(Claim::Kind::probes, f)});
    add_results(d, out);
    add_topics(d, out);
    return out;
}

}  // namespace anamnesis::proof
