#include "replay/expect.hpp"

#include <algorithm>
#include <array>

#include "replay/keys.hpp"
#include "replay/wording.hpp"

namespace anamnesis {
namespace {

using Names = std::vector<std::string>;

Names question_of(const Page& page) { return page.question ? Names{page.question->id} : Names{}; }

Names level_of(const Page& page) { return page.outcome ? Names{std::string(to_string(page.outcome->level))} : Names{}; }

Names rule_of(const Page& page) { return page.outcome ? Names{page.outcome->rule} : Names{}; }

Names outcome_of(const Page& page) { return page.outcome ? Names{page.outcome->id} : Names{}; }

Names causes_of(const Page& page) {
    Names out;
    if (page.outcome)
        for (const Page::Cause& cause : page.outcome->causes) out.push_back(cause.id);
    return out;
}

Names advice_of(const Page& page) { return page.outcome ? page.outcome->advice : Names{}; }

Names noted_of(const Page& page) {
    Names out;
    for (const Page::NotedFinding& noted : page.noted) out.push_back(noted.finding + "=" + noted.value);
    return out;
}

// An expectation of ids.
struct Aspect {
    std::string_view key;
    const char* code;
    std::string_view name;
    std::string_view kind;  // of its ids, as in Coverage; empty where no hint is possible
    Names (*of)(const Page&);
    bool in_order = true;
};

constexpr std::array<Aspect, 7> kAspects = {{{"ask", fault::kQuestion, "question", "questions", question_of},
                                             {"level", fault::kLevel, "level", "", level_of},
                                             {"rule", fault::kRule, "rule", "rules", rule_of},
                                             {"outcome", fault::kOutcome, "outcome", "outcomes", outcome_of},
                                             {"causes", fault::kCauses, "causes", "causes", causes_of},
                                             {"advice", fault::kAdvice, "advice", "advice", advice_of},
                                             {"noted", fault::kNoted, "noted facts", "", noted_of, false}}};

const Aspect& aspect_of(std::string_view key) {
    return *std::find_if(kAspects.begin(), kAspects.end() - 1, [&](const Aspect& a) { return a.key == key; });
}

Names expected_names(const std::string& text) { return text == kNothing ? Names{} : split_list(text); }

bool is_as_expected(const Aspect& aspect, Names expected, Names actual) {
    if (!aspect.in_order) {
        std::sort(expected.begin(), expected.end());
        std::sort(actual.begin(), actual.end());
    }
    return expected == actual;
}

// Names that the dialog does not have are misspelt. A check's name is that of its finding.
std::string spelling_hint(const Dialog& dialog, const Aspect& aspect, const Names& expected) {
    if (aspect.kind.empty()) return {};
    const auto ids = coverable(dialog).at(std::string(aspect.kind));
    for (const std::string& name : expected) {
        const bool special = name == "default" || name.find('.') != name.npos;
        if (!special && !ids.count(name))
            return "the dialog has no " + quoted(name) + "; " + did_you_mean(name, {ids.begin(), ids.end()});
    }
    return {};
}

// With the words of the question that is asked, which says more than its id.
std::string told(const Aspect& aspect, const Names& actual, const Page& page) {
    if (actual.empty()) return "the reply has none";
    std::string out = "the reply has " + joined(actual);
    if (aspect.key == "ask" && !page.messages.empty()) out += ": " + quoted(one_line(page.messages.back().text));
    return out;
}

std::optional<Fault> broken_aspect(const Dialog& dialog, const TranscriptLine& line, const Page& page) {
    const Aspect& aspect = aspect_of(line.key);
    const Names expected = expected_names(line.text), actual = aspect.of(page);
    if (is_as_expected(aspect, expected, actual)) return std::nullopt;
    const std::string name(aspect.name);
    const std::string wanted = expected.empty() ? "no " + name : "the " + name + " " + joined(expected);
    return Fault{aspect.code, "expected " + wanted + "; " + told(aspect, actual, page),
                 spelling_hint(dialog, aspect, expected)};
}

Names texts_of(const Page& page) {
    Names out;
    for (const Page::Text& message : page.messages) out.push_back(one_line(message.text));
    return out;
}

Names labels_of(const Page& page) {
    Names out;
    if (page.question)
        for (const Page::Choice& option : page.question->options) out.push_back(one_line(option.label));
    return out;
}

// With what is most like it, of what there is instead.
std::optional<Fault> lacks(const char* code, const std::string& what, const TranscriptLine& line, const Names& texts) {
    const auto patterns = patterns_of(line);
    if (std::any_of(texts.begin(), texts.end(), [&](const auto& text) { return matches_any(patterns, text); }))
        return std::nullopt;
    const std::string* nearest = most_like(line.text, texts);
    const std::string instead =
        nearest ? "the nearest of " + std::to_string(texts.size()) + " is " + quoted(*nearest) : "the reply has none";
    return Fault{code, "expected the " + what + " " + quoted(line.text) + "; " + instead};
}

std::optional<Fault> broken_not(const TranscriptLine& line, const Names& said) {
    const auto patterns = patterns_of(line);
    for (const std::string& message : said)
        if (matches_any(patterns, message))
            return Fault{fault::kForbiddenText, quoted(line.text) + " must not be said; it is in " + quoted(message)};
    return std::nullopt;
}

std::optional<Fault> broken_offer(const TranscriptLine& line, const Names& labels) {
    if (line.text != kNothing) return lacks(fault::kOffer, "button", line, labels);
    if (labels.empty()) return std::nullopt;
    return Fault{fault::kOffer, "expected no buttons; the reply has " + joined(labels)};
}

}  // namespace

std::optional<Fault> broken(const Dialog& dialog, const TranscriptLine& line, const Page& page) {
    if (line.key == "bot") return lacks(fault::kMessage, "message", line, texts_of(page));
    if (line.key == "not") return broken_not(line, texts_of(page));
    if (line.key == "offer") return broken_offer(line, labels_of(page));
    return broken_aspect(dialog, line, page);
}

std::vector<TextPattern> patterns_of(const TranscriptLine& line) {
    if (!line.patterns.empty()) return line.patterns;
    TextPattern pattern{line.text};
    pattern.whole = line.key != "not";
    pattern.any_case = line.key == "not" || line.key == "press";
    return {pattern};
}

bool matches_any(const std::vector<TextPattern>& patterns, std::string_view text) {
    return std::any_of(patterns.begin(), patterns.end(), [&](const auto& pattern) { return matches(pattern, text); });
}

std::string present_text(const std::string& key, const Page& page) {
    const Names names = aspect_of(key).of(page);
    return names.empty() ? std::string(kNothing) : joined(names);
}

const std::string* most_like(std::string_view text, const Names& messages) {
    const auto less_like = [&](const std::string& a, const std::string& b) {
        return shared_words(text, a) < shared_words(text, b);
    };
    const auto found = std::max_element(messages.begin(), messages.end(), less_like);
    return found == messages.end() ? nullptr : &*found;
}

}  // namespace anamnesis
