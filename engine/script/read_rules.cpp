#include "script/draft.hpp"

namespace anamnesis {
namespace {

DraftState read_state(const json::Node& node, Diagnostics& diagnostics) {
    DraftState state;
    ObjectReader reader(node, diagnostics);
    state.use = reader.text_or("use", "");
    state.when = reader.text_or("when", "");
    if (!reader.has("use")) {
        state.id = reader.text("id");
        check_id(state.id, diagnostics);
        state.has_say = reader.boolean_or("say", false);
        if (const json::Node* questions = reader.required("questions", json::Kind::array))
            for (const json::Node& q : questions->items) state.questions.push_back(read_question(q, diagnostics));
    }
    reader.finish();
    return state;
}

DraftRule read_rule(const json::Node& node, Diagnostics& diagnostics) {
    DraftRule rule;
    ObjectReader reader(node, diagnostics);
    rule.id = reader.text("id");
    check_id(rule.id, diagnostics);
    rule.at = reader.text("at");
    rule.condition = reader.text("if");
    rule.then = reader.text("then");
    rule.unless = optional_text(reader, "unless");
    rule.ask_first = optional_text(reader, "ask_first");
    rule.ask_then = reader.texts("ask_then");
    rule.cites = reader.texts("cite");
    rule.hazard = reader.text_or("hazard", "").value;
    reader.finish();
    return rule;
}

DraftOutcome read_outcome(const json::Member& m, Diagnostics& diagnostics) {
    DraftOutcome outcome;
    outcome.id = {m.key, m.where};
    check_id(outcome.id, diagnostics);
    ObjectReader reader(m.value, diagnostics);
    if (const json::Node* level = reader.required("level", json::Kind::string))
        outcome.level = read_level({level->string, level->where}, diagnostics).value_or(Level::soon);
    outcome.show = reader.texts("show");
    outcome.watch_for = reader.texts("watch_for");
    outcome.keep = reader.boolean_or("keep", false);
    reader.finish();
    return outcome;
}

void read_clauses(ObjectReader& cause, const char* key, bool fits, std::vector<DraftClause>& out,
                  Diagnostics& diagnostics) {
    const json::Node* list = cause.optional(key, json::Kind::array);
    if (!list) return;
    for (const json::Node& node : list->items) {
        ObjectReader reader(node, diagnostics);
        reader.required("points", json::Kind::number);
        out.push_back({fits, reader.text("if"), reader.count_or("points", 0), reader.text_or("sub", "").value,
                       reader.texts("cite")});
        reader.finish();
    }
}

DraftCause read_cause(const json::Member& m, Diagnostics& diagnostics) {
    DraftCause cause;
    cause.id = {m.key, m.where};
    check_id(cause.id, diagnostics);
    ObjectReader reader(m.value, diagnostics);
    cause.strength = reader.word("strength", {"often", "can", "rarely"});
    read_clauses(reader, "fits", true, cause.clauses, diagnostics);
    read_clauses(reader, "more", false, cause.clauses, diagnostics);
    reader.finish();
    return cause;
}

DraftAdvice read_tip(const json::Member& m, Diagnostics& diagnostics) {
    DraftAdvice advice;
    advice.id = {m.key, m.where};
    check_id(advice.id, diagnostics);
    ObjectReader reader(m.value, diagnostics);
    advice.causes = reader.texts("for");
    advice.condition = reader.text_or("if", "");
    advice.unless = optional_text(reader, "unless");
    advice.cites = reader.texts("cite");
    reader.finish();
    return advice;
}

DraftTopic read_topic(const json::Member& m, Diagnostics& diagnostics) {
    DraftTopic topic;
    topic.id = {m.key, m.where};
    check_id(topic.id, diagnostics);
    ObjectReader reader(m.value, diagnostics);
    if (const json::Node* list = reader.required("text", json::Kind::array))
        for (const json::Node& node : list->items) {
            ObjectReader variant(node, diagnostics);
            topic.texts.push_back({variant.text("id"), variant.text_or("if", ""), variant.texts("cite")});
            check_key(topic.texts.back().id, diagnostics);
            variant.finish();
        }
    reader.finish();
    return topic;
}

DraftGuarantee read_guarantee(const json::Node& node, Diagnostics& diagnostics) {
    DraftGuarantee g;
    ObjectReader reader(node, diagnostics);
    g.id = reader.text("id");
    g.condition = reader.text("if");
    g.hazard = reader.text_or("hazard", "").value;
    g.unless = optional_text(reader, "unless");
    if (const auto level = optional_text(reader, "at_least")) g.at_least = read_level(*level, diagnostics);
    if (const auto level = optional_text(reader, "at_least_at_end"))
        g.at_least_at_end = read_level(*level, diagnostics);
    g.never_outcomes = reader.texts("never_outcomes");
    reader.finish();
    return g;
}

template <class Out, class Read>
std::vector<Out> each_member(const json::Node& object, Diagnostics& diagnostics, const Read& read) {
    std::vector<Out> out;
    for (const json::Member& m : object.members) out.push_back(read(m, diagnostics));
    return out;
}

template <class Out, class Read>
std::vector<Out> each_item(const json::Node& list, Diagnostics& diagnostics, const Read& read) {
    std::vector<Out> out;
    for (const json::Node& node : list.items) out.push_back(read(node, diagnostics));
    return out;
}

}  // namespace

DraftQuestion read_question(const json::Node& node, Diagnostics& diagnostics) {
    DraftQuestion q;
    ObjectReader reader(node, diagnostics);
    q.id = reader.text("id");
    check_id(q.id, diagnostics);
    q.asks = reader.text_or_texts("asks");
    q.style = reader.text_or("style", "");
    q.when = reader.text_or("when", "");
    reader.finish();
    return q;
}

std::vector<DraftState> read_states(const json::Node& list, Diagnostics& diagnostics) {
    return each_item<DraftState>(list, diagnostics, read_state);
}

std::vector<DraftRule> read_rules(const json::Node& list, Diagnostics& diagnostics) {
    return each_item<DraftRule>(list, diagnostics, read_rule);
}

std::vector<DraftOutcome> read_outcomes(const json::Node& object, Diagnostics& diagnostics) {
    return each_member<DraftOutcome>(object, diagnostics, read_outcome);
}

std::vector<DraftCause> read_causes(const json::Node& object, Diagnostics& diagnostics) {
    return each_member<DraftCause>(object, diagnostics, read_cause);
}

std::vector<DraftAdvice> read_advice(const json::Node& object, Diagnostics& diagnostics) {
    return each_member<DraftAdvice>(object, diagnostics, read_tip);
}

std::vector<DraftTopic> read_topics(const json::Node& object, Diagnostics& diagnostics) {
    return each_member<DraftTopic>(object, diagnostics, read_topic);
}

std::vector<DraftGuarantee> read_guarantees(const json::Node& list, Diagnostics& diagnostics) {
    return each_item<DraftGuarantee>(list, diagnostics, read_guarantee);
}

}  // namespace anamnesis
