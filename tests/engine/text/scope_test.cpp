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
