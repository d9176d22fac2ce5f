// What a message says to the question that is open.

#include <catch2/catch.hpp>

#include "engine/conversation.hpp"
#include "engine/text/shipped.hpp"
#include "engine/tiny_dialog.hpp"
#include "text/answer.hpp"

using namespace anamnesis;
using tests::Conversation;
using tests::shipped_dialog;
using Ids = std::vector<std::string>;

namespace {

Prompt asking(Style style, const Ids& findings, Ids options) {
    Prompt prompt{"q", style, {}, std::move(options), false};
    for (const std::string& id : findings) prompt.findings.push_back(tests::index_of(shipped_dialog(), id));
    prompt.options.push_back("unsure");
    return prompt;
}

Prompt asking_whether(const std::string& finding) { return asking(Style::yes_no, {finding}, {"yes", "no"}); }

AnswerReading reading(const Prompt& prompt, const std::string& message, const Dialog& dialog = shipped_dialog()) {
    const Language& language = dialog.languages.front();
    const Utterance u(message);
    Readings readings = read_message(*language.lexicon, u);
    settle_persons(readings, About::own);
    return read_answer(dialog, language, prompt, u, readings);
}

// "yes", "a,b", "none", "unsure", "conflict", "which" or "-".
std::string answered(const Prompt& prompt, const std::string& message) {
    const AnswerReading r = reading(prompt, message);
    if (r.trouble) return r.trouble == NotUnderstood::Reason::conflict ? "conflict" : "which";
    if (!r.answer) return "-";
    std::string out;
    for (const std::string& choice : r.answer->choices) out += (out.empty() ? "" : ",") + choice;
    return out.empty() ? "none" : out;
}

void check_all(const Prompt& prompt, const std::string& expected, const Ids& messages) {
    for (const std::string& message : messages) {
        CAPTURE(message);
        CHECK(answered(prompt, message) == expected);
    }
}

const Ids kSudden = {"face_numb_sudden", "vision_sudden", "balance_sudden", "worst_headache", "confusion"};
const Ids kTriggers = {"anxiety_stress", "low_mood", "poor_sleep", "fatigue", "caffeine_high", "stimulant_use"};

// The words of a scale, at the question that is open.
std::string frequency(const std::string& question, const std::string& message) {
    const Dialog& d = tests::knee_dialog();
    const Language& language = d.languages.front();
    const FindingIndex f = tests::index_of(d, question);
    const Utterance u(message);
    Readings readings = read_message(*language.lexicon, u);
    settle_persons(readings, About::own);
    const Prompt prompt{question, Style::one_of, {f}, {"never", "some", "daily", "unsure"}, false};
    const auto r = read_answer(d, language, prompt, u, readings);
    return r.trouble ? "which" : r.answer ? r.answer->choices.front() : "-";
}

}  // namespace

TEST_CASE("Choices that share a scale share its words, and the open question says which is meant") {
    for (const char* question : {"worry_1", "worry_2"}) {
        CHECK(frequency(question, "oh, all the time") == "daily");
        CHECK(frequency(question, "not once") == "never");
        CHECK(frequency(question, "some days") == "some");
        CHECK(frequency(question, "3") == "daily");
        CHECK(frequency(question, "all the time, or now and then") == "which");
        CHECK(frequency(question, "at work") == "-");
        CHECK(frequency(question, "not sure") == "unsure");
    }
    CHECK(find_mentions(*tests::knee_dialog().languages.front().lexicon, "it twitches all the time").empty());
}

TEST_CASE("Yes in other words") {
    check_all(asking_whether("chest_pain"), "yes",
              {"yes",
               "Yes!",
               "yep",
               "yh",
               "y",
               "yes but only a bit",
               "yes a bit",
               "a little bit",
               "only a bit",
               "I think so",
               "I'm afraid so",
               "unfortunately yes",
               "it is",
               "it does, a bit",
               "I do",
               "probably",
               "sort of",
               "of course",
               "yes, why?",
               "well yes",
               "sometimes",
               "that's right",
               "I would say so",
               "um yeah"});
}

