// The time of understanding a message with the shipped dialog: usual ones, hostile ones, and the load.

#include <random>

#include "bench/table.hpp"
#include "bench/timing.hpp"
#include "engine/conversation.hpp"
#include "engine/text/shipped.hpp"
#include "engine/tiny_dialog.hpp"

namespace anamnesis::bench {
namespace {

constexpr int kRounds = 7;
constexpr int kMessageRounds = 30;
constexpr int kMessagesARound = 300;
constexpr std::size_t kMessageBytes = 100;
constexpr double kUnderstandingUsMax = 30;
constexpr double kLongestMsMax = 10;
constexpr double kReadyMsMax = 250;

// Pieces of what people say, in any order, one letter of each message wrong.
class Messages {
public:
    std::string next() {
        std::string out;
        while (out.size() < kMessageBytes) out += piece() + (random_() % 3 ? " and " : ", ");
        out.resize(kMessageBytes);
        out[random_() % kMessageBytes] = static_cast<char>('a' + random_() % 26);
        return out;
    }

private:
    std::string piece() {
        static const char* const kPieces[] = {"my upper lip has been twitching for 3 weeks",
                                              "no fever",
                                              "I'm a bit worried about it",
                                              "it comes and goes all day",
                                              "my speech is fine",
                                              "it started after a long week at work",
                                              "maybe it is the coffee",
                                              "my mum had a stroke last year",
                                              "I haven't been sleeping well",
                                              "one side of my face feels odd",
                                              "what should I do",
                                              "it doesn't hurt at all",
                                              "about 2 days ago",
                                              "loads of stress",
                                              "my left arm is not weak",
                                              "could it be Bell's palsy",
                                              "I take a new tablet"};
        return kPieces[random_() % std::size(kPieces)];
    }

    std::mt19937 random_{20261125};
};

std::string printable(const char* text) {
    std::string out;
    for (char byte : std::string_view(text)) out += byte >= ' ' && byte <= '~' ? std::string(1, byte) : "\\?";
    return out;
}

}  // namespace

void bench_understanding(Table& table) {
    const double begin = cpu_us();
    const Compiled compiled = compile(tests::source_of(tests::source_path("dialogs/lip-twitching")));
    table.row("lip-twitching read and compiled", (cpu_us() - begin) / 1000, "ms", kReadyMsMax);
    const Dialog& dialog = *compiled.dialog;
    table.row("  phrases of the dialog", static_cast<double>(dialog.languages[0].lexicon->entries().size()), "");
    tests::Conversation c(dialog);
    c.tap("who", {"self_adult"});
    const auto us = [&](const std::string& message) { return understand(c.dialog, c.session, message); };
    Messages messages;
    std::vector<std::vector<std::string>> rounds(kMessageRounds);
    for (auto& round : rounds)
        while (round.size() < kMessagesARound) round.push_back(messages.next());
    table.row("a message of 100 bytes understood", least_us(rounds, us), "us", kUnderstandingUsMax);
    for (const char* unit : tests::kHostileUnits) {
        const std::vector<std::vector<std::string>> longest(kRounds, {tests::filled_with(unit)});
        table.row("16 KiB of \"" + printable(unit) + "\" understood", median_us(longest, us) / 1000, "ms",
                  kLongestMsMax);
    }
}

}  // namespace anamnesis::bench
