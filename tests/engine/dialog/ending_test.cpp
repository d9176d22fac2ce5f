// What an outcome says: its message, then the sections that it shows.

#include <catch2/catch.hpp>

#include "dialog/turn.hpp"
#include "engine/conversation.hpp"
#include "engine/tiny_dialog.hpp"

using namespace anamnesis;
using tests::knee_dialog;
using Ids = std::vector<std::string>;
using Values = std::initializer_list<std::pair<const char*, const char*>>;

namespace {

struct Told {
    explicit Told(Values said) {
        const Dialog& d = knee_dialog();
        session.findings = tests::facts(d, said);
        const Effective v = effective(d, session.findings);
        ending = ending_for(d, v, verdict(d, v));
        messages = outcome_messages(d, session, ending, false);
    }

    Ids keys() const {
        Ids out;
        for (const Message& m : messages) out.push_back(m.text.key);
        return out;
    }

    const Message* find(const std::string& key) const {
        for (const Message& m : messages)
            if (m.text.key == key) return &m;
        return nullptr;
    }

    Session session;
    Ending ending;
    std::vector<Message> messages;
};

const Values kRunner = {{"leg_cold", "no"}, {"leg_weak", "no"},     {"chest_pain", "no"}, {"wound", "no"},
                        {"fever", "no"},    {"new_medicine", "no"}, {"pregnant", "no"},   {"duration", "long"},
                        {"running", "yes"}, {"stress", "yes"},      {"worry_1", "daily"}, {"worry_2", "never"}};

}  // namespace

TEST_CASE("An emergency tells what to do, why, and the facts behind it; nothing of causes") {
    const Told told({{"leg_cold", "yes"}, {"running", "yes"}});
    CHECK(told.keys() == Ids{"outcomes.call_now.say", "rules.E01.why", "engine.outcome.because"});
    CHECK(told.messages[0].cites == Ids{"S1"});
    CHECK(told.ending.causes.empty());
    CHECK(told.ending.advice.empty());
}

TEST_CASE("Why: every rule at the winning level, and each fact once") {
    const Told told({{"leg_cold", "yes"}, {"leg_weak", "yes"}, {"fever", "yes"}});
    CHECK(told.keys() == Ids{"outcomes.call_now.say", "rules.E01.why", "rules.E02.why", "engine.outcome.because"});
    CHECK(told.find("rules.E02.why")->cites == Ids{"S2"});
    CHECK(told.find("engine.outcome.because")->text.list.size() == 2);
}

TEST_CASE("Sections come in the order in which the outcome shows them") {
    const Told told(kRunner);
    CHECK(told.keys() == Ids{"outcomes.see_someone.say", "engine.outcome.score", "findings.worry.options.high.label",
                             "engine.outcome.causes", "engine.cause.often", "causes.overuse.says",
                             "engine.cause.because", "engine.cause.can", "engine.cause.because", "engine.cause.rarely",
                             "engine.cause.because", "engine.outcome.advice", "advice.rest.text", "advice.breathe.text",
                             "advice.water.text", "engine.outcome.watch_for"});
}

TEST_CASE("Causes are named with their sub-cause, the strongest first, with their citations") {
    const Told told(kRunner);
    const Message* overuse = told.find("engine.cause.often");
    REQUIRE(overuse->text.list.size() == 2);
    CHECK(overuse->text.list[0].key == "causes.overuse.name");
    CHECK(overuse->text.list[1].key == "causes.overuse.subs.runner");
    CHECK(overuse->cites == Ids{"S1", "S2"});
}

TEST_CASE(
    "A score is shown with its points and band when it is known; with an item left out it says that there is none") {
    const Told known(kRunner);
    CHECK(known.find("engine.outcome.score")->text.number == 2);
    const Told unknown({{"leg_cold", "no"},
                        {"leg_weak", "no"},
                        {"chest_pain", "no"},
                        {"wound", "no"},
                        {"fever", "no"},
                        {"new_medicine", "no"},
                        {"pregnant", "no"},
                        {"duration", "long"},
                        {"worry_1", "daily"},
                        {"worry_2", "unsure"}});
    REQUIRE(unknown.find("outcomes.see_someone.say"));
    CHECK(unknown.find("engine.outcome.score") == nullptr);
    CHECK(unknown.find("engine.outcome.no_score"));
}

TEST_CASE("A tip comes with a cause it is for, under its condition, and not where something speaks against it") {
    const auto advice_with = [](const char* running, const char* pregnant) {
        const Told told({{"leg_cold", "no"},
                         {"leg_weak", "no"},
                         {"chest_pain", "no"},
                         {"wound", "no"},
                         {"fever", "no"},
                         {"new_medicine", "no"},
                         {"pregnant", pregnant},
                         {"pregnancy_danger", "no"},
                         {"duration", "long"},
                         {"running", running}});
        Ids out;
        for (std::size_t i : told.ending.advice) out.push_back(knee_dialog().advice[i].id);
        return out;
    };
    CHECK(advice_with("yes", "no") == Ids{"rest", "water"});
    CHECK(advice_with("no", "no") == Ids{"water"});
    CHECK(advice_with("yes", "yes") == Ids{"water"});
}

TEST_CASE("What to watch for is one list") {
    const Told told({{"fever", "yes"}});
    const Message* watch = told.find("engine.outcome.watch_for");
    REQUIRE(watch);
    CHECK(watch->text.list == std::vector<TextRef>{{"watch_for.worse", {}, {}}});
}

TEST_CASE("Said again, it is the message alone") {
    const Told told(kRunner);
    const auto again = outcome_messages(knee_dialog(), told.session, told.ending, true);
    REQUIRE(again.size() == 1);
    CHECK(again[0].text.key == "outcomes.see_someone.say");
}
