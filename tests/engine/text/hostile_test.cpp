// Any bytes are safe, and no message of the longest kind takes long.

#include <catch2/catch.hpp>

#include <ctime>
#include <fstream>
#include <random>
#include <set>

#include <nlohmann/json.hpp>

#include "engine/conversation.hpp"
#include "engine/text/shipped.hpp"
#include "engine/tiny_dialog.hpp"

using namespace anamnesis;
using tests::Conversation;
using tests::filled_with;
using tests::shipped_dialog;

namespace {

#ifdef NDEBUG
constexpr double kSecondsMax = 0.05;  // of CPU; five times what tests/bench allows: machines are shared
#else
constexpr double kSecondsMax = 20;
#endif

double seconds_to_understand(const Conversation& c, const std::string& message) {
    const std::clock_t begin = std::clock();
    const Acts acts = understand(c.dialog, c.session, message);
    const std::clock_t end = std::clock();
    CHECK_FALSE(acts.empty());
    return static_cast<double>(end - begin) / CLOCKS_PER_SEC;
}

bool hears_droop(const Conversation& c, const std::string& message) {
    for (const Act& act : understand(c.dialog, c.session, message)) {
        const auto* m = std::get_if<Mention>(&act);
        if (m && m->finding == "face_droop" && m->status != Status::absent) return true;
    }
    return false;
}

void check_spans(const Acts& acts, const std::string& message) {
    for (const Act& act : acts)
        if (const auto* m = std::get_if<Mention>(&act)) {
            CHECK(0 <= m->span.from);
            CHECK(m->span.from < m->span.to);
            CHECK(m->span.to <= static_cast<int>(message.size()));
        }
}

}  // namespace

TEST_CASE("The longest messages are understood in a moment") {
    Conversation c(shipped_dialog());
    c.tap("who", {"self_adult"});
    const std::string unit = GENERATE(from_range(std::begin(tests::kHostileUnits), std::end(tests::kHostileUnits)));
    CAPTURE(unit);
    CHECK(seconds_to_understand(c, filled_with(unit)) < kSecondsMax);
}

TEST_CASE("No word that denies, doubts or asks makes the longest message slow, and none hides an alarm before it") {
    const Conversation c(shipped_dialog());
    std::ifstream in(tests::source_path("dialogs/common/lexicon/en-GB.json"));
    std::set<std::string> words;
    const nlohmann::json scope = nlohmann::json::parse(in).at("scope").flatten();
    for (const auto& [path, value] : scope.items()) {
        const std::vector<std::string> parts = tests::words_in(value.get<std::string>());
        words.insert(parts.begin(), parts.end());
    }
    CHECK(words.size() > 300);
    const std::string alarm = "my face is drooping. ";
    for (const std::string& word : words) {
        CAPTURE(word);
        const std::string message = alarm + filled_with(word + " ").substr(0, kMessageBytesMax - alarm.size());
        CHECK(seconds_to_understand(c, message) < kSecondsMax);
        CHECK(hears_droop(c, message));
    }
}

TEST_CASE("A megabyte is read up to its bound, and is no answer and no denial") {
    Conversation c(shipped_dialog());
    c.tap("who", {"self_adult"});
    const std::string megabyte = std::string("no, no drooping. ") + std::string(1 << 20, ' ') + "my face is drooping";
    CHECK(seconds_to_understand(c, megabyte) < kSecondsMax);
    CHECK(understand(c.dialog, c.session, megabyte) == Acts{NotUnderstood{NotUnderstood::Reason::unknown}});
    CHECK(hears_droop(c, "my face is drooping. " + megabyte));
}

TEST_CASE("A letter under a heap of accents is read once, in bounded time") {
    std::string zalgo = "d";
    for (int i = 0; i < 4000; ++i) zalgo += "\xCC\x81";
    CHECK(seconds_to_understand(Conversation(shipped_dialog()), zalgo) < kSecondsMax);
}

TEST_CASE("An emergency counts at either end of a message that is read in full, not beyond") {
    const Conversation c(shipped_dialog());
    const std::string sign = "my face is drooping";
    const auto hears = [&](const std::string& message) { return hears_droop(c, message); };
    const std::string rest = filled_with("well. ").substr(0, 10000);
    CHECK(hears(sign + ". " + rest));
    CHECK(hears(rest + ". " + sign));
    CHECK_FALSE(hears(std::string(kMessageBytesMax, ' ') + sign));
}

TEST_CASE("Words in disguise are heard: accents, widths, directions, invisible characters") {
    const Conversation c(shipped_dialog());
    const std::string message = GENERATE("my face is dr\xE2\x80\x8Boop\xC2\xADing",
                                         "my \xE2\x80\x8F"
                                         "face\xE2\x80\x8E is drooping",
                                         "my face is DROOPING\xEF\xBC\x81",
                                         "my\xC2\xA0"
                                         "face is drooping",
                                         "\xF0\x9F\x98\xAD"
                                         "face\xF0\x9F\x98\xAD"
                                         "drooping\xF0\x9F\x98\xAD",
                                         "my face is dr\xD0\xBE\xD0\xBEping",  // two letters of another alphabet
                                         "my \xFF"
                                         "face is drooping",  // no UTF-8
                                         "my face is droooooooping");
    CAPTURE(message);
    const Acts acts = understand(c.dialog, c.session, message);
    REQUIRE(std::get_if<Mention>(&acts.front()));
    CHECK(std::get<Mention>(acts.front()).finding == "face_droop");
}

TEST_CASE("Random bytes and random pieces of sense give acts with spans inside the message") {
    const std::vector<std::string> pieces = {
        "my face ",         "is drooping", " no ", ", ", ". ", "\n",   "3 weeks ", "\xE2\x80", "\xCC\x81",
        "\xF0\x9F\x98\xAD", "'",           "-",    "&",  "(",  "\x80", "maybe ",   "my mum ",  "I "};
    std::mt19937 random(20261125);
    Conversation c(shipped_dialog());
    for (int i = 0; i < 400; ++i) {
        std::string message;
        for (auto n = random() % 40; n > 0; --n)
            message +=
                random() % 3 ? pieces[random() % pieces.size()] : std::string(1, static_cast<char>(random() % 256));
        const Acts acts = understand(c.dialog, c.session, message);
        CHECK_FALSE(acts.empty());
        check_spans(acts, message);
        c.take(acts);
    }
}
