#pragma once
/// A compiled dialog: what a script means, immutable, shared by all its conversations.
/// Made by compile() (script.hpp); names are ids of the script, words live in `languages`.
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

enum class FindingType : std::uint8_t { yes_no, choice, number, score };

/// An option of a choice, or a band of a number (half open, in the finding's unit).
struct Option {
    std::string id;
    int points = 0;
    double from = 0;
    std::optional<double> below;  ///< absent: no end
};

/// One fact that the dialog can know.
struct Finding {
    std::string id;
    FindingType type = FindingType::yes_no;
    std::vector<Option> options;  ///< of a choice: options; of a number or score: bands
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
    std::vector<std::string> cites;
    int rev = 1;
};

enum class Style : std::uint8_t { yes_no, one_of, any_of, number };

std::string_view to_string(Style style);

/// A question of a state, or a check. Asks one finding, or a list of yes_no findings.
struct Question {
    std::string id;
    std::vector<FindingIndex> asks;
    Style style = Style::yes_no;
    Expr when;
};

using QuestionIndex = std::size_t;

struct State {
    std::string id;
    Expr when;
    bool has_say = false;  ///< is introduced by the text `states.<id>.say`
    std::vector<QuestionIndex> questions;
};

enum class Stage : std::uint8_t { once, after, end };

struct Rule {
    std::string id;
    Stage stage = Stage::end;
    std::size_t after_state = 0;  ///< stage `after` only
    Expr condition;
    std::optional<Expr> unless;
    std::size_t outcome = 0;
    std::optional<QuestionIndex> ask_first;
    std::vector<QuestionIndex> ask_then;
    std::vector<std::string> cites;
    std::string hazard;
};

struct Outcome {
    std::string id;
    Level level = Level::soon;
    std::vector<std::string> show;  ///< why, score, causes, advice, watch_for; in this order
    std::vector<std::string> watch_for;
    bool keep = false;
};

struct CauseClause {
    bool fits = true;  ///< false: `more`, which counts only beside a clause that fits
    Expr condition;
    int points = 0;
    std::string sub;
    std::vector<std::string> cites;
};

struct Cause {
    std::string id;
    std::string strength;  ///< the article's word: often, can, rarely
    std::vector<CauseClause> clauses;
};

struct Advice {
    std::string id;
    std::vector<std::size_t> causes;
    Expr condition;
    std::optional<Expr> unless;
    std::vector<std::string> cites;
};

struct TopicText {
    std::string id;
    Expr condition;
    std::vector<std::string> cites;
};

struct Topic {
    std::string id;
    std::vector<TopicText> texts;  ///< the first whose condition holds is said
};

struct Voice {
    std::string name;
    Expr condition;
};

struct Guarantee {
    std::string id;
    std::string hazard;
    Expr condition;
    std::optional<Expr> unless;
    std::optional<Level> at_least;
    std::optional<Level> at_least_at_end;
    std::vector<std::size_t> never_outcomes;
};

struct Source {
    std::string id;
    std::string title;
    std::string url;
    std::string grade;
};

class Lexicon;  // the phrases of a language, compiled (text/lexicon.hpp)

/// The words of one language: texts by key path ("findings.face_droop.name", "questions.face.text@other").
struct Language {
    std::string tag;  ///< as in the file name, e.g. "en-GB"
    std::unordered_map<std::string, std::string> texts;
    std::shared_ptr<const Lexicon> lexicon;

    const std::string* find(const std::string& key) const;
};

/// Telephone numbers of a region. Only rows that were verified are in the table.
struct Region {
    std::string id;              ///< "GB"; "*" is the row of unknown regions
    std::string emergency_dial;  ///< one dialable number; empty where none is sure
    std::vector<std::string> members;
};

struct Dialog {
    std::string id;
    std::string version;
    std::string status;
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
    std::vector<Source> sources;
    std::vector<Language> languages;  ///< the default language first
    std::vector<Region> regions;

    std::optional<FindingIndex> find_finding(std::string_view id) const;
    std::optional<QuestionIndex> find_question(std::string_view id) const;
};

/// The language with the primary subtag of a locale tag, if the dialog has one.
const Language* find_language(const Dialog& dialog, std::string_view locale);

/// The language for a locale tag: same primary subtag, else the default. Never fails.
const Language& language_for(const Dialog& dialog, std::string_view locale);

/// The region of a locale tag ("en-US" -> US; a member of a group gives the group's row; else "*").
const Region& region_for(const Dialog& dialog, std::string_view locale);

/// The option or band id, or yes / no / unsure, of a value of this finding; empty for not asked.
std::string_view value_id(const Finding& finding, Value value);

/// The value that an id names ("yes", "weeks", "unsure"), if this finding has it.
std::optional<Value> value_of(const Finding& finding, std::string_view id);

/// The band that a number falls into.
std::optional<Value> band_of(const Finding& finding, double number);

}  // namespace anamnesis
