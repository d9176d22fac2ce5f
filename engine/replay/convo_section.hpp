#pragma once
// A section of a BotiumScript conversation ("#me", "#bot") as lines of a transcript.

#include <string>
#include <vector>

#include "replay/source_lines.hpp"

namespace anamnesis {

struct ConvoSection {
    std::string_view sender;   // me, bot, begin, end, include
    std::string_view channel;  // what stands behind it
    SourceLine tag;
    std::vector<SourceLine> lines;
};

// A line of a transcript, whose text may be one of several: the utterances that `utterance` stands for.
struct ConvoLine {
    TranscriptLine line;
    std::string utterance = {};
    const std::vector<std::string>* choices = nullptr;
};

// How much text a file can make: a name can stand for many texts, and be used many times.
inline constexpr std::size_t kConvoBytesMax = 4 * 1024 * 1024;
inline constexpr std::size_t kConvoLineCost = 100;  // of a line, beside its text

class ConvoRoom {
public:
    // False once there is no room left; it stays full then.
    bool take(std::size_t text_bytes);
    bool has_room_for(std::size_t conversations) const { return used_ <= kConvoBytesMax / conversations; }

private:
    std::size_t used_ = 0;
};

// All that is wrong goes to `diagnostics`.
std::vector<ConvoLine> read_section(const ConvoSection& section, const std::string& path, const Utterances& utterances,
                                    ConvoRoom& room, Diagnostics& diagnostics);

}  // namespace anamnesis
