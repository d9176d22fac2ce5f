// A reply in words: language, region and voice come in here and nowhere before.

#include <anamnesis/reply.hpp>

#include <array>
#include <charconv>
#include <cmath>

#include "dialog/prompt.hpp"

namespace anamnesis {
namespace {

// "12", "2.5": not by the locale of the process.
std::string shown_number(double n) {
    std::array<char, 400> digits;  // the longest double has 309 before the point
    const bool whole = std::floor(n) == n;
    const auto end =
        std::to_chars(digits.data(), digits.data() + digits.size(), n, std::chars_format::fixed, whole ? 0 : 1);
    return {digits.data(), end.ptr};
}

class Renderer {
public:
    Renderer(const Dialog& dialog, const std::string& locale, std::string voice)
        : d_(dialog),
          language_(language_for(dialog, locale)),
          region_(region_for(dialog, locale)),
          voice_(std::move(voice)) {}

    std::string text(const TextRef& ref) const {
        std::string out;
        const std::string& raw = lookup(ref.key);
        for (std::size_t i = 0; i < raw.size();) {
            const auto close = raw[i] == '{' ? raw.find('}', i) : std::string::npos;
            if (close == std::string::npos) {
                out += raw[i++];
                continue;
            }
            out += filled(raw.substr(i + 1, close - i - 1), ref);
            i = close + 1;
        }
        return out;
    }

    std::string text(const std::string& key) const { return text(TextRef{key, {}, {}}); }

    std::string label(const Prompt& prompt, const std::string& option) const {
        return text(option_key(d_, prompt, option));
    }

    const Region& region() const { return region_; }

private:
    // The wording for this voice, else the plain one, else the default language's.
    const std::string& lookup(const std::string& key) const {
        for (const Language* language : {&language_, &d_.languages.front()}) {
            if (!voice_.empty())
                if (const std::string* found = language->find(key + "@" + voice_)) return *found;
            if (const std::string* found = language->find(key)) return *found;
        }
        return key;
    }

    std::string filled(const std::string& name, const TextRef& ref) const {
        if (name == "emergency" || name == "crisis") return lookup("regions." + region_.id + "." + name);
        if (name == "number") return ref.number ? shown_number(*ref.number) : "";
        return joined(ref.list);
    }

    // By commas; where an item has one of its own, by semicolons.
    std::string joined(const std::vector<TextRef>& list) const {
        std::vector<std::string> items;
        bool has_comma = false;
        for (const TextRef& item : list) {
            items.push_back(text(item));
            has_comma = has_comma || items.back().find(',') != std::string::npos;
        }
        std::string out;
        for (const std::string& item : items) out += (out.empty() ? "" : has_comma ? "; " : ", ") + item;
        return out;
    }

    const Dialog& d_;
    const Language& language_;
    const Region& region_;
    std::string voice_;
};

std::string voice_of(const Dialog& d, const Session& session) {
    const Effective v = effective(d, session.findings);
    for (const Voice& voice : d.voices)
        if (holds(voice.condition, v)) return voice.name;
    return {};
}

Page::Question question_of(const Dialog& d, const Prompt& prompt, const Renderer& words) {
    Page::Question out{prompt.id, prompt.style, {}, {}};
    for (FindingIndex f : prompt.findings) out.findings.push_back(d.findings[f].id);
    for (const std::string& option : prompt.options) out.options.push_back({option, words.label(prompt, option)});
    return out;
}

Page::Outcome outcome_of(const Dialog& d, const Ending& ending, const Renderer& words) {
    const Outcome& outcome = d.outcomes[ending.verdict.outcome];
    Page::Outcome out{outcome.id, outcome.level, "default", {}, {}, {}};
    if (ending.verdict.rule) out.rule = d.rules[*ending.verdict.rule].id;
    for (const FittingCause& c : ending.causes)
        out.causes.push_back({d.causes[c.cause].id, d.causes[c.cause].strength});
    for (std::size_t a : ending.advice) out.advice.push_back(d.advice[a].id);
    if (!words.region().emergency_dial.empty()) out.emergency_number = words.region().emergency_dial;
    return out;
}

// Which part of a result a text is, by its key; the first row that fits.
constexpr std::array<std::pair<std::string_view, std::string_view>, 18> kParts = {{
    {"outcomes.", "action"},
    {"rules.", "reason"},
    {"engine.outcome.because", "reason"},
    {"engine.outcome.causes", "heading"},
    {"engine.outcome.advice", "heading"},
    {"engine.outcome.watch_for", "watch_for"},
    {"engine.outcome.score", "detail"},
    {"engine.outcome.no_score", "detail"},
    {"engine.cause.because", "detail"},
    {"engine.cause.", "cause"},
    {"causes.", "detail"},
    {"advice.", "tip"},
    {"engine.noted", "noted"},
    {"engine.known_nothing", ""},
    {"engine.known", "noted"},
    {"engine.not_reviewed", "disclaimer"},
    {"engine.delete", "deleted"},
    {"engine.start_over", "started_over"},
}};

std::string part_of(std::string_view key) {
    for (const auto& [start, part] : kParts)
        if (key.starts_with(start)) return std::string(part);
    return {};
}

Page::NotedFinding noted_of(const Dialog& d, const Session& session, const Noted& noted, const Renderer& words) {
    const Finding& f = d.findings[noted.finding];
    const std::string id(value_id(f, noted.value));
    const TextRef name{"findings." + f.id + ".name", {}, {}};
    const bool option = f.type != FindingType::yes_no && id != "unsure";
    return {f.id, id,
            option ? words.text(option_path(f, id) + ".label")
                   : words.text(TextRef{"engine.noted_value." + id, {name}, {}}),
            question_about(d, session, noted.finding)};
}

}  // namespace

Page render(const Dialog& dialog, const Session& session, const Reply& reply) {
    const Renderer words(dialog, session.locale, voice_of(dialog, session));
    Page page;
    for (const Message& m : reply.messages) page.messages.push_back({words.text(m.text), m.cites, part_of(m.text.key)});
    if (reply.prompt) page.question = question_of(dialog, *reply.prompt, words);
    if (reply.ending) page.outcome = outcome_of(dialog, *reply.ending, words);
    for (const Noted& n : reply.noted) page.noted.push_back(noted_of(dialog, session, n, words));
    page.progress = reply.progress;
    page.state = reply.state;
    return page;
}

std::string text_for(const Dialog& dialog, const std::string& locale, const std::string& key) {
    return Renderer(dialog, locale, {}).text(key);
}

}  // namespace anamnesis
