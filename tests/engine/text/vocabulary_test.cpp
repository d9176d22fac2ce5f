// What a word of a message can be.

#include <catch2/catch.hpp>

#include "text/vocabulary.hpp"

using namespace anamnesis;

TEST_CASE("A word is itself and each stem that it begins with") {
    Vocabulary vocabulary;
    const Symbol dro = vocabulary.add_stem("dro"), droop = vocabulary.add_stem("droop");
    const Symbol drooping = vocabulary.add_word("drooping"), lip = vocabulary.add_word("lip");
    const auto symbols = [&](std::string_view word) {
        std::vector<Symbol> out;
        vocabulary.append_symbols(word, out);
        return out;
    };
    CHECK(symbols("drooping") == std::vector{dro, droop, drooping});
    CHECK(symbols("drop") == std::vector{dro});
    CHECK(symbols("lip") == std::vector{lip});
    CHECK(symbols("lips").empty());
    CHECK(vocabulary.knows("droopy"));
    CHECK(vocabulary.knows("lip"));
    CHECK_FALSE(vocabulary.knows("lips"));
    CHECK_FALSE(vocabulary.knows("dr"));
    for (Symbol s : {dro, droop, drooping, lip}) CHECK(s < vocabulary.size());
}

TEST_CASE("A word and a stem of the same letters are two symbols") {
    Vocabulary vocabulary;
    CHECK(vocabulary.add_word("numb") != vocabulary.add_stem("numb"));
    CHECK(vocabulary.add_word("numb") == vocabulary.add_word("numb"));
}
