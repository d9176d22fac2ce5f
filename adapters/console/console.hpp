#pragma once
/// The terminal channel: for people (wrapped text, numbered options) and for programs (wire messages).

#include <iosfwd>
#include <string>

#include <anamnesis/host/conversation_host.hpp>

namespace anamnesis {

/// Columns of the text for people.
inline constexpr std::size_t kConsoleColumns = 78;

struct ConsoleOptions {
    std::string locale;  ///< asked for in the hello; any tag
    std::string dialog;  ///< empty: the only one, or the person is asked which
    bool json = false;
};

/// Holds one conversation until `in` ends; gives the exit status, 0.
///
/// json: one wire message a line, both ways, nothing else; the program says hello itself. Every line
/// is answered; one longer than wire::kFrameBytesMax is dropped and answered `too_large`.
/// Else: says hello, shows replies (an emergency number before everything), sends each line as it
/// is typed: `/back`, `/change <question>`, `/language <tag>`, ... as commands, all else as text.
int run_console(ConversationHost& host, std::istream& in, std::ostream& out, const ConsoleOptions& options);

}  // namespace anamnesis
