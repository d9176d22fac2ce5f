// Words by number and back.

#include <catch2/catch.hpp>

#include "text/word_map.hpp"

using namespace anamnesis;

TEST_CASE("Words are numbered in the order of adding, each once") {
    WordMap words;
    CHECK(words.find("face") == WordMap::kNone);
    CHECK(words.add("face") == 0);
    CHECK(words.add("lip") == 1);
    CHECK(words.add("face") == 0);
    CHECK(words.size() == 2);
    CHECK(words[1] == "lip");
    CHECK(words.find("li") == WordMap::kNone);
}

TEST_CASE("A thousand words are all found, and no other") {
    WordMap words;
    for (int i = 0; i < 1000; ++i) CHECK(words.add("w" + std::to_string(i)) == i);
    for (int i = 0; i < 1000; ++i) CHECK(words.find("w" + std::to_string(i)) == i);
    CHECK(words.find("w1000") == WordMap::kNone);
    CHECK(words.find("") == WordMap::kNone);
}

TEST_CASE("A hash grows letter by letter") {
    WordMap words;
    words.add("droop");
    WordHash hash;
    for (char c : std::string("droop")) hash += c;
    CHECK(words.find("droop", hash) == 0);
    CHECK(hash.value() == (WordHash() += "droop").value());
}
