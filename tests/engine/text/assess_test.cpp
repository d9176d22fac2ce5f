// One message by itself.

#include <catch2/catch.hpp>

#include <algorithm>

#include <anamnesis/assessment.hpp>
#include <anamnesis/step.hpp>

#include "engine/text/shipped.hpp"

using namespace anamnesis;
using tests::shipped_dialog;

namespace {

Assessment assessed(const std::string& text, Inquiry inquiry = {}) { return assess(shipped_dialog(), inquiry, text); }

Assessment asked_in_words(const std::string& question, const std::string& text) {
    Inquiry inquiry;
    inquiry.question_text = question;
    return assessed(text, inquiry);
}

std::optional<Status> status_of(const Assessment& assessment, const std::string& finding) {
    for (const Mention& m : assessment.findings)
        if (m.finding == finding) return m.status;
    return std::nullopt;
}

}  // namespace

TEST_CASE("Who is meant by him or her") {
    CHECK(status_of(assessed("she denies chest pain"), "chest_pain") == Status::absent);
    CHECK(status_of(assessed("his face is drooping"), "face_droop") == Status::present);
    CHECK(status_of(assessed("I am with him and his face is drooping"), "face_droop") == Status::other_person);
    CHECK(status_of(assessed("my mum came. her face is drooping"), "face_droop") == Status::other_person);
}

TEST_CASE("What is over or only thought is told as such, though a conversation takes it as said") {
    const auto over = assessed("my face was drooping. It lasted ten minutes");
    CHECK(status_of(over, "face_droop") == Status::past);
    CHECK(status_of(assessed("I think my face is drooping"), "face_droop") == Status::uncertain);
    const Session fresh = start(shipped_dialog(), "en-GB").session;
    for (const char* text : {"my face was drooping. It lasted ten minutes", "I think my face is drooping"}) {
        const Acts acts = understand(shipped_dialog(), fresh, text);
        const bool said = std::any_of(acts.begin(), acts.end(), [](const Act& act) {
            const auto* m = std::get_if<Mention>(&act);
            return m && m->finding == "face_droop" && m->status == Status::present;
        });
        CHECK(said);
    }
}

TEST_CASE("What the dialog is about is told by the dialog's name, with its status") {
    CHECK(status_of(assessed("my lip keeps twitching"), "lip_twitching") == Status::present);
    CHECK(status_of(assessed("my lip isn't twitching"), "lip_twitching") == Status::absent);
    CHECK(status_of(assessed("my son's lip twitches, I am worried"), "lip_twitching") == Status::other_person);
    CHECK_FALSE(status_of(assessed("I like coffee"), "lip_twitching"));
}

TEST_CASE("Literal concepts in place of phrases") {
    Inquiry inquiry;
    inquiry.concepts = {"rales", "wheezes"};
    const auto found = assessed("No wheezes or rales. Face drooping.", inquiry).findings;
    REQUIRE(found.size() == 2);
    CHECK(found[0].finding == "wheezes");
    CHECK(found[0].status == Status::absent);
    CHECK(found[1].span == Span{14, 19});
}

TEST_CASE("A plain answer to a question in words is about what that names") {
    const auto no = asked_in_words("Any chest pain or trouble breathing?", "No.");
    CHECK(status_of(no, "chest_pain") == Status::absent);
    CHECK(status_of(no, "breathing_trouble") == Status::absent);
    CHECK(status_of(asked_in_words("Do you have chest pain?", "Yes"), "chest_pain") == Status::present);
    CHECK(asked_in_words("Any chest pain or trouble breathing?", "Yes").findings.empty());
    CHECK(status_of(asked_in_words("Are you sleeping okay?", "No"), "poor_sleep") == Status::present);
    CHECK(status_of(asked_in_words("Are you sleeping okay?", "Yes"), "poor_sleep") == Status::absent);
    CHECK(status_of(asked_in_words("Any fits?", "No, but my chest hurts"), "chest_pain") == Status::present);
}

TEST_CASE("Durations count where they are asked for, or nothing else is named") {
    const auto days = [](const Assessment& a) {
        std::vector<double> out;
        for (const Mention& m : a.findings)
            if (m.number) out.push_back(*m.number);
        return out;
    };
    CHECK(days(assessed("two days")) == std::vector<double>{2});
    CHECK(days(assessed("a headache. I was away for two days, my face is drooping")).empty());
    Inquiry inquiry;
    inquiry.question = find_prompt(shipped_dialog(), "duration");
    REQUIRE(inquiry.question);
    CHECK(days(assessed("two days or 3 weeks", inquiry)) == std::vector<double>{2, 21});
    CHECK_FALSE(find_prompt(shipped_dialog(), "nope"));
}

TEST_CASE("A message without words says nothing") {
    CHECK(assessed("").findings.empty());
    CHECK(assessed("?!").findings.empty());
    CHECK_FALSE(asked_in_words("Do you smoke?", "...").answer);
}
