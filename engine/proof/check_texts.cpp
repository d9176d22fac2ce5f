// What people write, tried out: sentences made from the phrases of one option, and the examples of what one list asks.

#include <algorithm>

#include "proof/checks.hpp"
#include "proof/sentences.hpp"
#include "proof/text_notes.hpp"
#include "text/lexicon_data.hpp"
#include "text/readings.hpp"

namespace anamnesis::proof {
namespace {

// Of a person or of whom they write about.
bool is_meant(const std::vector<Mention>& mentions, const std::string& finding) {
    return std::any_of(mentions.begin(), mentions.end(), [&](const Mention& m) { return m.finding == finding; });
}

bool is_denied(const std::vector<Mention>& mentions, const std::string& finding) {
    return std::any_of(mentions.begin(), mentions.end(),
                       [&](const Mention& m) { return m.finding == finding && m.status == Status::absent; });
}

class TextChecker {
public:
    TextChecker(const Dialog& dialog, const Language& language) : d_(dialog), language_(language) {}

    PropertyReport run() {
        for (const PhraseEntry& entry : language_.lexicon->entries())
            if (entry.kind == PhraseEntry::Kind::option)
                try_option(entry);
            else if (entry.kind == PhraseEntry::Kind::denial)
                try_denial(entry);
        for (FindingIndex f = 0; f < d_.findings.size(); ++f) try_examples(f);
        for (const Question& q : d_.questions)
            if (q.style == Style::one_of && q.asks.size() > 1) try_list(q);
        report_.says = "none of " + std::to_string(tried_) + " sentences is missed, or taken for something else";
        return std::move(report_);
    }

private:
    void try_option(const PhraseEntry& own) {
        for (const std::string& sentence : sentences_of(own.pattern, kSentencesMax))
            if (!is_heard(heard(sentence), own.id, own.value))
                complain(own.id + ": \"" + sentence + "\" is not heard as " + own.value);
    }

    void try_denial(const PhraseEntry& own) {
        for (const std::string& sentence : sentences_of(own.pattern, 1))
            if (!is_denied(heard(sentence), own.id))
                complain(own.id + ": \"" + sentence + "\" is not heard as a denial");
    }

    // A denial beside a fact is no reading; here it is one phrase too wide.
    void try_examples(FindingIndex f) {
        for (const std::string& example : examples(f)) {
            ++tried_;
            for (const HeardMention& m :
                 read_message(*language_.lexicon, Utterance(*language_.lexicon, example)).mentions)
                if (m.mention.finding == d_.findings[f].id && m.mention.status == Status::absent && m.is_denial)
                    complain(m.mention.phrase + " denies the example \"" + example + "\"");
        }
    }

    void try_list(const Question& q) {
        for (FindingIndex f : q.asks)
            for (const std::string& example : examples(f)) {
                const auto mentions = heard(example);
                if (is_meant(mentions, d_.findings[f].id)) continue;
                for (FindingIndex other : q.asks)
                    if (other != f && is_heard(mentions, d_.findings[other].id, ""))
                        complain(q.id + ": \"" + example + "\" is meant as " + d_.findings[f].id + " and heard as " +
                                 d_.findings[other].id);
            }
    }

    std::vector<Mention> heard(const std::string& sentence) {
        ++tried_;
        return find_mentions(*language_.lexicon, sentence);
    }

    std::vector<std::string> examples(FindingIndex f) const {
        const auto own = language_.examples.find(d_.findings[f].id);
        return own == language_.examples.end() ? std::vector<std::string>{} : own->second;
    }

    void complain(std::string what) {
        report_.result = ProofResult::violated;
        report_.found.push_back(std::move(what));
    }

    const Dialog& d_;
    const Language& language_;
    PropertyReport report_{"text", "", ProofResult::proved, {}, {}, {}, {}};
    int tried_ = 0;
};

}  // namespace

PropertyReport check_texts(const Dialog& d, std::vector<std::string>& notes) {
    PropertyReport out{"text", "there are no words to try", ProofResult::proved, {}, {}, {}, {}};
    for (const Language& language : d.languages) {
        if (!language.lexicon) continue;
        PropertyReport of_language = TextChecker(d, language).run();
        out.says = of_language.says;
        if (of_language.result == ProofResult::violated) out.result = ProofResult::violated;
        for (const std::string& found : of_language.found) out.found.push_back(language.tag + " " + found);
        for (const std::string& note : text_notes(d, language)) notes.push_back(language.tag + ": " + note);
    }
    return out;
}

}  // namespace anamnesis::proof
