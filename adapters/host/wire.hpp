#pragma once
/// The wire messages `anamnesis.v1`: JSON objects, one a WebSocket frame or a line of `chat --json`.
/// Pure: bytes to values and back. Source: README, "Wire messages".

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <anamnesis/reply.hpp>
#include <anamnesis/result.hpp>

namespace anamnesis::wire {

inline constexpr std::size_t kFrameBytesMax = 64 * 1024;
inline constexpr std::size_t kTextBytesMax = 16 * 1024;
inline constexpr std::size_t kIdBytesMax = 128;
inline constexpr std::size_t kChoicesMax = 64;

struct Hello {
    std::string dialog;  ///< empty: the server's first
    std::string locale;
    std::optional<std::string> session;
    std::string secret;
    int after = 0;
};

struct Say {
    std::string id;
    std::string text;
};

struct Choose {
    std::string id;
    std::string question;
    std::vector<std::string> choices;
};

struct CommandMessage {
    std::string id;
    std::string name;
    std::string argument;  ///< `question` of change, `locale` of language
};

using ClientMessage = std::variant<Hello, Say, Choose, CommandMessage>;

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

struct Ready {
    std::string session, secret, dialog, version;
};

struct ReplyMessage {
    int seq = 0;
    std::optional<std::string> for_id;
    Page page;
};

using ServerMessage = std::variant<Ready, ReplyMessage, ErrorMessage>;

/// Reads one frame or line. Never throws; anything odd is an ErrorMessage (with `for` where an id
/// could be read). Bounds: the constants above, JSON depth 8, no duplicate keys needed.
Result<ClientMessage, ErrorMessage> parse(std::string_view bytes);

/// One JSON object without line breaks.
std::string encode(const ServerMessage& message);

}  // namespace anamnesis::wire
