#include "proof/text_notes.hpp"

#include <algorithm>

#include "proof/sentences.hpp"
#include "text/lexicon_data.hpp"

namespace anamnesis::proof {
namespace {

constexpr std::size_t kNamed = 10;  // of what was found; the count tells of the rest

std::string quoted(const std::string& text) { return "\"" + text + "\""; }

std::string told(const std::string& what, const std::vector<std::string>& found) {
    std::string out = std::to_string(found.size()) + " " + what;
    for (std::size_t i = 0; i < found.size() && i < kNamed; ++i) out += (i == 0 ? ": " : "; ") + found[i];
    return out + (found.size() > kNamed ? "; ..." : "");
}

bool is_alarm(const Finding& f) { return f.flag && *f.flag >= Level::urgent; }

// Every example against every other phrase.
std::string alarms_of_other_examples(const Dialog& d, const Language& language) {
    std::vector<std::string> found;
    std::size_t tried = 0;
    for (const auto& [meant, examples] : language.examples)
        for (const std::string& example : examples) {
            ++tried;
            const auto mentions = find_mentions(*language.lexicon, example);
            for (const Finding& f : d.findings)
                if (f.id != meant && is_alarm(f) && is_heard(mentions, f.id, ""))
                    found.push_back(quoted(example) + " of " + meant + " also says " + f.id);
        }
    return told("of " + std::to_string(tried) + " examples say an alarm that is not their own", found);
}

// The words of a sentence, some of them put otherwise: each line of `instead` is a word and what stands for it.
std::string put_otherwise(const std::string& sentence, const std::vector<std::string>& instead) {
    std::string out;
    for (const std::string& word : words_of(sentence)) {
        std::string plain;
        for (char c : word)
            if (c != '\'') plain += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
        const auto line = std::find_if(instead.begin(), instead.end(),
                                       [&](const std::string& l) { return l.rfind(plain + " ", 0) == 0; });
        out += (out.empty() ? "" : " ") + (line == instead.end() ? word : line->substr(plain.size() + 1));
    }
    return out;
}

// One kind of saying that it is not so, not now or not of this person: words before or after an example.
std::string not_silenced(const Dialog& d, const Language& language, const std::string& kind) {
    const auto& before = language.lexicon->trial_words("trials." + kind + ".before");
    const auto& after = language.lexicon->trial_words("trials." + kind + ".after");
    const auto& instead = language.lexicon->trial_words("trials." + kind + ".instead");
    std::vector<std::string> found;
    std::size_t tried = 0;
    const auto try_one = [&](const Finding& f, const std::string& sentence) {
        ++tried;
        if (is_heard(find_mentions(*language.lexicon, sentence), f.id, "")) found.push_back(quoted(sentence));
    };
    for (const Finding& f : d.findings) {
        const auto own = language.examples.find(f.id);
        if (!is_alarm(f) || own == language.examples.end()) continue;
        for (const std::string& written : own->second) {
            const std::string example = put_otherwise(written, instead);
            for (const std::string& words : before) try_one(f, words + " " + example);
            for (const std::string& words : after) try_one(f, example + " " + words);
        }
    }
    if (tried == 0) return {};
    return told("of " + std::to_string(tried) + " examples of red flags, said as " + kind + ", set them all the same",
                found);
}

void add_shared_sentences(const Finding& f, const Language& language, std::vector<std::string>& found) {
    for (std::size_t a = 0; a < f.options.size(); ++a)
        for (std::size_t b = a + 1; b < f.options.size(); ++b) {
            const auto sentence = shared_sentence(language, f.id, f.options[a].id, f.options[b].id);
            if (sentence.empty()) continue;
            found.push_back(f.id + ": " + quoted(sentence) + " says " + f.options[a].id + " and " + f.options[b].id);
        }
}

}  // namespace

bool is_heard(const std::vector<Mention>& mentions, const std::string& finding, const std::string& value) {
    return std::any_of(mentions.begin(), mentions.end(), [&](const Mention& m) {
        return m.finding == finding && m.value == value && m.status == Status::present;
    });
}

std::vector<std::string> text_notes(const Dialog& d, const Language& language) {
    std::vector<std::string> out{alarms_of_other_examples(d, language)};
    for (const char* kind : {"absent", "past", "other_person", "supposed"})
        if (auto note = not_silenced(d, language, kind); !note.empty()) out.push_back(std::move(note));
    std::vector<std::string> shared;
    for (const Finding& f : d.findings)
        if (f.type == FindingType::choice) add_shared_sentences(f, language, shared);
    out.push_back(told("pairs of options share a sentence, which is asked about again", shared));
    return out;
}

}  // namespace anamnesis::proof
