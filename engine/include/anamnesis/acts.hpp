#pragma once
/// What a message means, in the script's own ids: the input of a turn, and what is stored of it.
/// A person's words are not in it.

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace anamnesis {

/// Bytes from..to (end exclusive) of the message.
struct Span {
    int from = 0;
    int to = 0;

    bool operator==(const Span&) const = default;
};

/// How a finding was spoken of: "my face droops", "no droop", "maybe", "years ago", "my mum's", "what if".
enum class Status { present, absent, uncertain, past, other_person, hypothetical };

/// Something said of a finding, in passing or as an answer in words.
struct Mention {
    std::string finding;
    Status status = Status::present;
    std::string value;             ///< option or band id of a choice or number; empty for yes_no
    std::optional<double> number;  ///< of a number, in the finding's unit
    std::string phrase;            ///< key of the phrase that matched, e.g. "findings.face_droop.phrases/2"
    Span span;

    bool operator==(const Mention&) const = default;
};

/// An answer to one question, which step() takes only where check_choice() says ok: by button, or read from words as an
/// answer to the open one. `choices`: yes, no, unsure; ids of listed findings ([] = none of these); an option or band
/// id.
struct Answer {
    std::string question;
    std::vector<std::string> choices;
    std::optional<double> number;
    bool typed = false;  ///< in words: list items that were not named stay unasked
    bool all = false;    ///< typed "none of these" / "not sure": said of the whole list

    bool operator==(const Answer&) const = default;
};

/// A wish about the conversation itself, by button or in words.
struct Command {
    std::string name;      ///< help why known back repeat change start_over skip_all stop delete person language
    std::string argument;  ///< of change: a question id; of language: a locale tag

    bool operator==(const Command&) const = default;
};

/// A question of the person's own that the dialog has an answer to (Dialog::topics).
struct TopicAsked {
    std::string topic;

    bool operator==(const TopicAsked&) const = default;
};

/// Words that gave nothing, with the reason; the repair ladder takes the next step.
/// `subject`: they name what the dialog is about ("my lip twitches") and say nothing new of it.
struct NotUnderstood {
    /// `conflict`: two readings of the open question; `which`: a yes to a list, which needs a name.
    enum class Reason { empty, unknown, conflict, which, subject };
    Reason reason = Reason::unknown;

    bool operator==(const NotUnderstood&) const = default;
};

using Act = std::variant<Mention, Answer, Command, TopicAsked, NotUnderstood>;
using Acts = std::vector<Act>;

/// Compact JSON of acts, for stores: an array, in the order of the acts.
std::string acts_to_json(const Acts& acts);

/// The acts of such a text; nothing where it has another shape, more than 256 KiB or more than 1000 acts.
std::optional<Acts> acts_from_json(const std::string& json);

}  // namespace anamnesis
