// BotiumScript's `.convo.txt`: a name, then sections "#me" and "#bot", as transcripts.

#include <algorithm>
#include <array>

#include "replay/convo_section.hpp"
#include "replay/wording.hpp"

namespace anamnesis {
namespace {

constexpr std::array<std::string_view, 5> kSenders = {"begin", "include", "me", "bot", "end"};

// "#bot" -> bot. Nothing where a line begins no section.
std::string_view sender_of(std::string_view line) {
    if (!line.starts_with('#')) return {};
    const auto word = line.substr(1, line.find_first_of(" \t") - 1);
    const bool letter = !word.empty() && lower_case(word).front() >= 'a' && lower_case(word).front() <= 'z';
    return letter ? word : std::string_view{};
}

class ConvoReader {
public:
    ConvoReader(const std::string& path, const Utterances& utterances) : path_(path), utterances_(utterances) {}

    Result<std::vector<Transcript>, Diagnostics> run(std::string_view text) {
        const std::string with_line_feeds = line_feeds_only(text);
        for (const SourceLine& line : source_lines(path_, with_line_feeds, diagnostics_)) sort(line);
        for (const ConvoSection& section : sections_) read(section);
        if (lines_.empty() && diagnostics_.empty())
            complain(1, {fault::kEmptyValue, "there is no conversation here", "begin with a name, then #me or #bot"});
        if (!diagnostics_.empty()) return std::move(diagnostics_);
        return expanded();
    }

private:
    // Into the head, whose first line is the name, or into its section.
    void sort(const SourceLine& line) {
        const std::string_view sender = sender_of(line.text);
        if (!sender.empty()) return begin_section(line, sender);
        if (!sections_.empty()) return sections_.back().lines.push_back(line);
        if (line.number == 1) name_ = trimmed(line.text);
    }

    void begin_section(const SourceLine& line, std::string_view sender) {
        const bool known = std::find(kSenders.begin(), kSenders.end(), sender) != kSenders.end();
        if (!known)
            complain(line.number, {fault::kUnknownSection, "there is no section " + quoted("#" + std::string(sender)),
                                   did_you_mean(sender, {kSenders.begin(), kSenders.end()})});
        sections_.push_back(
            {known ? sender : std::string_view{}, trimmed(line.text.substr(1 + sender.size())), line, {}});
    }

    void read(const ConvoSection& section) {
        if (is_full_ || section.sender.empty()) return;
        for (ConvoLine& line : read_section(section, path_, utterances_, room_, diagnostics_)) {
            if (line.choices) conversations_ = std::min(conversations_ * line.choices->size(), kConvoBytesMax);
            lines_.push_back(std::move(line));
        }
        is_full_ = !room_.has_room_for(conversations_);
        if (is_full_)
            complain(section.tag.number,
                     {fault::kTooManyTexts, "with its utterances, this makes too many conversations or too long ones",
                      "use fewer utterances in one file"});
    }

    // A conversation for each choice among the utterances that the person says.
    std::vector<Transcript> expanded() const {
        std::vector<Transcript> out = {{path_, {}, {}, name_}};
        for (const ConvoLine& line : lines_) {
            std::vector<Transcript> longer;
            for (Transcript& conversation : out) append(longer, std::move(conversation), line);
            out = std::move(longer);
        }
        return out;
    }

    static void append(std::vector<Transcript>& out, Transcript conversation, const ConvoLine& line) {
        conversation.lines.push_back(line.line);
        if (!line.choices) return out.push_back(std::move(conversation));
        const std::string name = conversation.name + (conversation.name.empty() ? "" : ", ") + line.utterance + " ";
        for (std::size_t i = 0; i < line.choices->size(); ++i) {
            conversation.lines.back().text = (*line.choices)[i];
            conversation.name = name + std::to_string(i + 1);
            out.push_back(conversation);
        }
    }

    void complain(int line, Fault fault) { report(diagnostics_, path_, line, 1, std::move(fault)); }

    const std::string& path_;
    const Utterances& utterances_;
    std::string name_;
    std::vector<ConvoSection> sections_;
    std::vector<ConvoLine> lines_;
    ConvoRoom room_;
    std::size_t conversations_ = 1;
    bool is_full_ = false;
    Diagnostics diagnostics_;
};

}  // namespace

Result<std::vector<Transcript>, Diagnostics> read_convo(const std::string& path, std::string_view text,
                                                        const Utterances& utterances) {
    return ConvoReader(path, utterances).run(text);
}

}  // namespace anamnesis
