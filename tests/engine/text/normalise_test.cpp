// One form for everything that people type.

#include <catch2/catch.hpp>

#include "text/normalise.hpp"

using namespace anamnesis;

namespace {

std::string text_of(const std::string& message) { return normalise(message).text; }

}  // namespace

TEST_CASE("Words and marks are tokens between single spaces, in lower case") {
    const auto [message, text] = GENERATE(table<std::string, std::string>({
        {"My LIPS won't stop.", " my lips wont stop . "},
        {"won\xE2\x80\x99t", " wont "},
        {"  two \t spaces ", " two spaces "},
        {"lip/mouth", " lip mouth "},
        {"coffee & tea", " coffee and tea "},
        {"(left) side: weak", " , left , side , weak "},
        {"pre-workout", " pre workout "},
        {"lip - twitching", " lip , twitching "},
        {"2-3 weeks", " 2 - 3 weeks "},
        {"2 - 3 weeks", " 2 - 3 weeks "},
        {"1.5 days.", " 1.5 days . "},
        {"help!!!!", " help ! "},
        {"sooooo weak", " soo weak "},
        {"1000", " 1000 "},
        {"STRASSE stra\xC3\x9F"
         "e",
         " strasse strasse "},
        {"caf\xC3\xA9 cafe\xCC\x81", " caf\xC3\xA9 caf\xC3\xA9 "},
        {"\xEF\xBC\xA1rm", " arm "},
    }));
    CAPTURE(message);
    CHECK(text_of(message) == text);
}

TEST_CASE("Without words there is only the space at the beginning") {
    const std::string message =
        GENERATE(as<std::string>{}, "", "   ", "\xF0\x9F\x98\xAD\xF0\x9F\x98\xAD", "'", "-", std::string(3, '\0'));
    CHECK(text_of(message) == " ");
}

TEST_CASE("What cannot be seen vanishes; what is no text parts words") {
    CHECK(text_of("dro\xE2\x80\x8Bop\xE2\x80\x8Fing") == " drooping ");  // zero width, right-to-left mark
    CHECK(text_of("\xE2\x80\xAE"
                  "arm weak\xE2\x80\xAC") == " arm weak ");  // overridden direction
    CHECK(text_of("arm\xF0\x9F\x98\xADweak") == " arm weak ");
    CHECK(text_of("arm\x01weak") == " arm weak ");
    CHECK(text_of("arm\xFFweak") == " arm weak ");
    CHECK(text_of("arm\xC3") == " arm ");
}

TEST_CASE("Every byte knows where in the message it was") {
    const std::string message = "My  lips WON'T \xF0\x9F\x98\xAD stop";
    const Normalised n = normalise(message);
    const auto said = [&](const std::string& word) {
        const auto at = static_cast<int>(n.text.find(word));
        const Span span = n.span(at, at + static_cast<int>(word.size()));
        return message.substr(static_cast<std::size_t>(span.from), static_cast<std::size_t>(span.to - span.from));
    };
    CHECK(said("my") == "My");
    CHECK(said("wont") == "WON'T");
    CHECK(said("stop") == "stop");
    CHECK(n.from.size() == n.text.size());
    CHECK(n.to.size() == n.text.size());
}

TEST_CASE("A message is read up to its limit, and it is known that there was more") {
    const std::string longest(kMessageBytesMax, '7');
    CHECK(normalise(longest).whole);
    CHECK(normalise(longest).text.size() == kMessageBytesMax + 2);
    CHECK_FALSE(normalise(longest + "7").whole);
    CHECK(normalise(longest + "7").text == normalise(longest).text);
}
