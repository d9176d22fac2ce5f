#pragma once
/// The wire messages `anamnesis.v1`: JSON objects, one a WebSocket frame or a line of `chat --json`.
/// Pure: bytes to values and back. Source: README, "Wire messages".

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <anamnesis/explanation.hpp>
#include <anamnesis/reply.hpp>
#include <anamnesis/result.hpp>

#include <anamnesis/host/secret.hpp>

namespace anamnesis::wire {

inline constexpr std::size_t kFrameBytesMax = 64 * 1024;
inline constexpr std::size_t kTextBytesMax = 16 * 1024;
inline constexpr std::size_t kIdBytesMax = 128;
inline constexpr std::size_t kChoicesMax = 64;

/// The first message of a connection: a new conversation, or one to go on with (`session`, `secret`, `after`).
struct Hello {
    std::string dialog;  ///< empty: the only one, or the person is asked which
    std::string locale;  ///< a tag like "en-GB"; empty or unknown: the dialog's default language
    std::optional<std::string> session;
    SecretText secret;
    int after = 0;  ///< replies with a higher `seq` come again
};

/// Words. An `id` is the sender's own, new for each message of a conversation: who sends one again with the
/// same id gets the same reply, and nothing happens twice.
struct Say {
    std::string id;
    SecretText text;
};

/// Buttons of a question.
struct Choose {
    std::string id;
    std::string question;              ///< Page::Question::id
    std::vector<std::string> choices;  ///< Page::Choice::id; empty: none of these
};

/// A wish about the conversation: "back", "help", ... (README, "Wire messages").
struct CommandMessage {
    std::string id;
    std::string name;
    std::string argument;  ///< `question` of change, `locale` of language
};

/// Asks why the conversation stands where it stands; no turn. Answered only where the host was told to
/// (ConversationHost::allow_explanations), else `bad_shape`.
struct Explain {
    std::string id;
};

/// "Give me what you have of me." No turn: it is answered with OwnData, and nothing is stored.
struct Export {
    std::string id;
};

using ClientMessage = std::variant<Hello, Say, Choose, CommandMessage, Explain, Export>;

/// The `code` of an error message.
enum class ErrorCode {
    bad_json,
    bad_shape,
    too_large,
    not_utf8,
    unknown_question,
    unknown_choice,
    unknown_dialog,
    id_reused,
    out_of_order,
    session_unknown,
    taken_over,
    busy,
    rate_limited,
    unavailable,
};

std::string_view to_string(ErrorCode code);

struct ErrorMessage {
    ErrorCode code = ErrorCode::bad_shape;
    std::string message;  ///< in plain words, safe to show
    std::optional<std::string> for_id;
};

/// The answer to a hello; replies follow. `session` and `secret` are what a later hello needs to go on.
struct Ready {
    std::string session;
    SecretText secret;
    std::string dialog, version;  ///< null on the wire where empty: the person is still to say which
};

/// The answer to a turn, or (without `for_id`) the greeting.
struct ReplyMessage {
    int seq = 0;  ///< from 1, the greeting, without gaps
    std::optional<std::string> for_id;
    Page page;
};

/// The answer to Explain.
struct ExplanationMessage {
    std::string for_id;
    Explanation explanation;
};

/// All that is kept of a conversation, for the person it is about: as data and in plain words. Times are UTC, ISO 8601.
struct OwnData {
    struct Turn {
        int seq = 0;
        std::string message_id, script;
        std::string acts;  ///< JSON, as acts_to_json() makes it
    };

    std::string for_id;
    std::string session, dialog, locale;
    std::string begun_at, erased_at;
    std::vector<Turn> turns;
    std::string summary;
};

using ServerMessage = std::variant<Ready, ReplyMessage, ErrorMessage, ExplanationMessage, OwnData>;

/// Reads one frame or line. Never throws; anything odd is an ErrorMessage (with `for` where an id
/// could be read). Bounds: the constants above, JSON depth 8, no duplicate keys needed.
Result<ClientMessage, ErrorMessage> parse(std::string_view bytes);

/// One JSON object without line breaks. What is not UTF-8 in it becomes U+FFFD.
std::string encode(const ServerMessage& message);

/// The same of a client's message, for a channel that has a person's words and no JSON. Checks nothing:
/// parse() does, when ConversationHost::receive() gets it.
std::string encode(const ClientMessage& message);

}  // namespace anamnesis::wire
