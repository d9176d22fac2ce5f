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
