#pragma once
/// What goes out, twice: as ids (Reply: language-neutral; by type it cannot hold a person's words)
/// and as words (Page: what a channel shows).

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

struct Message {
    TextRef text;
    std::vector<std::string> cites;

    bool operator==(const Message&) const = default;
};

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

/// Key of the text on the button of one of the prompt's options.
std::string option_key(const Dialog& dialog, const Prompt& prompt, const std::string& option);

struct Ending {
    Verdict verdict;
    std::vector<FittingCause> causes;
    std::vector<std::size_t> advice;
};

struct Progress {
    int done = 0;
    int of = 0;

    bool operator==(const Progress&) const = default;
};

struct Reply {
    std::vector<Message> messages;
    std::optional<Prompt> prompt;
    std::optional<Ending> ending;
    std::vector<Noted> noted;
    Progress progress;
    std::string state;  ///< id of the state the conversation is in; empty at the end
};

/// A reply in words.
struct Page {
    struct Text {
        std::string text;
        std::vector<std::string> cites;
    };
    struct Choice {
        std::string id;
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
        std::vector<std::string> advice;
        std::optional<std::string> emergency_number;
    };
    struct NotedFinding {
        std::string finding;
        std::string value;
        std::string label;
    };

    std::vector<Text> messages;
    std::optional<Question> question;
    std::optional<Outcome> outcome;
    std::vector<NotedFinding> noted;
    Progress progress;
    std::string state;
};

/// Puts a reply into words, in the session's language, region and voice.
Page render(const Dialog& dialog, const Session& session, const Reply& reply);

/// A text of the dialog or the engine by key, in words, for a locale.
std::string text_for(const Dialog& dialog, const std::string& locale, const std::string& key);

}  // namespace anamnesis
