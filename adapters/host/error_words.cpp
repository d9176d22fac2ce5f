#include "host/error_words.hpp"

#include <array>
#include <utility>

namespace anamnesis::wire {
namespace {

struct Words {
    std::string_view name;
    std::string_view sentence;
};

/// In the order of ErrorCode.
constexpr std::array<Words, 14> kWords = {{
    {"bad_json", "That message could not be read."},
    {"bad_shape", "That message is not one that this conversation knows."},
    {"too_large", "That message is too long. Please send it in shorter parts."},
    {"not_utf8", "That message could not be read as text."},
    {"unknown_question", "That question is not part of this conversation so far."},
    {"unknown_choice", "That answer does not belong to the question."},
    {"unknown_dialog", "There is no such conversation here."},
    {"id_reused", "That message was sent before with other content."},
    {"out_of_order", "That message came at the wrong time: a conversation begins with one hello."},
    {"session_unknown", "This conversation is not kept here any more. Please start a new one."},
    {"taken_over", "This conversation goes on in another window."},
    {"busy", "That was a lot at once. Please send it again in a moment."},
    {"rate_limited", "This conversation is too long to go on. Please begin a new one."},
    {"unavailable", "That did not work just now and nothing was kept. Please try again."},
}};
static_assert(kWords.size() == static_cast<std::size_t>(ErrorCode::unavailable) + 1);

const Words& words(ErrorCode code) { return kWords[static_cast<std::size_t>(code)]; }

}  // namespace

std::string_view to_string(ErrorCode code) { return words(code).name; }

std::string_view sentence(ErrorCode code) { return words(code).sentence; }

ErrorMessage make_error(ErrorCode code, std::optional<std::string> for_id) {
    return {code, std::string(sentence(code)), std::move(for_id)};
}

}  // namespace anamnesis::wire