TEST_CASE("No in other words") {
    check_all(asking_whether("chest_pain"), "no",
              {"no",
               "No.",
               "nope all fine",
               "no I'm fine",
               "neither",
               "none",
               "not at all",
               "not that I know of",
               "yeah no",
               "not as far as I know",
               "no, just the lip",
               "it isn't",
               "I don't",
               "I would say no",
               "no no no",
               "never",
               "no everything is fine",
               "not in the slightest",
               "no symptoms like that",
               "luckily not",
               "no to all"});
}

TEST_CASE("Not sure in other words is never a no") {
    check_all(asking_whether("chest_pain"), "unsure",
              {"not sure", "no, not sure", "I'm not really sure", "dunno tbh", "no idea", "I have no idea", "idk",
               "maybe", "no clue mate", "yes and no", "hard to tell", "I couldn't say", "who knows",
               "I have no way to tell", "maybe yes maybe no", "how should I know"});
}

TEST_CASE("A hesitating no is no denial of an alarm") {
    const Ids messages = {"I don't think so", "not really",   "I hope not",
                          "I doubt it",       "probably not", "I don't think I have"};
    check_all(asking_whether("chest_pain"), "unsure", messages);
    check_all(asking_whether("poor_sleep"), "no", messages);
}

TEST_CASE("What only begins like an answer is none") {
    check_all(
        asking_whether("chest_pain"), "-",
        {"i am a teacher", "there is a dog", "it is raining", "a bit of coffee", "sometimes I drink tea", "no coffee",
         "nobody", "know", "definitely my coffee", "i have a yes man as a boss", "2", "the second", "both", "banana"});
}

TEST_CASE("What is said of the finding itself is an answer; beside another one it is a conflict") {
    const Prompt chest = asking_whether("chest_pain");
    CHECK(answered(chest, "my chest hurts") == "yes");
    CHECK(answered(chest, "my chest does not hurt") == "no");
    CHECK(answered(chest, "maybe my chest hurts") == "unsure");
    CHECK(answered(chest, "no, my chest hurts") == "conflict");
    CHECK(answered(chest, "no, yes") == "-");
    CHECK(answered(chest, "no idea, my chest hurts") == "yes");
    Prompt confirm = chest;
    confirm.confirms = true;
    CHECK(answered(confirm, "my chest hurts") == "-");
}

TEST_CASE("A list takes names, its labels, one number, and all or nothing") {
    const auto [message, expected] = GENERATE(table<std::string, std::string>({
        {"dizzy", "balance_sudden"},
        {"dizzy and seeing double", "vision_sudden,balance_sudden"},
        {"dizzy, not seeing double", "balance_sudden"},
        {"confused, very drowsy or hard to wake", "confusion"},
        {"the second one", "vision_sudden"},
        {"2", "vision_sudden"},
        {"number 5", "confusion"},
        {"6", "-"},
        {"0", "-"},
        {"the first and third", "face_numb_sudden,balance_sudden"},
        {"all but the last", "face_numb_sudden,vision_sudden,balance_sudden,worst_headache"},
        {"1 or 2", "-"},
        {"none of them", "none"},
        {"no", "none"},
        {"none of these", "none"},
        {"neither", "none"},
        {"not sure", "unsure"},
        {"yes", "which"},
        {"no, dizzy", "none"},
        {"no, I am dizzy", "conflict"},
        {"banana", "-"},
    }));
    CAPTURE(message);
    CHECK(answered(asking(Style::any_of, kSudden, kSudden), message) == expected);
}

TEST_CASE("All or nothing is said of the whole list; names are not") {
    const Prompt list = asking(Style::any_of, kSudden, kSudden);
    CHECK(reading(list, "no").answer->all);
    CHECK(reading(list, "not sure").answer->all);
    CHECK_FALSE(reading(list, "dizzy").answer->all);
    CHECK(reading(list, "dizzy").answer->typed);
}

