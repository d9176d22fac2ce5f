// What a message says, whatever question is open.

#include <catch2/catch.hpp>

#include "engine/text/shipped.hpp"
#include "text/readings.hpp"

using namespace anamnesis;

namespace {

Readings read(const std::string& message, About about = About::own) {
    Readings readings = read_message(tests::shipped_lexicon(), Utterance(message));
    settle_persons(readings, about);
    return readings;
}

std::vector<std::string> heard(const std::string& message) {
    std::vector<std::string> out;
    for (const HeardMention& m : read(message).mentions)
        out.push_back(m.mention.finding + (m.mention.value.empty() ? "" : "=" + m.mention.value));
    return out;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("Several facts of one message come in its order") {
    CHECK(heard("one side of my face is drooping and my speech is slurred") == Words{"face_droop", "speech_sudden"});
    CHECK(heard("the weather is fine") == Words{});
    CHECK(heard("") == Words{});
}

namespace {

// What a message says of one finding.
std::vector<Status> said_of(const std::string& finding, const std::string& message) {
    std::vector<Status> out;
    for (const HeardMention& m : read(message).mentions)
        if (m.mention.finding == finding) out.push_back(m.mention.status);
    return out;
}

using Statuses = std::vector<Status>;

}  // namespace

TEST_CASE("What is said to be fine is denied") {
    const std::vector<std::pair<std::string, std::string>> examples = {
        {"speech_sudden", "my speech is fine"},
        {"speech_sudden", "no droop, speech clear"},
        {"speech_sudden", "my lip twitches but I can talk normally"},
        {"arm_leg_weakness", "grip is equal"},
        {"arm_leg_weakness", "moves both arms ok"},
        {"arm_leg_weakness", "face, arms and speech are all fine"},
        {"face_droop", "smile symmetrical, strength 5/5"},
        {"vision_sudden", "vision normal. Speech fine"},
        {"vision_sudden", "nothing wrong with my vision"},
        {"breathing_trouble", "breathing easily, speaking in full sentences"},
        {"poor_sleep", "I sleep like a log"}};
    for (const auto& [finding, message] : examples) {
        CAPTURE(message);
        CHECK(said_of(finding, message) == Statuses{Status::absent});
    }
}

TEST_CASE("What is not fine, or fine only now and then, leaves a doubt") {
    for (const char* message :
         {"my speech is not fine", "my speech isn't clear", "I don't think my speech is fine", "speech far from normal",
          "nothing about my speech is normal", "neither my face nor my speech is fine", "my speech is fine now",
          "my speech is clear again", "my speech was fine until this morning", "usually my speech is fine",
          "my speech is fine most of the time", "my speech is almost normal", "is my speech fine?",
          "I think my speech is fine", "maybe my speech is fine", "my speech is fine unless I am tired",
          "I try to talk normally", "I wish my speech was normal"}) {
        CAPTURE(message);
        CHECK(said_of("speech_sudden", message) == Statuses{Status::uncertain});
    }
    CHECK(said_of("arm_leg_weakness", "my left arm is fine") == Statuses{Status::uncertain});
    CHECK(said_of("face_droop", "one side of my face is fine") == Statuses{Status::uncertain});
    CHECK(said_of("speech_sudden", "what if my speech is fine") == Statuses{Status::hypothetical});
}

TEST_CASE("What is fine takes no alarm back, and far from the part denies nothing") {
    CHECK(said_of("face_droop", "my face feels fine today but yesterday it drooped").back() == Status::present);
    CHECK(said_of("face_droop", "the face is drooping, otherwise I feel fine") == Statuses{Status::present});
    CHECK(said_of("speech_sudden", "my speech is slurred. The rest is fine") == Statuses{Status::present});
    CHECK(said_of("speech_sudden", "about my speech. I am fine") == Statuses{});
    CHECK(said_of("arm_leg_weakness", "I feel fine in general") == Statuses{});
    CHECK(said_of("speech_sudden", "my mum's speech is fine") == Statuses{Status::other_person});
}

TEST_CASE("A plain fact said often is heard once; a denial beside it is no reading") {
    CHECK(heard("face drooping face drooping face drooping") == Words{"face_droop"});
    const auto both = read("my face isn't drooping on the right. It is drooping on the left").mentions;
    REQUIRE(both.size() == 1);
    CHECK(both[0].mention.status == Status::present);
}

TEST_CASE("Of an option within another the wider counts; of two that stand apart neither") {
    CHECK(heard("upper and lower lip") == Words{"location=both"});
    CHECK(heard("upper lip") == Words{"location=upper"});
    const Readings torn = read("my upper lip. Then my lower lip");
    CHECK(torn.mentions.empty());
    CHECK(torn.torn == std::set<std::string>{"location"});
}

TEST_CASE("A length of time belongs to what its own sentence is about") {
    const auto twitch = read("my lip has been twitching for 3 weeks").mentions;
    REQUIRE(twitch.size() == 1);
    CHECK(twitch[0].mention.finding == "duration");
    CHECK(twitch[0].from == 21);
    CHECK(read("It is a nuisance. I was away for 3 weeks.").mentions.empty());
    CHECK(heard("my mum's lip twitched for 3 weeks") == Words{"other_adult"});
}

TEST_CASE("Topics are heard once each") {
    CHECK(read("can stress cause this? Can stress cause this?").topics == Words{"why_anxiety"});
}

TEST_CASE("A full stop between two scraps of speech parts no phrase, and no denial reaches across it") {
    CHECK(heard("FACE. DROOPING.") == Words{"face_droop"});
    CHECK(heard("Face. Drooping. Help.") == Words{"face_droop"});
    CHECK(read("No. Face. Drooping.").mentions.at(0).mention.status == Status::present);
    CHECK(heard("I washed my whole face. Drooping flowers are sad.") == Words{});
}

TEST_CASE("Figures of speech are not heard") {
    CHECK(heard("I can't speak French") == Words{});
    CHECK(heard("I can't speak") == Words{"speech_sudden"});
}

TEST_CASE("Of others, as the conversation is about them or not") {
    const auto status = [](const std::string& message, About about) {
        for (const HeardMention& m : read(message, about).mentions)
            if (m.mention.finding == "chest_pain") return m.mention.status;
        throw std::runtime_error("not heard: " + message);
    };
    CHECK(status("he has chest pain", About::own) == Status::other_person);
    CHECK(status("he has chest pain", About::third) == Status::present);
    CHECK(status("he has no chest pain", About::other) == Status::absent);
}
