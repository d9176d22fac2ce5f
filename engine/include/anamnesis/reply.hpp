#pragma once
/// What goes out, twice: as ids (Reply: language-neutral; by type it cannot hold a person's words)
/// and as words (Page: what a channel shows). A channel needs Page alone.

#include <optional>
#include <string>
#include <vector>

#include <anamnesis/session.hpp>

namespace anamnesis {

/// A text of the script or of the engine, by key, with arguments that are again texts of the script.
struct TextRef {
    std::string key;               ///< e.g. "rules.E01.why"
    std::vector<TextRef> list;     ///< fills {list}, joined by commas or semicolons
    std::optional<double> number;  ///< fills {number}

    bool operator==(const TextRef&) const = default;
};

/// A paragraph, with what it rests on.
struct Message {
    TextRef text;
    std::vector<std::string> cites;

    bool operator==(const Message&) const = default;
};

/// Something that was taken in and is told back.
struct Noted {
    FindingIndex finding = 0;
    Value value = value::kNotAsked;

    bool operator==(const Noted&) const = default;
};

/// The question that is put; `id` as on the wire.
struct Prompt {
    std::string id;
    Style style = Style::yes_no;
    std::vector<FindingIndex> findings;
    std::vector<std::string> options;  ///< option ids, the reserved `unsure` last
    bool confirms = false;             ///< asks whether what was said of the finding was wrong

    bool operator==(const Prompt&) const = default;
};

/// Key of the text on the button of one of the prompt's options, for text_for().
std::string option_key(const Dialog& dialog, const Prompt& prompt, const std::string& option);

/// What it came to, and what is shown with it.
struct Ending {
    Verdict verdict;
    std::vector<FittingCause> causes;
    std::vector<std::size_t> advice;  ///< indices
};

/// Questions answered, of how many as it looks now; `of` can shrink and grow from turn to turn.
struct Progress {
    int done = 0;
    int of = 0;

    bool operator==(const Progress&) const = default;
};

/// The answer to one turn.
struct Reply {
    std::vector<Message> messages;  ///< in the order to be shown, the emergency first
    std::optional<Prompt> prompt;   ///< absent: the conversation rests; anything can still be said
    std::optional<Ending> ending;   ///< may stand beside a prompt: a check below an outcome
    std::vector<Noted> noted;
    Progress progress;
    std::string state;  ///< id of the state the conversation is in; empty at the end
};

/// A reply in words: plain text, in the order to be shown, the text of the question among it.
/// A channel without buttons shows the labels; every option can also be answered in words.
struct Page {
    struct Text {
        std::string text;
        std::vector<std::string> cites;
        /// Which part of a result it is, for those who lay it out: action, reason, heading, cause, detail, tip,
        /// watch_for, noted, disclaimer; or what has just happened: deleted, started_over. Empty: nothing but said.
        std::string part = {};
    };
    struct Choice {
        std::string id;  ///< what an Answer names
        std::string label;
    };
    struct Question {
        std::string id;
        Style style = Style::yes_no;
        std::vector<std::string> findings;
        std::vector<Choice> options;
    };
    struct Cause {
        std::string id;
        std::string strength;
    };
    struct Outcome {
        std::string id;
        Level level = Level::soon;
        std::string rule;  ///< id, or "default"
        std::vector<Cause> causes;
        std::vector<std::string> advice;              ///< ids; their texts are among the messages
        std::optional<std::string> emergency_number;  ///< one that can be dialled, where the region has a sure one
    };
    struct NotedFinding {
        std::string finding;
        std::string value;
        std::string label;
        std::string question = {};  ///< what the command `change` puts again to correct it; empty: nothing does
    };

    std::vector<Text> messages;
    std::optional<Question> question;
    std::optional<Outcome> outcome;
    std::vector<NotedFinding> noted;
    Progress progress;
    std::string state;
};

/// Puts a reply into words, in the session's language, region and voice. `session` and `reply` are of one Step.
Page render(const Dialog& dialog, const Session& session, const Reply& reply);

/// A text of the dialog or the engine by key, in words, for a locale.
std::string text_for(const Dialog& dialog, const std::string& locale, const std::string& key);

}  // namespace anamnesis
