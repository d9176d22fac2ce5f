#pragma once
// A dialog.json as it stands in the file: names are still words, expressions still text, and
// everything keeps its place. What the keys mean: the dialog language, section 1.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <anamnesis/dialog.hpp>

#include "script/reader.hpp"

namespace anamnesis {

struct DraftOption {
    Text id;
    int points = 0;
    double from = 0;
    std::optional<double> below;
};

struct DraftFinding {
    Text id;
    FindingType type = FindingType::yes_no;
    std::vector<DraftOption> options;  // options, bands
    std::string scale;
    std::string unit;
    std::optional<Level> flag;
    bool must_ask = true;
    std::optional<Text> lifted_by;
    std::vector<Text> parents;
    std::vector<Text> items;
    bool has_probe = false;
    bool worse = true;
    bool has_reason = false;  // why_not_worse is given
    std::string set_by;
    std::vector<Text> tags;
    std::vector<Text> cites;
    int rev = 1;
};

struct DraftQuestion {
    Text id;
    std::vector<Text> asks;
    Text style;  // empty: by type
    Text when;
};

struct DraftState {
    Text id;   // or empty, with `use`
    Text use;  // a state of an included script
    Text when;
    bool has_say = false;
    std::vector<DraftQuestion> questions;
};

struct DraftRule {
    Text id, at, condition, then;
    std::optional<Text> unless, ask_first;
    std::vector<Text> ask_then, cites;
    std::string hazard;
};

struct DraftOutcome {
    Text id;
    Level level = Level::soon;
    std::vector<Text> show, watch_for;
    bool keep = false;
};

struct DraftClause {
    bool fits = true;
    Text condition;
    int points = 0;
    std::string sub;
    std::vector<Text> cites;
};

struct DraftCause {
    Text id;
    std::string strength;
    std::vector<DraftClause> clauses;
};

struct DraftAdvice {
    Text id, condition;
    std::vector<Text> causes, cites;
    std::optional<Text> unless;
};

struct DraftTopicText {
    Text id, condition;
    std::vector<Text> cites;
};

struct DraftTopic {
    Text id;
    std::vector<DraftTopicText> texts;
};

struct DraftNamed {  // a define or a voice
    Text id, condition;
};

struct DraftGuarantee {
    Text id, condition;
    std::string hazard;
    std::optional<Text> unless;
    std::optional<Level> at_least, at_least_at_end;
    std::vector<Text> never_outcomes;
};

struct DraftWaiver {
    Text property;
    std::string of, why;
};

struct DraftLowering {
    std::string since, why;
    Text condition;
};

struct DraftInclude {
    Text id, version;
    std::string as;
};

// A key that editors look for; it has no meaning for us.
inline constexpr const char* kSchemaKey = "$schema";

struct Draft {
    json::Where where;
    bool is_whole = false;  // has the sections that every script needs
    Text id, version, locale, default_outcome;
    std::string status;
    std::vector<DraftInclude> includes;
    std::vector<DraftNamed> defines, voices;
    std::vector<DraftFinding> findings;
    std::vector<DraftState> states;
    std::vector<DraftQuestion> checks;
    std::vector<DraftRule> rules;
    std::vector<DraftOutcome> outcomes;
    std::vector<DraftCause> causes;
    std::vector<DraftAdvice> advice;
    std::vector<DraftTopic> topics;
    std::vector<DraftGuarantee> guarantees;
    std::vector<DraftWaiver> waivers;
    std::vector<DraftLowering> lowered;
    std::vector<Source> sources;
};

// Reads a dialog.json; reports what has not the right form and goes on. Nothing: it was no JSON.
std::optional<Draft> read_draft(const ScriptFile& file, Diagnostics& diagnostics);

// One file each: the facts, and what follows from them.
std::vector<DraftFinding> read_findings(const json::Node& findings, const json::Node* scales, Diagnostics& diagnostics);
std::vector<DraftState> read_states(const json::Node& list, Diagnostics& diagnostics);
DraftQuestion read_question(const json::Node& node, Diagnostics& diagnostics);
std::vector<DraftRule> read_rules(const json::Node& list, Diagnostics& diagnostics);
std::vector<DraftOutcome> read_outcomes(const json::Node& object, Diagnostics& diagnostics);
std::vector<DraftCause> read_causes(const json::Node& object, Diagnostics& diagnostics);
std::vector<DraftAdvice> read_advice(const json::Node& object, Diagnostics& diagnostics);
std::vector<DraftTopic> read_topics(const json::Node& object, Diagnostics& diagnostics);
std::vector<DraftGuarantee> read_guarantees(const json::Node& list, Diagnostics& diagnostics);
std::vector<DraftWaiver> read_waivers(const json::Node& list, Diagnostics& diagnostics);
std::vector<DraftLowering> read_lowered(const json::Node& list, Diagnostics& diagnostics);

// A level by its name; reports another word.
std::optional<Level> read_level(const Text& text, Diagnostics& diagnostics);

// An id by its form: letters, digits, _ and -. Reports another one.
void check_key(const Text& id, Diagnostics& diagnostics);

// An id that expressions may name: no word of the language either.
void check_id(const Text& id, Diagnostics& diagnostics);

// The expression under `key`, if any.
std::optional<Text> optional_text(ObjectReader& reader, const std::string& key);

}  // namespace anamnesis
