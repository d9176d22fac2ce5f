#include "script/link.hpp"

namespace anamnesis {
namespace {

class AdviceLinker {
public:
    AdviceLinker(Linked& out, Names& names, Diagnostics& diagnostics)
        : d_(out.dialog), names_(names), diagnostics_(diagnostics) {}

    void add(const DraftCause& draft) {
        Cause cause{draft.id.value, draft.strength, {}};
        for (const DraftClause& c : draft.clauses)
            cause.clauses.push_back({c.fits, expr(c.condition), c.points, c.sub, cites(c.cites)});
        d_.causes.push_back(std::move(cause));
    }

    void add(const DraftAdvice& draft) {
        Advice advice{draft.id.value, {}, expr(draft.condition), {}, cites(draft.cites)};
        if (draft.unless) advice.unless = expr(*draft.unless);
        for (const Text& id : draft.causes)
            if (const auto cause = find_id(d_.causes, id, "", "cause", diagnostics_)) advice.causes.push_back(*cause);
        d_.advice.push_back(std::move(advice));
    }

    void add(const DraftTopic& draft) {
        Topic topic{draft.id.value, {}};
        for (const DraftTopicText& t : draft.texts)
            topic.texts.push_back({t.id.value, expr(t.condition), cites(t.cites)});
        d_.topics.push_back(std::move(topic));
    }

    void add(const DraftNamed& voice) { d_.voices.push_back({voice.id.value, expr(voice.condition)}); }

    void add(const DraftGuarantee& draft) {
        Guarantee g{draft.id.value, draft.hazard, expr(draft.condition), {}, draft.at_least, draft.at_least_at_end, {}};
        if (draft.unless) g.unless = expr(*draft.unless);
        for (const Text& id : draft.never_outcomes)
            if (const auto o = find_id(d_.outcomes, id, "", "outcome", diagnostics_)) g.never_outcomes.push_back(*o);
        d_.guarantees.push_back(std::move(g));
    }

    void add(const DraftWaiver& draft) { d_.waivers.push_back({draft.property.value, draft.of, draft.why}); }

    void add(const DraftLowering& draft) { d_.lowered.push_back({draft.since, expr(draft.condition), draft.why}); }

private:
    Expr expr(const Text& text) { return parse_expression(text, "", names_, diagnostics_); }
    std::vector<std::string> cites(const std::vector<Text>& texts) { return linked_cites(texts, d_, diagnostics_); }

    Dialog& d_;
    Names& names_;
    Diagnostics& diagnostics_;
};

}  // namespace

void link_advice(const Draft& main, Linked& out, Names& names, Diagnostics& diagnostics) {
    AdviceLinker linker(out, names, diagnostics);
    for (const auto& voice : main.voices) linker.add(voice);
    for (const auto& cause : main.causes) linker.add(cause);
    for (const auto& advice : main.advice) linker.add(advice);
    for (const auto& topic : main.topics) linker.add(topic);
    for (const auto& guarantee : main.guarantees) linker.add(guarantee);
    for (const auto& waiver : main.waivers) linker.add(waiver);
    for (const auto& lowering : main.lowered) linker.add(lowering);
}

}  // namespace anamnesis
