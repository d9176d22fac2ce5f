#include "proof/conversation.hpp"

#include <algorithm>

#include <anamnesis/replay.hpp>

namespace anamnesis::proof {
namespace {

constexpr int kTurnsMax = 300;

struct Way {
    bool refuses = false;          // begins with "skip all"
    bool volunteers = false;       // facts in the first message
    bool one_by_one = false;       // each in a message of its own
    bool volunteers_late = false;  // what is still unsaid at the end
};

constexpr Way kWays[] = {{false, false, false, false}, {false, true, false, false}, {false, true, true, false},
                         {false, false, false, true},  {true, false, false, false}, {true, true, true, false}};

std::string joined(const std::vector<std::string>& words, const char* between) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : between) + word;
    return out;
}

class Speaker {
public:
    Speaker(const Dialog& dialog, const Findings& target, const Shows& shows)
        : d_(dialog), target_(target), shows_(shows), now_(start(dialog, dialog.languages.front().tag)) {}

    // True where it was shown.
    bool speak(const Way& way) {
        if (shown()) return true;
        if (way.volunteers && volunteer(way.one_by_one)) return true;
        if (way.refuses && take("do: skip_all", {Command{"skip_all", ""}})) return true;
        if (answer_all()) return true;
        return way.volunteers_late && (volunteer(true) || answer_all());
    }

    const std::vector<std::string>& lines() const { return lines_; }

private:
    bool shown() const { return shows_(now_.session.findings); }

    bool take(std::string line, const Acts& acts) {
        lines_.push_back(std::move(line));
        now_ = step(d_, now_.session, acts);
        return shown();
    }

    bool answer_all() {
        for (int turn = 0; turn < kTurnsMax; ++turn) {
            const auto prompt = open_prompt(d_, now_.session);
            if (!prompt) return false;
            const auto choices = choices_for(*prompt);
            if (take("tap: " + (choices.empty() ? "none" : joined(choices, ", ")),
                     {Answer{prompt->id, choices, {}, false, false}}))
                return true;
        }
        return false;
    }

    bool volunteer(bool one_by_one) {
        std::vector<std::string> texts;
        for (FindingIndex f = 0; f < d_.findings.size(); ++f)
            if (now_.session.findings.said[f] == value::kNotAsked)
                if (auto text = words_for(f); !text.empty()) texts.push_back(std::move(text));
        if (!one_by_one && !texts.empty()) texts = {joined(texts, ". ")};
        return std::any_of(texts.begin(), texts.end(), [&](const std::string& text) {
            return take("you: " + text, understand(d_, now_.session, text));
        });
    }

    // What the person would write of a finding that is so in the target, or that they are not sure of.
    std::string words_for(FindingIndex f) const {
        const auto& examples = d_.languages.front().examples;
        const auto own = examples.find(d_.findings[f].id);
        const Value said = target_.said[f];
        if (own == examples.end() || own->second.empty() || d_.findings[f].type != FindingType::yes_no) return {};
        if (said == value::kYes) return own->second.front();
        if (said == value::kUnsure) return "maybe " + own->second.front();
        return {};
    }

    std::vector<std::string> choices_for(const Prompt& prompt) const {
        const FindingIndex first = prompt.findings.front();
        if (prompt.confirms) return {"no"};
        if (prompt.style == Style::any_of) return listed(prompt);
        if (prompt.findings.size() > 1) return one_listed(prompt);
        const bool probe = prompt.id == d_.findings[first].id + ".check";
        const Value v = probe ? target_.checked[first] : target_.said[first];
        if (v != value::kNotAsked) return {std::string(value_id(d_.findings[first], v))};
        return {prompt.style == Style::yes_no ? "no" : prompt.options.front()};
    }

    std::vector<std::string> listed(const Prompt& prompt) const {
        std::vector<std::string> out;
        bool unsure = false;
        for (FindingIndex f : prompt.findings) {
            if (target_.said[f] == value::kYes) out.push_back(d_.findings[f].id);
            unsure = unsure || target_.said[f] == value::kUnsure;
        }
        if (unsure) out.emplace_back("unsure");
        return out;
    }

    std::vector<std::string> one_listed(const Prompt& prompt) const {
        for (FindingIndex f : prompt.findings)
            if (target_.said[f] == value::kYes) return {d_.findings[f].id};
        for (FindingIndex f : prompt.findings)
            if (target_.said[f] == value::kUnsure) return {"unsure"};
        return {prompt.options.front()};
    }

    const Dialog& d_;
    const Findings& target_;
    const Shows& shows_;
    Step now_;
    std::vector<std::string> lines_;
};

}  // namespace

std::optional<std::vector<std::string>> conversation_to(const Dialog& dialog, const Findings& target,
                                                        const Shows& shows) {
    std::optional<std::vector<std::string>> best;
    for (const Way& way : kWays) {
        Speaker speaker(dialog, target, shows);
        if (speaker.speak(way) && (!best || speaker.lines().size() < best->size())) best = speaker.lines();
    }
    return best;
}

std::string as_transcript(const Dialog& dialog, const std::string& heading, const std::vector<std::string>& lines) {
    std::string text = "# " + heading + "\n";
    for (const std::string& line : lines) text += line + "\n";
    const auto transcript = read_transcript("counterexample", text);
    return transcript ? replay(dialog, *transcript).updated : text;
}

}  // namespace anamnesis::proof
