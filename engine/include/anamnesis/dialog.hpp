#pragma once
/// A compiled dialog: what a script means, immutable, shared by all its conversations.
/// Made by compile() (script.hpp) and checked there: every index below points at something, every id is
/// unique among its kind. Names are ids of the script, words live in `languages`. To be read, not to be
/// changed. Positions in a list of the Dialog are FindingIndex, QuestionIndex or std::size_t.
/// Source: the dialog language, section 1.

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <anamnesis/expression.hpp>

namespace anamnesis {

/// How soon to get help; higher is more urgent.
enum class Level : std::uint8_t { self_care, routine, soon, urgent, emergency };

std::string_view to_string(Level level);

/// What values a finding has: yes and no; one of its options; a band of a number; the sum of its items' points.
enum class FindingType : std::uint8_t { yes_no, choice, number, score };

/// An option of a choice, or a band of a number (half open, in the finding's unit).
struct Option {
    std::string id;
    int points = 0;  ///< of a score's item: what it adds
    double from = 0;
    std::optional<double> below;  ///< absent: no end
};

/// One fact that the dialog can know.
struct Finding {
    std::string id;
    FindingType type = FindingType::yes_no;
    std::vector<Option> options;  ///< of a choice: options; of a number or score: bands
    std::string scale;            ///< of a choice: the list of options that it shares with others, if it does
    std::string unit;             ///< of a number, e.g. "day"
    std::optional<Level> flag;    ///< the level that a plain yes must reach
    bool red_flag = false;        ///< emergency or urgent flag that must be asked
    bool has_probe = false;       ///< "not sure" opens a concrete check, `<id>.check`
    bool worse = true;            ///< a yes is worse than a no (property G3)
    bool lifts = false;           ///< in a lifted_by, or in the unless of an urgent rule: kept as a claim in passing
    std::optional<Expr> lifted_by;
    std::vector<FindingIndex> parents;  ///< all of them no, and nothing said: no
    std::vector<FindingIndex> items;    ///< of a score
    std::string set_by;                 ///< "command:<name>" or "host": set without a question
    std::vector<std::string> tags;
    std::vector<std::string> cites;  ///< ids of sources, or article:<sentence>
    int rev = 1;                     ///< revision of what it means; an answer remembers the one it was given to
};

/// How a question is put: yes/no buttons, exactly one of a list, tick boxes, a number with its bands.
enum class Style : std::uint8_t { yes_no, one_of, any_of, number };

std::string_view to_string(Style style);

/// A question of a state, or a check. Asks one finding, or a list of yes_no findings.
struct Question {
    std::string id;
    std::vector<FindingIndex> asks;
    Style style = Style::yes_no;
    Expr when;  ///< it is left out where this does not hold
};

using QuestionIndex = std::size_t;

/// A named part of the conversation, with its questions in order.
struct State {
    std::string id;
    Expr when;             ///< where it does not hold, the state counts as done
    bool has_say = false;  ///< is introduced by the text `states.<id>.say`
    std::vector<QuestionIndex> questions;
};

/// When a rule that holds ends the questions: at any time; as soon as the states up to one are done; at the end.
enum class Stage : std::uint8_t { once, after, end };

/// If `condition` then `outcome`. The stage says when to stop; what it comes to is the most urgent rule of all.
struct Rule {
    std::string id;
    Stage stage = Stage::end;
    std::size_t after_state = 0;  ///< index of a state; stage `after` only
    Expr condition;
    std::optional<Expr> unless;              ///< known facts that take it back
    std::size_t outcome = 0;                 ///< index
    std::optional<QuestionIndex> ask_first;  ///< one check before the outcome is given
    std::vector<QuestionIndex> ask_then;     ///< checks that stay open below it, in this order
    std::vector<std::string> cites;
    std::string hazard;  ///< id in the hazard log; may be empty
};

/// What a conversation can come to.
struct Outcome {
    std::string id;
    Level level = Level::soon;
    std::vector<std::string> show;       ///< why, score, causes, advice, watch_for; in this order
    std::vector<std::string> watch_for;  ///< ids of texts
    bool keep = false;                   ///< its words stay on every later page while a rule to it holds
};

/// One reason for a cause: where `condition` holds it adds its points.
struct CauseClause {
    bool fits = true;  ///< false: `more`, which counts only beside a clause that fits
    Expr condition;
    int points = 0;
    std::string sub;  ///< id of a narrower name of the cause; may be empty
    std::vector<std::string> cites;
};

/// One of the article's causes. It is listed where a clause with `fits` holds, and has no effect on the level.
struct Cause {
    std::string id;
    std::string strength;  ///< the article's word: often, can, rarely
    std::vector<CauseClause> clauses;
};

/// A tip, shown where one of `causes` is shown (or it has none), `condition` holds and `unless` does not.
struct Advice {
    std::string id;
    std::vector<std::size_t> causes;  ///< indices
    Expr condition;
    std::optional<Expr> unless;
    std::vector<std::string> cites;
};

/// One of the texts of a topic.
struct TopicText {
    std::string id;
    Expr condition;
    std::vector<std::string> cites;
};

/// Something that people ask about at any time.
struct Topic {
    std::string id;
    std::vector<TopicText> texts;  ///< the first whose condition holds is said
};

/// A way of speaking: the first voice whose condition holds picks the texts `<key>@<name>` (render()).
struct Voice {
    std::string name;
    Expr condition;
};

/// A property that every map of findings must have, as the script states it.
struct Guarantee {
    std::string id;
    std::string hazard;
    Expr condition;
    std::optional<Expr> unless;
    std::optional<Level> at_least;
    std::optional<Level> at_least_at_end;
    std::vector<std::size_t> never_outcomes;
};

/// A property of proof.hpp that may fail here, with the author's reason. Those on which safety rests cannot be waived.
struct Waiver {
    std::string property;
    std::string of;  ///< what it is about, as the report names it; empty: all
    std::string why;
};

/// Maps that this version means to give a lower level than the one before.
struct Lowering {
    std::string since;  ///< the version that was higher
    Expr condition;
    std::string why;
};

/// What the content rests on.
struct Source {
    std::string id;
    std::string title;
    std::string url;    ///< may be empty
    std::string grade;  ///< e.g. "guideline", "consumer", "policy"
};

class Lexicon;  // the phrases of a language, compiled (text/lexicon.hpp)

/// The words of one language: texts by key path ("findings.face_droop.name", "questions.face.text@other").
struct Language {
    std::string tag;  ///< as in the file name, e.g. "en-GB"
    std::unordered_map<std::string, std::string> texts;
    std::map<std::string, std::vector<std::string>> examples;  ///< what people write, by finding id
    std::shared_ptr<const Lexicon> lexicon;  ///< never null after compile()

