#include "replay/update.hpp"

#include <algorithm>

#include "replay/expect.hpp"
#include "replay/keys.hpp"
#include "replay/source_lines.hpp"
#include "replay/wording.hpp"

namespace anamnesis {
namespace {

std::string end_of(const TranscriptLine& line) {
    const auto last = line.raw.find_last_not_of("\r\n");
    return last == std::string::npos ? line.raw : line.raw.substr(last + 1);
}

// A message as the text of a `bot` line; one that no line can hold ends in "...".
std::string bot_text(const std::string& message) {
    constexpr std::size_t kMax = kTranscriptLineBytesMax - std::string_view("bot: ...").size();
    std::string out = one_line(message);
    if (out.size() <= kMax) return out;
    std::size_t cut = kMax;
    while ((static_cast<unsigned char>(out[cut]) & 0xC0) == 0x80) --cut;
    return out.substr(0, cut) + "...";
}

std::vector<std::string> sayings_of(const Page& page) {
    std::vector<std::string> out;
    for (const Page::Text& message : page.messages)
        if (std::string text = bot_text(message.text); !text.empty()) out.push_back(std::move(text));
    return out;
}

class Mender {
public:
    Mender(const Dialog& dialog, const TurnLines& turn, const Page& page)
        : dialog_(dialog), turn_(turn), page_(page), unclaimed_(sayings_of(page)) {
        for (const TranscriptLine& line : turn)
            if (line.key == "bot" && !broken(dialog, line, page)) claim(line.text);
    }

    std::string run() {
        std::string out;
        for (const TranscriptLine& line : turn_) out += mended(line);
        return out;
    }

private:
    std::string mended(const TranscriptLine& line) {
        const bool mendable = is_expectation(line.key) && line.key != "not" && line.key != "offer";
        const bool fixed = !mendable || !broken(dialog_, line, page_);
        if (fixed) return line.raw;
        if (line.key == "bot") return mended_bot(line);
        return line.key + ": " + present_text(line.key, page_) + end_of(line);
    }

    // The message that it was most likely about; gone where the turn's other lines are about all of them.
    std::string mended_bot(const TranscriptLine& line) {
        if (sayings_of(page_).empty()) return line.raw;
        const std::string* saying = most_like(line.text, unclaimed_);
        if (!saying) return {};
        const std::string text = *saying;
        claim(text);
        return "bot: " + text + end_of(line);
    }

    void claim(const std::string& pattern) {
        const auto found = std::find_if(unclaimed_.begin(), unclaimed_.end(),
                                        [&](const std::string& text) { return matches({pattern}, text); });
        if (found != unclaimed_.end()) unclaimed_.erase(found);
    }

    const Dialog& dialog_;
    const TurnLines& turn_;
    const Page& page_;
    std::vector<std::string> unclaimed_;  // messages that no `bot` line of the turn is about
};

// What a page has, as lines. What was noted is news only where it was read from words.
std::vector<std::string> lines_of(const Page& page, bool typed) {
    std::vector<std::string> out;
    const auto add = [&](const std::string& key) { out.push_back(key + ": " + present_text(key, page)); };
    if (typed && !page.noted.empty()) add("noted");
    for (const std::string& text : sayings_of(page)) out.push_back("bot: " + text);
    if (page.outcome && !page.outcome->causes.empty()) add("causes");
    if (page.outcome && !page.outcome->advice.empty()) add("advice");
    if (page.outcome)
        for (const char* key : {"level", "rule", "outcome"}) add(key);
    add("ask");
    return out;
}

}  // namespace

std::vector<TurnLines> turns_of(const Transcript& transcript) {
    std::vector<TurnLines> turns(1);
    for (const TranscriptLine& line : transcript.lines) {
        if (is_input(line.key)) turns.emplace_back();
        turns.back().push_back(line);
    }
    return turns;
}

std::string unchanged(const TurnLines& turn) {
    std::string out;
    for (const TranscriptLine& line : turn) out += line.raw;
    return out;
}

std::string mended(const Dialog& dialog, const TurnLines& turn, const Page& page) {
    return Mender(dialog, turn, page).run();
}

std::string filled(const TurnLines& turn, const Page& page) {
    const std::string end = end_of(turn.front());
    std::string out = turn.front().raw + (end.empty() ? "\n" : "");
    for (const std::string& line : lines_of(page, turn.front().key == "you")) out += line + (end.empty() ? "\n" : end);
    for (auto line = turn.begin() + 1; line != turn.end(); ++line) out += line->raw;
    return out;
}

}  // namespace anamnesis
