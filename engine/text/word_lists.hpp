#pragma once
// The lists of words and phrases in common/lexicon that the engine asks for by name, those of scopes apart (scope.hpp).

#include <algorithm>
#include <array>
#include <string_view>

namespace anamnesis {

inline constexpr std::array<std::string_view, 79> kWordLists = {"answers.yes",
                                                                "answers.short_yes",
                                                                "answers.no",
                                                                "answers.short_no",
                                                                "answers.rather_no",
                                                                "answers.unsure",
                                                                "answers.goes_on",
                                                                "answers.after_short",
                                                                "answers.fillers",
                                                                "answers.yes_words",
                                                                "answers.no_words",
                                                                "answers.knows_not",
                                                                "answers.conditional",
                                                                "answers.asks_back",
                                                                "answers.echo_no",
                                                                "answers.echo_yes",
                                                                "answers.takes_back",
                                                                "answers.negative_question",
                                                                "answers.true",
                                                                "answers.false",
                                                                "answers.not",
                                                                "answers.opinion",
                                                                "answers.around_verdict",
                                                                "answers.sides",
                                                                "answers.before_side",
                                                                "answers.answer_nouns",
                                                                "answers.asks_first",
                                                                "answers.turns",
                                                                "answers.all",
                                                                "answers.pair",
                                                                "answers.except",
                                                                "answers.last",
                                                                "answers.of_all",
                                                                "answers.ordinal_words",
                                                                "age.after",
                                                                "age.before",
                                                                "age.is",
                                                                "age.person",
                                                                "age.person_is",
                                                                "age.goes_on",
                                                                "frequency.every",
                                                                "frequency.other",
                                                                "frequency.per",
                                                                "commands.help",
                                                                "commands.why",
                                                                "commands.known",
                                                                "commands.back",
                                                                "commands.repeat",
                                                                "commands.change",
                                                                "commands.start_over",
                                                                "commands.skip_all",
                                                                "commands.stop",
                                                                "commands.delete",
                                                                "commands.person",
                                                                "duration.before_one",
                                                                "duration.after_one",
                                                                "duration.between",
                                                                "duration.filler",
                                                                "duration.not_before",
                                                                "duration.not_after",
                                                                "duration.article",
                                                                "duration.of",
                                                                "duration.whole",
                                                                "duration.more",
                                                                "duration.latest",
                                                                "duration.over",
                                                                "calendar.after_holiday",
                                                                "calendar.parts",
                                                                "calendar.day_ends",
                                                                "calendar.last",
                                                                "calendar.this",
                                                                "calendar.of",
                                                                "calendar.before",
                                                                "calendar.ago",
                                                                "calendar.ambiguous",
                                                                "calendar.before_name",
                                                                "calendar.before_year",
                                                                "calendar.start",
                                                                "calendar.start_filler"};

// One of them, by its key path. Another string does not compile.
class WordList {
public:
    consteval WordList(const char* key)
        : number_(static_cast<std::size_t>(std::find(kWordLists.begin(), kWordLists.end(), key) - kWordLists.begin())) {
        if (number_ == kWordLists.size()) throw "no list that the engine knows";
    }

    constexpr std::size_t number() const { return number_; }

private:
    std::size_t number_;
};

}  // namespace anamnesis
