// Letters that look like Latin ones are read as these.

#include <catch2/catch.hpp>

#include "text/lookalikes.hpp"
#include "text/normalise.hpp"

using namespace anamnesis;

TEST_CASE("Cyrillic and Greek letters that look Latin are so") {
    CHECK(latin_lookalike(0x430) == 'a');
    CHECK(latin_lookalike(0x3BF) == 'o');
    CHECK(latin_lookalike('a') == 0);
    CHECK(latin_lookalike(0x436) == 0);
    CHECK(latin_lookalike(0x131) == 'i');
    CHECK(latin_lookalike(0x51D) == 'w');
    CHECK(latin_lookalike(0x51E) == 0);
    CHECK(latin_lookalike(-1) == 0);
}

TEST_CASE("A word in disguise is the same word") {
    CHECK(normalise("f\xD0\xB0\xD1\x81\xD0\xB5").text == " face ");              // Cyrillic a, s, e
    CHECK(normalise("\xD0\x90\xD0\xA0\xD0\x9C").text == normalise("apm").text);  // their capitals
    CHECK(normalise("\xEF\xBD\x86\xEF\xBD\x81"
                    "ce")
              .text == " face ");  // wide letters
    CHECK(normalise("\xF0\x9D\x90\x9F\xF0\x9D\x90\x9A"
                    "ce")
              .text == " face ");                         // mathematical bold
    CHECK(normalise("2\xC2\xBD").text == " 2\xC2\xBD ");  // a half stays one
}
