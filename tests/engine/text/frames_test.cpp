// The same symptom in many frames: what denies it sets no alarm, what tells of it does, what doubts it is unsure.

#include <catch2/catch.hpp>

#include <set>

#include "engine/text/shipped.hpp"
#include "engine/tiny_dialog.hpp"
#include "text/lexicon_data.hpp"
#include "text/readings.hpp"

using namespace anamnesis;

namespace {

struct Symptom {
    const char* finding;
    std::vector<std::string> names;
};

const std::vector<Symptom> kSymptoms = {
    {"face_droop", {"facial drooping", "drooping of my face", "a crooked smile"}},
    {"arm_leg_weakness", {"weakness in my arm", "a weak arm", "arm weakness"}},
    {"speech_sudden", {"slurred speech", "trouble speaking"}},
    {"face_numb_sudden", {"numbness in my face", "numb lips"}},
    {"vision_sudden", {"double vision", "loss of vision"}},
    {"breathing_trouble", {"shortness of breath", "trouble breathing"}},
    {"chest_pain", {"chest pain", "tightness in my chest"}},
    {"seizure", {"seizures", "convulsions"}},
    {"swallowing_trouble", {"trouble swallowing", "difficulty swallowing"}},
};

// "*" is the symptom.
const std::vector<std::string> kDenying = {"no *",
                                           "i have no *",
                                           "i don't have any *",
                                           "i dont have *",
                                           "i do not have *",
                                           "ive never had *",
                                           "there is no *",
                                           "there isn't any *",
                                           "no sign of *",
                                           "denies *",
                                           "without *",
                                           "i haven't noticed any *",
                                           "havent had any *",
                                           "*: no",
                                           "* - none",
                                           "*? no",
                                           "no fever, * or rash",
                                           "no rash, no fever and no *",
                                           "neither fever nor *",
                                           "i'm not having *",
                                           "no more *",
                                           "* was ruled out",
                                           "negative for *",
                                           "NO *",
                                           "i dnt have any *",
                                           "i aint got *"};
const std::vector<std::string> kTelling = {"*",
                                           "i have *",
                                           "i've got *",
                                           "ive had * since monday",
                                           "having *",
                                           "there is *",
                                           "not just twitching, also *",
                                           "*: yes",
                                           "*? yes",
                                           "no fever but *",
                                           "no fever. *",
                                           "i have no fever, but i do have *",
                                           "suffering from *",
                                           "* started today",
                                           "noticed *",
                                           "with * too",
                                           "I HAVE *",
                                           "i get *",
                                           "for 2 days now *",
                                           "help, *!!"};
const std::vector<std::string> kDoubting = {
    "maybe *",    "perhaps some *",    "not sure if i have *", "i might have *",      "i may have *",
    "could be *", "i wonder if its *", "unsure about *",       "im not sure about *", "i cant tell if its *"};

std::string framed(const std::string& frame, const std::string& symptom) {
    return std::string(frame).replace(frame.find('*'), 1, symptom);
}

std::set<Status> heard(const std::string& text, const std::string& finding) {
    std::set<Status> out;
    for (const Mention& m : find_mentions(tests::shipped_lexicon(), text))
        if (m.finding == finding) out.insert(m.status);
    return out;
}

std::set<std::string> alarms_present(const std::string& text) {
    std::set<std::string> out;
    const Dialog& d = tests::shipped_dialog();
    for (const Mention& m : find_mentions(tests::shipped_lexicon(), text))
        if (const auto f = d.find_finding(m.finding); f && d.findings[*f].flag && m.status == Status::present)
            out.insert(m.finding);
    return out;
}

template <class Check>
void in_frames(const std::vector<std::string>& frames, Check check) {
    for (const Symptom& symptom : kSymptoms)
        for (const std::string& name : symptom.names)
            for (const std::string& frame : frames) {
                const std::string text = framed(frame, name);
                CAPTURE(text);
                check(text, symptom.finding);
            }
}

}  // namespace

TEST_CASE("A symptom that is denied, in whatever words, sets no alarm") {
    in_frames(kDenying, [](const std::string& text, const std::string&) { CHECK(alarms_present(text).empty()); });
}

TEST_CASE("A symptom that is told of, in whatever words, is there") {
    in_frames(kTelling, [](const std::string& text, const std::string& finding) {
        CHECK(heard(text, finding).count(Status::present));
    });
}

TEST_CASE("A symptom that is doubted, in whatever words, is uncertain and never denied") {
    in_frames(kDoubting, [](const std::string& text, const std::string& finding) {
        CHECK(heard(text, finding) == std::set<Status>{Status::uncertain});
    });
}

TEST_CASE("Capitals, lost apostrophes and lost marks change nothing of what is said") {
    in_frames(kTelling, [](const std::string& text, const std::string& finding) {
        std::string shouted;
        for (char c : text)
            if (c != '\'') shouted += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        CHECK(heard(shouted, finding) == heard(text, finding));
    });
}
