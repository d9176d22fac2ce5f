// So, denied, doubted, past, of someone else, or only asked: the words around a phrase.

#include <catch2/catch.hpp>

#include "engine/text/shipped.hpp"
#include "text/phrase.hpp"
#include "text/scope.hpp"

using namespace anamnesis;

namespace {

Status status_in(const std::string& message, const std::string& phrase) {
    const Utterance u(message);
    const auto hits = u.find(Matcher(*pattern_of(phrase), Matcher::Prefer::first));
    if (hits.size() != 1) throw std::runtime_error("not once in: " + message);
    return Scopes(tests::shipped_lexicon(), u).status_of(hits.front());
}

void check_all(const std::string& phrase, Status expected, const std::vector<std::string>& messages) {
    for (const std::string& message : messages) {
        CAPTURE(message);
        CHECK(status_in(message, phrase) == expected);
    }
}

}  // namespace

TEST_CASE("Said to be so") {
    check_all(
        "numb", Status::present,
        {"numb", "my arm is numb", "it doesn't hurt but it is numb", "I haven't slept and my arm is numb",
         "no pain. My arm is numb", "not sure why my arm is numb", "no idea why it went numb",
         "not only weak, numb too", "I have never been so numb before today", "without any warning it went numb",
         "my wife says my arm is numb", "no it is numb", "it won't stop being numb", "never like this before, numb"});
}

TEST_CASE("Denied, along a list and not past its end") {
    check_all("numb", Status::absent,
              {"not numb", "my arm isn't numb", "no weak, tired or numb arm", "I don't have any numb arm",
               "no sign of a numb arm", "no more numb arm", "numb is ruled out", "never had a numb arm",
               "I don't think my arm is numb", "no pain or numb arm", "neither weak nor numb"});
    check_all(
        "numb", Status::present,
        {"no pain, just a numb arm", "no pain, only numb", "no pain but a numb arm", "no pain except a numb arm"});
}

TEST_CASE("Where each item of a list has its own no, what has none is not denied") {
    check_all("numb", Status::present, {"no pain, no fever, numb arm", "No fever, no rash, numb on the left"});
    check_all("numb", Status::absent,
              {"no pain, fever, numb arm", "no pain, no fever, no numb arm", "no, no fever, numb arm",
               "no pain, no fever or numb arm"});
}

TEST_CASE("Of the phrase's own words none denies it; of the words it leaps over one does") {
    CHECK(status_in("I can't feel my arm", "cant feel") == Status::present);
    CHECK(status_in("my face does not move", "face ~2 not move") == Status::present);
    CHECK(status_in("my face does not droop", "face ~3 droop") == Status::absent);
    CHECK(status_in("I have no trouble speaking", "trouble speaking") == Status::absent);
    CHECK(status_in("I have not peed", "not peed") == Status::present);
    CHECK(status_in("I haven't had any fits", "had any fits") == Status::absent);
}

TEST_CASE("Doubted") {
    check_all("numb", Status::uncertain,
              {"maybe it is numb", "it might be numb", "I'm not sure if it is numb", "numb maybe",
               "I can't tell if it is numb", "maybe not numb"});
    CHECK(status_in("I might kill myself", "kill myself") == Status::present);
}

TEST_CASE("Only asked") {
    check_all("numb", Status::hypothetical,
              {"is it numb?", "what if it goes numb", "can stress make me numb", "could anxiety cause a numb arm",
               "and is it usual to be numb?", "what does numb mean", "I googled numb arm", "in case it goes numb"});
    CHECK(status_in("what if I kill myself", "kill myself") == Status::present);
}

TEST_CASE("A question before a fact, or about one, does not take it back") {
    check_all("numb", Status::present,
              {"is this a stroke my arm is numb", "what should I do, my arm is numb", "can you help me my arm is numb",
               "should I call an ambulance my arm is numb", "is it normal that it is numb", "what is it? numb arm",
               "how bad is it, my arm is numb"});
}

TEST_CASE("Past") {
    check_all("numb", Status::past,
              {"I used to have a numb arm", "it was numb years ago", "as a child I had a numb arm", "no longer numb"});
    check_all("numb", Status::present, {"years ago I had a twitch and now my arm is numb"});
}

TEST_CASE("Of someone else, up to the next I or my") {
    check_all("numb", Status::other_person,
              {"my mum's arm is numb", "his arm is numb", "my friend has a numb arm", "a man with a numb arm"});
    check_all(
        "numb", Status::present,
        {"my mum had a stroke, my arm is numb", "my son is here and I am numb", "my husband noticed my arm is numb"});
}

TEST_CASE("A denial ends where a new statement begins without a comma") {
    check_all("numb", Status::present,
              {"don't tell me it is stress my arm is numb", "it is not stress my arm went numb"});
    check_all("numb", Status::absent, {"it doesn't feel like my arm is numb", "nothing in my arm is numb"});
}

TEST_CASE("A word at the end of a short part denies it") {
    check_all("numb", Status::absent,
              {"numb - none", "numb: no, weak: yes", "arm numb no, leg weak yes", "numb? none. weak? yes"});
    check_all("numb", Status::present, {"my arm has gone completely numb, no", "weak: no, numb: yes", "numb, no?"});
}

TEST_CASE("The first word of a longer trigger is about the phrase that begins within that") {
    CHECK(status_in("no change in vision", "change in vision") == Status::absent);
    CHECK(status_in("no change, numb", "numb") == Status::present);
    CHECK(status_in("without difficulty breathing", "difficulty breathing") == Status::absent);
}

TEST_CASE("As reports write it") {
    check_all("numb", Status::absent,
              {"denies feeling numb", "negative for numb fingers", "without evidence of numb areas",
               "numb fingers were not found", "no signs of numb areas", "nor was she numb"});
    check_all("numb", Status::present,
              {"no fever and positive for numb toes", "with no history of stroke who presents with a numb arm",
               "no specific cause for the numb arm"});
    check_all("numb", Status::past, {"history of numb hands"});
    check_all("numb", Status::present, {"two-day history of numb hands"});
}

TEST_CASE("Over: by its own clause, by the sentence behind it, or with all symptoms") {
    check_all("numb", Status::past,
              {"I was having numb hands", "my arm was numb", "numb hands resolved", "A numb arm. It lasted an hour.",
               "First a numb arm. Then weak. Symptoms resolved."});
    check_all("numb", Status::present, {"A numb arm. I think it stopped raining.", "my arm has been numb"});
}

TEST_CASE("Words of a figure of speech mean something else") {
    const Utterance u("I can't speak French");
    const Scopes scopes(tests::shipped_lexicon(), u);
    CHECK(scopes.is_figure({1, 3}));
    CHECK_FALSE(scopes.is_figure({0, 2}));
}

TEST_CASE("Other persons and those who are only called to help") {
    check_all("numb", Status::present, {"I called my mum as my arm is numb", "I showed my husband the numb arm"});
    CHECK_FALSE(Scopes(tests::shipped_lexicon(), Utterance("she is numb")).has_narrator());
    CHECK(Scopes(tests::shipped_lexicon(), Utterance("I saw she is numb")).has_narrator());
}
