#include "text/contractions.hpp"

namespace anamnesis {

Contractions::Contractions(const std::map<std::string, std::string>& forms) {
    for (const auto& [word, form] : forms)
        if (const auto phrase = parse_phrase(form)) forms_.emplace(word, phrase->root);
}

void Contractions::widen(PhraseNode& phrase) const {
    const auto form = phrase.kind == PhraseNode::Kind::word ? forms_.find(phrase.text) : forms_.end();
    if (form != forms_.end()) {
        phrase = form->second;
        return;
    }
    for (PhraseNode& part : phrase.parts) widen(part);
}

}  // namespace anamnesis
