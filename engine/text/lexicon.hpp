#pragma once
// What a language hears: the phrases of a dialog and the words that the engine itself listens for.
// Built once at load, immutable, shared by all conversations.

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <anamnesis/acts.hpp>

namespace anamnesis {

// One phrase of a script: what it names, and the key path under which it stands.
struct PhraseEntry {
    enum class Kind {
        finding,
        denial,   // "my speech is fine": what speaks against a finding
        option,   // of a choice, or a band of a number
        scale,    // of an option that several choices share: an answer to the open one
        context,  // of a number: a duration in the same sentence is this finding's
        topic,
        subject  // what the dialog is about
    };
    Kind kind = Kind::finding;
    std::string id;       // of the finding, scale or topic, as linked ("gad7.consent"); of the subject the dialog's
    std::string value;    // of an option or band: its id
    std::string key;      // "findings.face_droop.phrases/2"
    std::string pattern;  // as the author wrote it
};

// common/lexicon/<tag>.json, flattened: lists of phrases and numbers by key path
// ("answers.yes", "commands.help", "scope.absent.list", "numbers.couple", ...).
struct HeardWords {
    std::map<std::string, std::vector<std::string>> phrases;
    std::map<std::string, std::vector<std::string>> trials;  // not listened for: what a proof puts around examples
    std::map<std::string, double> numbers;
    std::map<std::string, std::string> spellings;     // chat spelling -> word: "cnt" -> "cant"
    std::map<std::string, std::string> contractions;  // word -> phrase: "cant" -> "(cant|can not)"
    std::vector<std::string> said;                    // texts of the program itself; their words are spelt well
    std::string real_words;                           // of the language, one a line, sorted; none: nothing is mended
};

// The key paths of phrase lists that a lexicon file must have.
const std::vector<std::string>& required_heard_words();

// Why this is no phrase, or nothing if it is one.
std::optional<std::string> phrase_error(std::string_view pattern);

// The same for the lists "scope.*", whose phrases are triggers.
std::optional<std::string> trigger_error(std::string_view pattern);

class Lexicon;

// All patterns must be free of phrase_error(); those that are not are left out.
std::shared_ptr<const Lexicon> make_lexicon(const std::vector<PhraseEntry>& entries, const HeardWords& words);

// What a text says of findings, with status and span, whatever question is open.
std::vector<Mention> find_mentions(const Lexicon& lexicon, std::string_view text);

}  // namespace anamnesis
