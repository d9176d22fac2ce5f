#include "replay/player.hpp"

#include "dialog/prompt.hpp"
#include "replay/expect.hpp"
#include "replay/keys.hpp"
#include "replay/wording.hpp"

namespace anamnesis {
namespace {

std::string options_of(const Prompt& prompt) {
    std::vector<std::string> options = prompt.options;
    if (prompt.style == Style::any_of) options.emplace_back(kNone);
    return "its options are: " + joined(options);
}

// "None of these" is a button of every list, in the words of the channel.
std::vector<Page::Choice> buttons_of(const Page::Question& question) {
    auto buttons = question.options;
    if (question.style == Style::any_of) buttons.push_back({std::string(kNone), "None of these"});
    return buttons;
}

// "No", or "none of these". Nothing for a question such as "where is it?".
std::optional<Answer> plain_no(const Prompt& prompt) {
    Answer answer;
    answer.question = prompt.id;
    if (prompt.style == Style::yes_no) answer.choices = {"no"};
    if (prompt.style == Style::yes_no || prompt.style == Style::any_of) return answer;
    return std::nullopt;
}

std::vector<std::string> question_ids(const Dialog& dialog) {
    std::vector<std::string> out;
    for (const Question& q : dialog.questions) out.push_back(q.id);
    return out;
}

std::optional<Fault> question_fault(const Dialog& dialog, const std::string& id) {
    if (id == kEnd || find_ask(dialog, id)) return std::nullopt;
    return Fault{fault::kUnknownQuestion, "the dialog has no question " + quoted(id),
                 did_you_mean(id, question_ids(dialog))};
}

}  // namespace

Player::Player(const Dialog& dialog, const std::string& locale)
    : dialog_(dialog), now_(start(dialog, locale.empty() ? dialog.languages.front().tag : locale)) {
    arrive();
}

std::optional<Fault> Player::play(const TranscriptLine& input) {
    if (input.key == "tap") return tap(input.text);
    if (input.key == "press") return press(input);
    if (input.key == "until") return until(input.text);
    if (input.key == "you") take(understand(dialog_, now_.session, input.text));
    if (input.key == "do") take({command_of(input.text)});
    return std::nullopt;
}

std::optional<Fault> Player::tap(const std::string& choices) {
    const auto open = open_prompt(dialog_, now_.session);
    if (!open) return Fault{fault::kNothingOpen, "no question is open, so " + quoted(choices) + " cannot be tapped"};
    Answer answer;
    answer.question = open->id;
    if (choices != kNone) answer.choices = split_list(choices);
    if (check_choice(dialog_, now_.session, answer) != ChoiceCheck::ok)
        return Fault{fault::kImpossibleTap, quoted(choices) + " cannot be tapped at the question " + quoted(open->id),
                     options_of(*open)};
    take({answer});
    return std::nullopt;
}

std::optional<Fault> Player::press(const TranscriptLine& input) {
    if (!page_.question)
        return Fault{fault::kNothingOpen, "no question is open, so " + quoted(input.text) + " cannot be pressed"};
    const auto patterns = patterns_of(input);
    std::vector<std::string> labels;
    for (const Page::Choice& button : buttons_of(*page_.question)) {
        if (matches_any(patterns, button.label) || matches_any(patterns, button.id)) return tap(button.id);
        labels.push_back(one_line(button.label));
    }
    return Fault{fault::kNoButton, "no button says " + quoted(input.text), "the buttons say: " + joined(labels)};
}

std::optional<Fault> Player::until(const std::string& question) {
    if (auto fault = question_fault(dialog_, question)) return fault;
    std::set<std::string> denied;
    while (const auto open = open_prompt(dialog_, now_.session)) {
        if (open->id == question) return std::nullopt;
        const auto answer = plain_no(*open);
        if (!answer)
            return Fault{fault::kNoPlainNo,
                         "on the way to " + quoted(question) + ", the question " + quoted(open->id) +
                             " has no plain no: tap an answer first",
                         options_of(*open)};
        if (!denied.insert(open->id).second)
            return Fault{fault::kInCircles, "on the way to " + quoted(question) + ", the question " + quoted(open->id) +
                                                " came again after a no"};
        take({*answer});
    }
    if (question == kEnd) return std::nullopt;
    return Fault{fault::kNeverOpened, "the conversation ended before the question " + quoted(question)};
}

void Player::take(const Acts& acts) {
    now_ = step(dialog_, now_.session, acts);
    arrive();
}

void Player::arrive() {
    page_ = render(dialog_, now_.session, now_.reply);
    cover(covered_, dialog_, now_);
}

}  // namespace anamnesis
