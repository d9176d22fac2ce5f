#pragma once
// Words that are written in several ways: a phrase with "cant" is also heard in "cannot" and "can not".

#include <map>
#include <string>

#include "text/phrase.hpp"

namespace anamnesis {

class Contractions {
public:
    // By the word of a phrase, what it stands for, as a phrase: "cant" -> "(cant|cannot|can not)".
    explicit Contractions(const std::map<std::string, std::string>& forms);

    void widen(PhraseNode& phrase) const;

private:
    std::map<std::string, PhraseNode> forms_;
};

}  // namespace anamnesis