    /// The text of a key, owned by this language; null where it has none.
    const std::string* find(const std::string& key) const;
};

/// Telephone numbers of a region. Only rows that were verified are in the table.
struct Region {
    std::string id;                    ///< "GB"; "*" is the row of unknown regions
    std::string emergency_dial;        ///< one dialable number; empty where none is sure
    std::vector<std::string> members;  ///< country codes that share the row; may be empty
};

/// The whole script.
struct Dialog {
    std::string id;
    std::string version;  ///< semantic version of the script
    std::string status;   ///< "draft" or "approved"
    std::vector<Finding> findings;
    std::vector<FindingIndex> order;  ///< parents before children, items before scores
    std::vector<Question> questions;  ///< of the states in order, then the checks
    std::vector<State> states;
    std::vector<Rule> rules;
    std::vector<std::size_t> rules_by_urgency;  ///< most urgent first, file order among equals
    std::vector<Outcome> outcomes;
    std::size_t default_outcome = 0;
    std::vector<Cause> causes;
    std::vector<Advice> advice;
    std::vector<Topic> topics;
    std::vector<Voice> voices;
    std::vector<Guarantee> guarantees;
    std::vector<Waiver> waivers;
    std::vector<Lowering> lowered;
    std::vector<Source> sources;
    std::vector<Language> languages;  ///< the default language first
    std::vector<Region> regions;

    /// By id; nothing where there is none. Cost: linear.
    std::optional<FindingIndex> find_finding(std::string_view id) const;
    std::optional<QuestionIndex> find_question(std::string_view id) const;
};

/// The language with the primary subtag of a locale tag, owned by the dialog; null if it has none.
const Language* find_language(const Dialog& dialog, std::string_view locale);

/// The language for a locale tag: same primary subtag, else the default. Never fails.
const Language& language_for(const Dialog& dialog, std::string_view locale);

/// The region of a locale tag ("en-US" -> US; a member of a group gives the group's row; else "*").
const Region& region_for(const Dialog& dialog, std::string_view locale);

/// Where the words of an option or band stand in a locale file: those of a scale once for all that share it.
std::string option_path(const Finding& finding, std::string_view option);

/// The option or band id, or yes / no / unsure, of a value of this finding; empty for not asked.
std::string_view value_id(const Finding& finding, Value value);

/// The value that an id names ("yes", "weeks", "unsure"), if this finding has it.
std::optional<Value> value_of(const Finding& finding, std::string_view id);

/// The band that a number (in the finding's unit) falls into; nothing for NaN or outside of all bands.
std::optional<Value> band_of(const Finding& finding, double number);

}  // namespace anamnesis
