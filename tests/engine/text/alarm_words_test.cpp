// Alarms as worried people write them, in the first message and in the middle of a conversation; and
// what sounds like one and is none.

#include <catch2/catch.hpp>

#include "engine/conversation.hpp"
#include "engine/text/shipped.hpp"

using namespace anamnesis;
using tests::Conversation;
using tests::shipped_dialog;

namespace {

std::vector<Conversation> places() {
    std::vector<Conversation> out(2, Conversation(shipped_dialog()));
    for (const char* denied : {"face", "arms", "speech"}) {
        Conversation& c = out.back();
        if (c.question() == "who") c.tap("who", {"self_adult"});
        c.tap(denied, {"no"});
    }
    REQUIRE(out.back().question() == "sudden");
    return out;
}

bool is_emergency_after(Conversation c, const std::string& text) {
    c.take(understand(c.dialog, c.session, text));
    return c.reply.ending && c.dialog.outcomes[c.reply.ending->verdict.outcome].level == Level::emergency;
}

void check_all(bool emergency, const std::vector<std::string>& messages) {
    for (const Conversation& place : places())
        for (const std::string& message : messages) {
            CAPTURE(place.question(), message);
            CHECK(is_emergency_after(place, message) == emergency);
        }
}

}  // namespace

TEST_CASE("Plain alarms") {
    check_all(true,
              {"MY FACE IS DROOPING", "my mouth has gone all lopsided!!", "face: droopy, speech: slurred",
               "half of my face stopped moving", "cant move half my face", "the tea ran out of my mouth",
               "I can't lift my left arm", "I can no longer lift my arm", "left side weakness", "dragging my left foot",
               "the words won't come out", "I sound drunk but I haven't had a drink", "everything is double",
               "worst headache ever", "I can barely breathe", "my chest feels tight", "my lip is twice its size",
               "I took a whole pack of paracetamol", "I am going to kill myself tonight"});
}

TEST_CASE("Alarms after a denial of something else") {
    check_all(true, {"no pain, just a numb arm", "no headache and my arm is weak",
                     "no chest pain, no fever, face drooping on the left", "it doesn't hurt but my face is drooping",
                     "not anxious at all, my face is drooping", "I don't think it's anxiety, my face is drooping",
                     "not only my lip, my whole face is drooping", "nothing else except my face is drooping",
                     "other than my face drooping I am fine", "no improvement, my arm is still weak",
                     "no my face is not fine, it is drooping",
                     "my face isn't drooping on the right but it is drooping on the left",
                     "I have never had a droopy face before today", "without any warning my arm went limp"});
}

TEST_CASE("Alarms beside a question or a doubt about something else") {
    check_all(
        true,
        {"is this a stroke my face is drooping", "is it normal that my face is drooping?", "why is my face drooping?",
         "what should I do my face is drooping", "can you help me my face is drooping", "how do I fix my droopy face",
         "should I call an ambulance my face droops on one side", "not sure if it matters but my face is drooping",
         "no idea why my face is drooping", "in case it matters my arm is numb", "what if I kill myself tonight",
         "honestly I might kill myself tonight"});
}

TEST_CASE("Alarms beside the past and other persons") {
    check_all(true, {"years ago I had a twitch and now my face is drooping",
                     "my mum had a stroke last year and now my face is drooping",
                     "my wife noticed my mouth is drooping on one side", "my boss told me I was slurring my words",
                     "my kids are screaming and my arm has gone numb", "my face is drooping like it did years ago"});
}

TEST_CASE("An alarm in the middle of a long story") {
    check_all(
        true,
        {"so I have had this lip twitch for three weeks and I thought it was coffee and stress from my new job but "
         "today at work my boss said I was slurring and I am off to bed now"});
}

TEST_CASE("Denials are no alarms") {
    check_all(false, {"my face is not drooping", "no drooping, no weakness, no slurred speech", "no trouble speaking",
                      "I don't have chest pain or trouble breathing", "no sudden headache", "haven't had any fits",
                      "I have never passed out", "my lips aren't swollen or numb", "not dizzy or confused",
                      "I am not suicidal", "I would never kill myself", "no plans to kill myself", "no facial weakness",
                      "there is no weakness"});
}

TEST_CASE("Questions, other people, old stories and figures of speech are no alarms") {
    check_all(false,
              {"can stress cause slurred speech?", "what does slurred speech mean", "will my face start to droop",
               "I googled slurred speech", "what if my face droops later", "if my arm went numb I would call you",
               "my dad had a stroke last year", "I had a seizure as a child", "this twitch is killing me",
               "I could murder a coffee", "I'm dying to know what it is", "I was numb with boredom", "I keep fit",
               "my leg twitches sometimes", "my lip keeps twitching when I talk", "everything costs double",
               "I took two paracetamol", "we ran out of tea"});
}
