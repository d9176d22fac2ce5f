// Many lists of short phrases, found at once.

#include <catch2/catch.hpp>

#include "text/lexicon.hpp"
#include "text/trigger_table.hpp"

using namespace anamnesis;

namespace {

// "list:words" for each hit.
std::vector<std::string> heard(const TriggerTable& table, const std::string& message) {
    const Utterance u(message);
    std::vector<std::string> out;
    for (const auto& hit : table.find(u)) out.push_back(std::to_string(hit.list) + ":" + std::string(u.text(hit.at)));
    return out;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("Of each list the longest phrase at each word is heard") {
    const TriggerTable table({{"no", "no sign of"}, {"no longer"}, {"sign"}});
    CHECK(heard(table, "No sign of it") == Words{"0:no sign of", "2:sign"});
    CHECK(heard(table, "no longer, no") == Words{"0:no", "1:no longer", "0:no"});
    CHECK(heard(table, "none").empty());
    CHECK(heard(TriggerTable(), "no").empty());
}

TEST_CASE("Alternatives, optional words, stems and gaps") {
    const TriggerTable table({{"(is|are) [really] not", "wonder*", "never ~2 before"}});
    CHECK(heard(table, "it is not") == Words{"0:is not"});
    CHECK(heard(table, "they are really not") == Words{"0:are really not"});
    CHECK(heard(table, "wondering") == Words{"0:wondering"});
    CHECK(heard(table, "never had it before") == Words{"0:never had it before"});
    CHECK(heard(table, "never before") == Words{"0:never before"});
    CHECK(heard(table, "never had it like this before").empty());
}

TEST_CASE("A phrase goes across a comma, not across the end of a sentence") {
    const TriggerTable table({{"not really"}});
    CHECK(heard(table, "not, really") == Words{"0:not , really"});
    CHECK(heard(table, "not. really").empty());
}

TEST_CASE("What a phrase stands for, word by word") {
    using Forms = std::vector<std::vector<std::string>>;
    CHECK(forms_of("(a|b c) d") == Forms{{"a", "d"}, {"b", "c", "d"}});
    CHECK(forms_of("[not] a") == Forms{{"not", "a"}, {"a"}});
    CHECK(forms_of("a ~1 b*") == Forms{{"a", "b*"}, {"a", "~", "b*"}});
    CHECK(forms_of("follow-up") == Forms{{"follow", "up"}});
}

TEST_CASE("A trigger is of plain words and stands for a bounded number of forms") {
    const std::string ten = "(a|b|c|d|e|f|g|h|i|j)", five = "(a|b|c|d|e)";
    CHECK_FALSE(trigger_error(ten + ten + ten + five));
    CHECK(forms_of(ten + ten + ten + five).size() == kTriggerFormsMax);
    CHECK(trigger_error(ten + ten + ten + five + " [x]"));
    CHECK(trigger_error("re2: not"));
    CHECK(trigger_error("(not"));
}
