// Yes, no and not sure in words, whatever was asked. (Short answers: answer_test.cpp.)

#include <catch2/catch.hpp>

#include "engine/text/shipped.hpp"
#include "text/answer_words.hpp"

using namespace anamnesis;

namespace {

std::string name(std::optional<Said> said) {
    if (!said) return "-";
    switch (*said) {
        case Said::yes: return "yes";
        case Said::no: return "no";
        case Said::rather_no: return "rather no";
        case Said::unsure: return "unsure";
        case Said::conditional: break;
    }
    return "conditional";
}

std::string said(const std::string& message, const std::string& question = "Is there any pain?") {
    const Utterance u(message), asked(question);
    return name(AnswerWords(tests::shipped_lexicon(), u).whole(&asked));
}

}  // namespace

TEST_CASE("A statement that is true or false is a yes or a no") {
    const auto [message, expected] = GENERATE(table<std::string, std::string>({
        {"that is true", "yes"},
        {"what you said is quite correct", "yes"},
        {"the answer to that is a clear yes", "yes"},
        {"i would have to say yes", "yes"},
        {"that's not wrong", "yes"},
        {"that is not right", "no"},
        {"it is definitely a false statement", "no"},
        {"I said no, not yes", "no"},
        {"I don't think that is correct", "rather no"},
        {"is that right", "-"},
        {"that's right?", "-"},
        {"it's on the right", "-"},
        {"the right", "-"},
        {"the right answer is yes", "yes"},
        {"that is the true story of my wrong tooth", "-"},
    }));
    CAPTURE(message);
    CHECK(said(message) == expected);
}

TEST_CASE("An answer may come late") {
    CHECK(said("for the most part, yes") == "yes");
    CHECK(said("Good morning, doctor. Yes, that's correct.") == "yes");
    CHECK(said("I had a tooth out last year but no") == "rather no");
    CHECK(said("I can't tell myself, but yeah, my wife says so") == "yes");
    CHECK(said("I like tea, no sugar") == "-");
    CHECK(said("well, it is odd, yes. Then again, no.") == "-");
}

TEST_CASE("Who asks back has not answered") {
    for (const char* message :
         {"What do you mean by that?", "you mean like a cramp?", "Maybe. What does that mean?", "yes?", "like what"}) {
        CAPTURE(message);
        CHECK(said(message) == "-");
    }
    CHECK(said("yes, why?") == "yes");
}

TEST_CASE("Yes and no that what follows takes back are neither") {
    CHECK(said("yes, I don't") == "-");
    CHECK(said("no, I do") == "-");
    CHECK(said("yes no") == "-");
    CHECK(said("yes, I wondered about that too, but no") == "-");
    CHECK(said("No ... well actually, the jars are hard to open") == "-");
    CHECK(said("no, hang on, it does") == "-");
    CHECK(said("yes, I do") == "yes");
    CHECK(said("no, I don't") == "no");
    CHECK(said("well, no, actually") == "no");
    CHECK(said("no, it is just the lip") == "no");
}

TEST_CASE("To a question that denies, both words can agree") {
    CHECK(said("yes, I don't", "Don't you have pain?") == "no");
    CHECK(said("no, I don't", "Don't you have pain?") == "no");
    CHECK(said("Correct, none.", "So there is no pain?") == "no");
    CHECK(said("yes, I do", "Don't you have pain?") == "yes");
    CHECK(said("no, I do", "Don't you have pain?") == "-");
}

TEST_CASE("What is denied in the words of the question is a no") {
    CHECK(said("no pain") == "no");
    CHECK(said("No pains.") == "no");
    CHECK(said("no pain no") == "no");
    CHECK(said("no coffee") == "-");
}

TEST_CASE("Not knowing is never a no, whatever follows") {
    for (const char* message : {"no, I don't know", "I couldn't say how bad", "I'm not sure what the answer is",
                                "don't have any idea", "I can't decide", "it could be either", "that depends"}) {
        CAPTURE(message);
        CHECK(said(message) == "unsure");
    }
}

TEST_CASE("Only when, only if") {
    CHECK(said("only when I'm tired") == "conditional");
    CHECK(said("yes, but only if I run") == "conditional");
}
