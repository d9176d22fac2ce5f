// Any bytes are safe, and no message of the longest kind takes long.

#include <catch2/catch.hpp>

#include <chrono>
#include <random>

#include "engine/conversation.hpp"
#include "engine/text/shipped.hpp"

using namespace anamnesis;
using tests::Conversation;
using tests::filled_with;
using tests::shipped_dialog;

namespace {

#ifdef NDEBUG
constexpr double kSecondsMax = 0.1;  // ten times what tests/bench allows: machines are shared
#else
constexpr double kSecondsMax = 20;
#endif

double seconds_to_understand(const Conversation& c, const std::string& message) {
    const auto begin = std::chrono::steady_clock::now();
    const Acts acts = understand(c.dialog, c.session, message);
    const auto end = std::chrono::steady_clock::now();
    CHECK_FALSE(acts.empty());
    return std::chrono::duration<double>(end - begin).count();
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

TEST_CASE("A letter under a heap of accents is read once, in bounded time") {
    std::string zalgo = "d";
    for (int i = 0; i < 4000; ++i) zalgo += "\xCC\x81";
    CHECK(seconds_to_understand(Conversation(shipped_dialog()), zalgo) < kSecondsMax);
}

TEST_CASE("An emergency counts at either end of a message that is read in full, not beyond") {
    const Conversation c(shipped_dialog());
    const std::string sign = "my face is drooping";
    const auto hears = [&](const std::string& message) {
        for (const Act& act : understand(c.dialog, c.session, message))
            if (const auto* m = std::get_if<Mention>(&act); m && m->finding == "face_droop") return true;
        return false;
    };
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
