// One phrase read at one place; that it reads like RE2 stands in phrase_index_test.cpp.

#include <catch2/catch.hpp>

#include <sstream>

#include "text/phrase_program.hpp"

using namespace anamnesis;

namespace {

int end_of(const std::string& phrase, const std::string& message, Prefer prefer = Prefer::first) {
    Vocabulary vocabulary;
    const PhraseProgram program(parse_phrase(phrase)->root, vocabulary);
    WordSequence words;
    std::istringstream in(message);
    for (std::string word; in >> word;)
        if (word != "/")
            words.add(vocabulary, word, words.size() == 0 || in.str().find("/ " + word) == std::string::npos);
    std::vector<WordRange> gaps;
    return program.run(words, 0, prefer, gaps);
}

bool may_be_in(const std::string& phrase, const std::string& message) {
    Vocabulary vocabulary;
    const PhraseProgram program(parse_phrase(phrase)->root, vocabulary);
    std::vector<char> said(static_cast<std::size_t>(vocabulary.size()), 0);
    std::vector<Symbol> symbols;
    std::istringstream in(message);
    for (std::string word; in >> word;) vocabulary.append_symbols(word, symbols);
    for (Symbol symbol : symbols) said[static_cast<std::size_t>(symbol)] = 1;
    return program.may_be_in(said);
}

}  // namespace

TEST_CASE("A phrase may be in a message that has one of each of the words that it must have, in any order") {
    CHECK(may_be_in("(my|his) ~2 lip", "lip of his"));
    CHECK_FALSE(may_be_in("(my|his) ~2 lip", "my face"));
    CHECK(may_be_in("my [upper] lip*", "my lips"));
    CHECK(may_be_in("(my lip|her upper lip) twitch*", "twitching"));
    CHECK_FALSE(may_be_in("(my lip|her upper lip) twitch*", "my lip"));
}

TEST_CASE("A program tells where the reading ends that begins at a word") {
    CHECK(end_of("my lip", "my lip twitches") == 2);
    CHECK(end_of("my lip", "lip") == -1);
    CHECK(end_of("my [upper] lip", "my upper lip") == 3);
    CHECK(end_of("(my lip|my upper lip) twitch*", "my upper lip twitches") == 4);
    CHECK(end_of("my ~2 lip", "my left upper lip") == 4);
    CHECK(end_of("my ~2 lip", "my very left upper lip") == -1);
}

TEST_CASE("Nothing is read across what parts words") {
    CHECK(end_of("my lip", "my / lip") == -1);
    CHECK(end_of("my ~2 lip", "my / upper lip") == -1);
}

TEST_CASE("The first reading, or the longest") {
    CHECK(end_of("(not|not sure)", "not sure", Prefer::first) == 1);
    CHECK(end_of("(not|not sure)", "not sure", Prefer::longest) == 2);
    CHECK(end_of("not ~2 (sure|well)", "not sure or well", Prefer::longest) == 4);
}

TEST_CASE("A phrase of a thousand ways is read by a program, one of more is not") {
    // Each [x] doubles the ways, and each ~4 makes five of one: 2 * 2 * 2 * 5 * 5 * 5 = 1000.
    CHECK(PhraseProgram::is_for(parse_phrase("a [x] [x] [x] b ~4 c ~4 d ~4 e")->root));
    CHECK_FALSE(PhraseProgram::is_for(parse_phrase("a [x] [x] [x] b ~4 c ~4 d ~5 e")->root));
}
