#include "replay/convo_section.hpp"

#include <algorithm>

#include "replay/convo_words.hpp"
#include "replay/keys.hpp"
#include "replay/wording.hpp"

namespace anamnesis {
namespace {

using Texts = std::vector<std::string>;

int column_of(const SourceLine& line, std::string_view part) {
    return part.data() ? static_cast<int>(part.data() - line.raw.data()) + 1 : 1;
}

class SectionReader {
public:
    SectionReader(const ConvoSection& section, const std::string& path, const Utterances& utterances, ConvoRoom& room,
                  Diagnostics& diagnostics)
        : section_(section), path_(path), utterances_(utterances), room_(room), diagnostics_(diagnostics) {}

    std::vector<ConvoLine> run() {
        if (section_.sender == "include")
            complain(section_.tag, section_.channel,
                     unsupported("including another conversation", "write its lines here"));
        else if (!section_.channel.empty())
            complain(section_.tag, section_.channel,
                     unsupported("a channel", "write " + quoted("#" + std::string(section_.sender))));
        else
            read_lines();
        return std::move(out_);
    }

private:
    bool is_me() const { return section_.sender == "me"; }
    bool is_bot() const { return section_.sender == "bot"; }

    void read_lines() {
        for (const SourceLine& line : section_.lines)
            if (!trimmed(line.text).empty()) read_line(line);
        if (is_me()) return read_said();
        if (!texts_.empty()) return read_expected_text();
        if (is_bot() && out_.empty()) add(section_.tag, section_.tag.text, "bot", "*", {usual_pattern("*")});
    }

    void read_line(const SourceLine& line) {
        const ConvoStatement s = statement_of(line.text);
        if (has_variable(line.text)) return complain(line, s.head, unsupported("a variable ($)", "write its text"));
        if (is_wait(s.head)) return read_wait(line, s);
        if (is_unsupported(s.head))
            return complain(line, s.head,
                            unsupported(quoted(s.head), "assert or say it in words: see docs/replays.md"));
        if (is_me() && s.head == "BUTTON") return read_button(line, s);
        if (is_bot() && s.head == "BUTTONS") return read_buttons(line, s);
        if (is_bot())
            if (const auto assertion = text_assertion(s.head)) return read_assertion(line, s, *assertion);
        if (looks_like_name(s.head) && !utterances_.count(std::string(s.head)))
            return complain(
                line, s.head,
                {fault::kUnknownName, quoted(s.head) + " is not known",
                 "utterances stand in a file .utterances.txt beside this one, a name and below it its texts"});
        if (!is_me() && !is_bot())
            return complain(line, s.head, unsupported("a text here", "write it below #me or #bot"));
        if (!texts_.empty() && (s.is_not || s.is_optional))
            return complain(line, line.text, unsupported("a mark within a text", "write it below a #bot of its own"));
        texts_.push_back(line);
    }

    void read_wait(const SourceLine& line, const ConvoStatement& s) {
        const bool fits =
            s.rest.empty() || s.rest == "INFINITE" || s.rest.find_first_not_of("0123456789") == s.rest.npos;
        if (!fits || s.is_not || s.is_optional)
            complain(line, s.head, {fault::kBadValue, quoted(s.head) + " needs milliseconds", "write PAUSE 500"});
    }

    void read_button(const SourceLine& line, const ConvoStatement& s) {
        const Texts names = arguments(line, s);
        if (names.empty()) return;
        std::vector<TextPattern> patterns;
        for (const std::string& name : names) patterns.push_back({name, "", true, true});
        if (!out_.empty()) return complain(line, s.head, unsupported("a second button", "write a second #me"));
        add(line, s.head, "press", names.front(), std::move(patterns));
    }

    void read_buttons(const SourceLine& line, const ConvoStatement& s) {
        if (is_marked_optional(line, s)) return;
        if (s.rest.empty() && s.is_not) return add(line, s.head, "offer", std::string(kNothing), {});
        if (s.rest.empty()) return add(line, s.head, "offer", "*", {usual_pattern("*")});
        if (s.is_not)
            return complain(line, s.head, unsupported("!BUTTONS with words", "write !BUTTONS alone for none at all"));
        for (const std::string& name : arguments(line, s)) add(line, s.head, "offer", name, {usual_pattern(name)});
    }

    void read_assertion(const SourceLine& line, const ConvoStatement& s, const TextAssertion& assertion) {
        if (is_marked_optional(line, s)) return;
        if (s.rest.empty() && assertion.may_be_bare) return add(line, s.head, key_of(s), "*", {usual_pattern("*")});
        std::vector<TextPattern> patterns;
        for (const std::string& argument : arguments(line, s))
            for (const std::string& text : texts_for(line, argument)) {
                patterns.push_back(assertion.pattern);
                patterns.back().text = text;
            }
        if (patterns.empty()) return;
        if (!assertion.needs_all || patterns.size() == 1)
            return add(line, s.head, key_of(s), std::string(s.rest), std::move(patterns));
        if (s.is_not)
            return complain(line, s.head, unsupported("\"not all of\"", "deny each text in a line of its own"));
        for (TextPattern& pattern : patterns) add(line, s.head, "bot", pattern.text, {pattern});
    }

