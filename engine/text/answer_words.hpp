#pragma once
// Yes, no and not sure in words, whatever was asked.

#include <optional>
#include <string>

#include "text/utterance.hpp"
#include "text/word_lists.hpp"

namespace anamnesis {

class Lexicon;

enum class Said {
    yes,
    no,
    rather_no,  // "I don't think so"; and a "no" that only comes after other words
    unsure,
    conditional  // "only when I'm tired"
};

class AnswerWords {
public:
    AnswerWords(const Lexicon& lexicon, const Utterance& message);

    // How the message begins: the longest reading, so that "not sure" wins over "not".
    std::optional<Said> opening() const;

    // The message as the answer to one question. It may come late ("for the most part, yes") or say that a
    // statement is true. Nothing where it asks back, or says yes and no at once.
    // `asked`: the question, if it is known; to "don't you have pain?" "yes, I don't" is a no.
    std::optional<Said> whole(const Utterance* asked) const;

    bool is_filler(int i) const;

private:
    struct Reading {
        std::optional<Said> said;  // nothing: yes and no at once
        int end;                   // the token after it
    };
    std::optional<Reading> first_words() const;
    std::optional<Reading> first_word() const;
    std::optional<Said> verdict() const;
    bool read_verdict(const TokenRange& clause, std::optional<Said>& out) const;
    std::optional<Said> later() const;
    std::optional<Said> unless_taken_back(const Reading& first, const Utterance* asked) const;
    std::optional<Said> denied_in_words_of(const Utterance& asked) const;

    TokenRange longest(std::string_view list, std::optional<WordList> may_follow) const;
    bool is(WordList list, int i) const;
    bool is_clause(std::string_view list, int first) const;
    int end_of_clause(int first) const;
    bool is_side(int i) const;

    const Lexicon& lexicon_;
    const Utterance& u_;
    int first_ = 0;
};

}  // namespace anamnesis