TEST_CASE("Just one of a list is not none of it") {
    const Prompt list = asking(Style::any_of, kTriggers, kTriggers);
    CHECK(answered(list, "only stress") == "anxiety_stress");
    CHECK(answered(list, "no, just stress") == "conflict");
}

TEST_CASE("One of several persons is answered by a message that says nothing else") {
    const Ids who = {"self_adult", "other_adult", "child_5_15", "child_1_4", "infant"};
    const auto [message, expected] = GENERATE(table<std::string, std::string>({
        {"me", "self_adult"},
        {"it's about me", "self_adult"},
        {"another adult please", "other_adult"},
        {"1", "self_adult"},
        {"a toddler", "child_1_4"},
        {"my wife has a headache", "-"},
        {"yes", "-"},
        {"not sure", "unsure"},
    }));
    CAPTURE(message);
    CHECK(answered(asking(Style::one_of, who, who), message) == expected);
}

TEST_CASE("A choice takes words of its options, part of a label, or a number of one") {
    const Prompt where = asking(Style::one_of, {"location"}, {"upper", "lower", "both", "corner", "elsewhere"});
    const auto [message, expected] = GENERATE(table<std::string, std::string>({
        {"upper", "upper"},
        {"my bottom lip", "lower"},
        {"both", "both"},
        {"my chin", "elsewhere"},
        {"the second", "lower"},
        {"my upper lip. Or my lower lip", "which"},
        {"no idea", "unsure"},
        {"yes", "-"},
        {"lip", "-"},
    }));
    CAPTURE(message);
    CHECK(answered(where, message) == expected);
}

TEST_CASE("A bare number is the number of an option, whatever numbers the labels hold") {
    const Prompt when = asking(Style::one_of, {"resolved_when"}, {"day", "week", "longer"});
    CHECK(answered(when, "1") == "day");
    CHECK(answered(when, "the last one") == "longer");
    CHECK(answered(when, "the first two") == "-");
    CHECK(answered(when, "7") == "-");
}

TEST_CASE("A number takes a length of time, and asks again where it spans two bands") {
    const Prompt how_long = asking(Style::number, {"duration"}, {"today", "days", "two_weeks", "weeks", "months"});
    const auto [message, expected] = GENERATE(table<std::string, std::string>({
        {"about a fortnight", "two_weeks"},
        {"3 weeks", "weeks"},
        {"a day", "days"},
        {"a day or two", "days"},
        {"3 weeks, all day", "weeks"},
        {"a week or two", "which"},
        {"a few weeks", "weeks"},
        {"2-3 weeks", "which"},
        {"3 days, or 3 months", "which"},
        {"since yesterday", "days"},
        {"for ages", "months"},
        {"option 3", "two_weeks"},
        {"3", "-"},
        {"since Christmas", "-"},
        {"dunno", "unsure"},
    }));
    CAPTURE(message);
    CHECK(answered(how_long, message) == expected);
}

TEST_CASE("A number of years is an age, one of times a day a frequency") {
    Dialog dialog = shipped_dialog();
    const Prompt how_much = asking(Style::number, {"duration"}, {"today", "days", "two_weeks", "weeks", "months"});
    const auto number = [&](const std::string& unit, const std::string& message) {
        dialog.findings[how_much.findings.front()].unit = unit;
        const AnswerReading r = reading(how_much, message, dialog);
        return r.answer && r.answer->number ? *r.answer->number : -1;
    };
    CHECK(number("year", "he is 8") == 8);
    CHECK(number("year", "35") == 35);
    CHECK(number("year", "for 3 weeks") == -1);
    CHECK(number("per_day", "4 cups a day") == 4);
    CHECK(number("per_day", "about 3") == 3);
    CHECK(number("day", "3") == -1);
}
