// What a language hears, built once.

#include <catch2/catch.hpp>

#include "engine/text/shipped.hpp"

using namespace anamnesis;

namespace {

PhraseEntry finding(const std::string& id, const std::string& pattern) {
    return {PhraseEntry::Kind::finding, id, {}, "findings." + id + ".phrases/0", pattern};
}

}  // namespace

TEST_CASE("A lexicon of two phrases hears them, and nothing of words that it was not given") {
    const auto lexicon = make_lexicon({finding("droop", "droop*"), finding("numb", "numb")}, {});
    const auto mentions = find_mentions(*lexicon, "No, it DROOPED. And numb!");
    REQUIRE(mentions.size() == 2);
    CHECK(mentions[0] == Mention{"droop", Status::present, {}, {}, "findings.droop.phrases/0", {7, 14}});
    CHECK(mentions[1].finding == "numb");
}

TEST_CASE("What is no phrase is left out") {
    const auto lexicon =
        make_lexicon({finding("bad", "(droop"), finding("bad", "re2:(droop"), finding("good", "droop")}, {});
    CHECK(lexicon->entries().size() == 1);
}

TEST_CASE("Lists are phrases, plain words and numbers at once") {
    HeardWords words;
    words.phrases["answers.no"] = {"no", "not (at all|really)"};
    words.numbers["numbers.three"] = 3;
    const auto lexicon = make_lexicon({}, words);
    CHECK(lexicon->list("answers.no").find(Utterance("not really")).size() == 1);
    CHECK(lexicon->list("answers.yes").find(Utterance("yes")).empty());
    CHECK(lexicon->is_word_of("answers.no", "no"));
    CHECK_FALSE(lexicon->is_word_of("answers.no", "not"));
    CHECK_FALSE(lexicon->is_word_of("answers.yes", "yes"));
    CHECK(lexicon->number("numbers", "three") == 3);
    CHECK_FALSE(lexicon->number("numbers", "four"));
}

TEST_CASE("The lists that the engine listens to hear what people say") {
    const std::map<std::string, std::string> examples = {{"answers.yes", "uh huh"},
                                                         {"answers.takes_back", "hang on"},
                                                         {"answers.short_yes", "it is"},
                                                         {"answers.no", "nope"},
                                                         {"answers.short_no", "it isn't"},
                                                         {"answers.rather_no", "I don't think so"},
                                                         {"answers.unsure", "dunno"},
                                                         {"answers.goes_on", "because"},
                                                         {"answers.after_short", "but"},
                                                         {"answers.fillers", "um"},
                                                         {"answers.ordinal_words", "number"},
                                                         {"commands.help", "help"},
                                                         {"commands.why", "why do you ask"},
                                                         {"commands.known", "what do you know about me"},
                                                         {"commands.back", "go back"},
                                                         {"commands.repeat", "say that again"},
                                                         {"commands.change", "change my answer"},
                                                         {"commands.start_over", "start again"},
                                                         {"commands.skip_all", "no more questions"},
                                                         {"commands.stop", "stop"},
                                                         {"commands.delete", "delete my data"},
                                                         {"commands.person", "are you a robot"},
                                                         {"duration.before_one", "for"},
                                                         {"duration.after_one", "ago"},
                                                         {"duration.between", "to"},
                                                         {"duration.filler", "whole"},
                                                         {"duration.not_before", "every"},
                                                         {"duration.not_after", "old"},
                                                         {"scope.other_person.before", "my mum"},
                                                         {"scope.other_person.third", "he"},
                                                         {"scope.other_person.end", "mine"},
                                                         {"scope.hypothetical.before", "what if"},
                                                         {"scope.hypothetical.opening", "is it"},
                                                         {"scope.hypothetical.lead", "but"},
                                                         {"scope.hypothetical.end", "my face is"},
                                                         {"scope.past.before", "used to have"},
                                                         {"scope.past.around", "years ago"},
                                                         {"scope.over.before", "was having"},
                                                         {"scope.over.after", "has resolved"},
                                                         {"scope.over.sentence", "it lasted"},
                                                         {"scope.over.all", "symptoms resolved"},
                                                         {"scope.uncertain.thought", "I think I"},
                                                         {"scope.uncertain.before", "maybe"},
                                                         {"scope.uncertain.after", "not sure"},
                                                         {"scope.absent.list", "no"},
                                                         {"scope.absent.before", "isn't"},
                                                         {"scope.absent.after", "ruled out"},
                                                         {"scope.absent.label", "none"},
                                                         {"scope.figure", "speak French"},
                                                         {"scope.joins", "that"},
                                                         {"scope.limit.before", "not fine"},
                                                         {"scope.limit.after", "fine now"},
                                                         {"scope.pseudo", "no idea"},
                                                         {"scope.end", "but"},
                                                         {"scope.subject", "my"},
                                                         {"scope.pronoun", "I"},
                                                         {"scope.first_person", "mine"}};
    const auto& required = required_heard_words();
    for (const auto& [key, example] : examples) {
        CAPTURE(key);
        CHECK(std::find(required.begin(), required.end(), key) != required.end());
        CHECK(tests::shipped_lexicon().list(key).find(Utterance(example)).size() > 0);
    }
}
