// Words that are written in several ways.

#include <catch2/catch.hpp>

#include "text/contractions.hpp"

using namespace anamnesis;

namespace {

std::string widened(const std::string& phrase) {
    Phrase out = *parse_phrase(phrase);
    const std::map<std::string, std::string> forms = {{"cant", "(cant|can not)"}};
    Contractions(forms).widen(out.root);
    return pattern_of(out);
}

}  // namespace

TEST_CASE("A phrase with a contraction is heard in all its forms") {
    CHECK(widened("i cant feel") == *pattern_of("i (cant|can not) feel"));
    CHECK(widened("[cant] (cant|won't) ~1 feel") == *pattern_of("[(cant|can not)] ((cant|can not)|wont) ~1 feel"));
    CHECK(widened("cantilever cant*") == *pattern_of("cantilever cant*"));
    CHECK(widened("re2:cant") == *pattern_of("re2:cant"));
}