    void read_said() {
        if (texts_.empty()) return read_nothing_said();
        const SourceLine& first = texts_.front();
        if (!out_.empty())
            return complain(first, first.text, unsupported("a text beside a button", "write a second #me"));
        const auto text = joined_text();
        if (!text) return;
        add(first, first.text, "you", *text, {});
        if (out_.empty()) return;
        const auto utterance = utterances_.find(*text);
        if (utterance == utterances_.end()) return;
        check_utterances(first, utterance->second);
        std::size_t longest = 0;
        for (const std::string& choice : utterance->second) longest = std::max(longest, choice.size());
        room_.take(longest);
        out_.back().utterance = *text;
        out_.back().choices = &utterance->second;
    }

    void read_nothing_said() {
        if (out_.empty() && diagnostics_.size() == mistakes_before_)
            complain(
                section_.tag, section_.tag.text,
                {fault::kEmptyValue, "nothing is said below this #me", "write a text, or BUTTON and what it says"});
    }

    void read_expected_text() {
        const SourceLine& first = texts_.front();
        const ConvoStatement s = statement_of(first.text);
        if (is_marked_optional(first, s)) return;
        const auto text = joined_text();
        if (!text) return;
        std::vector<TextPattern> patterns;
        for (const std::string& alternative : texts_for(first, *text)) patterns.push_back(usual_pattern(alternative));
        add(first, first.text, key_of(s), *text, std::move(patterns));
    }

    // The text of the section, without the marks before it; nothing if it cannot be read.
    std::optional<std::string> joined_text() {
        std::string out;
        for (const SourceLine& line : texts_)
            out += (out.empty() ? "" : is_me() ? "\n" : " ") + std::string(trimmed(line.text));
        const ConvoStatement s = statement_of(out);
        out = without_marks(out);
        const SourceLine& first = texts_.front();
        if (is_me() && (s.is_not || s.is_optional))
            complain(first, first.text, unsupported("a mark before what is said", "double it: !!, ??"));
        else if (out.empty())
            complain(first, first.text,
                     {fault::kEmptyValue, "there is no text behind the mark", "write it in the same line"});
        else if (s.head != out && utterances_.count(std::string(s.head)))
            complain(first, first.text, unsupported("an utterance with words behind it", "write its text"));
        else if (is_json(out))
            complain(first, first.text, unsupported("a message as data (JSON)", "write its words"));
        else if (out.size() > kTranscriptLineBytesMax)
            complain(first, first.text,
                     {fault::kLineTooLong,
                      "this text is longer than " + std::to_string(kTranscriptLineBytesMax) + " bytes"});
        else
            return out;
        return std::nullopt;
    }

    bool is_marked_optional(const SourceLine& line, const ConvoStatement& s) {
        if (s.is_optional)
            complain(line, line.text, unsupported("what may or may not be said (?)", "write what is said"));
        return s.is_optional;
    }

    // As many as there is room for; where there is too little, nothing of the file is used.
    Texts texts_for(const SourceLine& line, const std::string& text) {
        const auto found = utterances_.find(text);
        if (found == utterances_.end()) return {text};
        check_utterances(line, found->second);
        Texts out;
        for (const std::string& alternative : found->second)
            if (room_.take(alternative.size())) out.push_back(alternative);
        return out;
    }

    void check_utterances(const SourceLine& line, const Texts& texts) {
        for (const std::string& text : texts)
            if (has_variable(text) || is_json(text))
                return complain(line, line.text, unsupported("the utterance " + quoted(text), "write words alone"));
    }

    Texts arguments(const SourceLine& line, const ConvoStatement& s) {
        Texts out = split_arguments(s.rest);
        if (!out.empty() && std::find(out.begin(), out.end(), "") == out.end()) return out;
        complain(line, s.head, {fault::kEmptyValue, quoted(s.head) + " needs its texts", "write them like this: a|b"});
        return {};
    }

    static std::string key_of(const ConvoStatement& s) { return s.is_not ? "not" : "bot"; }

    static Fault unsupported(const std::string& what, std::string hint) {
        return {fault::kUnsupported, what + " is not supported", std::move(hint)};
    }

    void add(const SourceLine& line, std::string_view part, const std::string& key, std::string text,
             std::vector<TextPattern> patterns) {
        if (!room_.take(text.size())) return;
        out_.push_back({{line.number, column_of(line, part), key, std::move(text), {}, std::move(patterns)}});
    }

    void complain(const SourceLine& line, std::string_view part, Fault fault) {
        report(diagnostics_, path_, line.number, column_of(line, part), std::move(fault));
    }

    const ConvoSection& section_;
    const std::string& path_;
    const Utterances& utterances_;
    ConvoRoom& room_;
    Diagnostics& diagnostics_;
    const std::size_t mistakes_before_ = diagnostics_.size();
    std::vector<SourceLine> texts_;
    std::vector<ConvoLine> out_;
};

}  // namespace

bool ConvoRoom::take(std::size_t text_bytes) {
    used_ = std::min(used_ + text_bytes + kConvoLineCost, kConvoBytesMax + 1);
    return used_ <= kConvoBytesMax;
}

std::vector<ConvoLine> read_section(const ConvoSection& section, const std::string& path, const Utterances& utterances,
                                    ConvoRoom& room, Diagnostics& diagnostics) {
    return SectionReader(section, path, utterances, room, diagnostics).run();
}

}  // namespace anamnesis
