#include <algorithm>
#include <set>

#include "script/words.hpp"

namespace anamnesis {
namespace {

constexpr std::size_t kExamplesMin = 3;

// What the dialog is about, in the form of a finding: "lip-twitching" is of "lip_twitching".
std::string subject_of(std::string dialog) {
    std::replace(dialog.begin(), dialog.end(), '-', '_');
    return dialog;
}

class LanguageMaker {
public:
    LanguageMaker(const Words& words, const Dialog& dialog, Diagnostics& diagnostics)
        : words_(words), d_(dialog), diagnostics_(diagnostics) {}

    std::vector<PhraseEntry> entries() {
        std::vector<PhraseEntry> out;
        add(out, PhraseEntry::Kind::subject, subject_of(d_.id), "", "dialog.phrases");
        for (const Finding& f : d_.findings) {
            const std::string at = "findings." + f.id;
            const bool number = f.type == FindingType::number;
            const auto kind = number ? PhraseEntry::Kind::context : PhraseEntry::Kind::finding;
            add(out, kind, f.id, "", at + ".phrases");
            if (f.type == FindingType::yes_no) add(out, PhraseEntry::Kind::denial, f.id, "", at + ".denials");
            if (!f.scale.empty()) continue;
            for (const Option& o : f.options)
                add(out, PhraseEntry::Kind::option, f.id, o.id, option_path(f, o.id) + ".phrases");
        }
        add_scales(out);
        for (const Topic& t : d_.topics) add(out, PhraseEntry::Kind::topic, t.id, "", "topics." + t.id + ".phrases");
        return out;
    }

    std::map<std::string, std::vector<std::string>> examples() const {
        std::map<std::string, std::vector<std::string>> out;
        for (const Finding& f : d_.findings)
            for (const Text& example : list("findings." + f.id + ".examples")) out[f.id].push_back(example.value);
        return out;
    }

    void check_examples(const Lexicon& lexicon) {
        for (const Finding& f : d_.findings) {
            const bool at_fault = is_at_fault(f.id);
            for (const Text& example : list("findings." + f.id + ".examples"))
                if (!at_fault && !says(lexicon, example.value, f.id))
                    report(diagnostics_, code::kExampleMissed, example.where,
                           "no phrase of " + f.id + " matches \"" + example.value + "\"", "add or widen a phrase");
            for (const Text& example : list("findings." + f.id + ".counterexamples"))
                if (says(lexicon, example.value, f.id))
                    report(diagnostics_, code::kCounterexampleHit, example.where,
                           "a phrase of " + f.id + " matches \"" + example.value + "\"", "narrow the phrase");
            if (f.flag && *f.flag >= Level::urgent) enough_examples(f);
        }
    }

private:
    // A scale is heard as the answer to whichever of its questions is open.
    void add_scales(std::vector<PhraseEntry>& out) {
        std::set<std::string> added;
        for (const Finding& f : d_.findings) {
            if (f.scale.empty() || !added.insert(f.scale).second) continue;
            for (const Option& o : f.options)
                add(out, PhraseEntry::Kind::scale, f.scale, o.id, option_path(f, o.id) + ".phrases");
        }
    }

    const std::vector<Text>& list(const std::string& key) const {
        static const std::vector<Text> kNone;
        const auto it = words_.lists.find(key);
        return it == words_.lists.end() ? kNone : it->second;
    }

    void add(std::vector<PhraseEntry>& out, PhraseEntry::Kind kind, const std::string& id, const std::string& value,
             const std::string& key) {
        const std::vector<Text>& phrases = list(key);
        for (std::size_t i = 0; i < phrases.size(); ++i) {
            if (const auto error = phrase_error(phrases[i].value)) {
                report(diagnostics_, code::kBadPhrase, phrases[i].where, *error, kPhraseHint);
            } else {
                out.push_back({kind, id, value, key + "/" + std::to_string(i), phrases[i].value});
            }
        }
    }

    static bool says(const Lexicon& lexicon, const std::string& text, const std::string& finding) {
        const std::vector<Mention> mentions = find_mentions(lexicon, text);
        return std::any_of(mentions.begin(), mentions.end(), [&](const Mention& m) {
            const bool of_anyone = m.status == Status::present || m.status == Status::other_person;
            return m.finding == finding && of_anyone;
        });
    }

    // With a phrase that cannot be read, or its list misspelt, its examples prove nothing.
    bool is_at_fault(const std::string& finding) const {
        const std::string below = "/findings/" + finding + "/";
        const bool silent = !words_.lists.count("findings." + finding + ".phrases");
        return std::any_of(diagnostics_.begin(), diagnostics_.end(), [&](const Diagnostic& d) {
            const bool misspelt = d.code == code::kUnknownText || d.code == code::kWrongType;
            return (d.code == code::kBadPhrase || (silent && misspelt)) && d.file == words_.where.file &&
                   d.pointer.rfind(below, 0) == 0;
        });
    }

    void enough_examples(const Finding& f) {
        if (!words_.places.count("findings." + f.id)) return;  // told as missing
        if (list("findings." + f.id + ".examples").size() >= kExamplesMin) return;
        report(diagnostics_, code::kFewExamples, words_.place("findings." + f.id + ".examples"),
               f.id + " is a red flag with fewer than 3 examples", "add what people write");
        diagnostics_.back().severity = Severity::warning;
    }

    const Words& words_;
    const Dialog& d_;
    Diagnostics& diagnostics_;
};

// The texts below a key path.
std::map<std::string, std::string> texts_below(const std::string& path, const Words& words) {
    std::map<std::string, std::string> out;
    for (auto it = words.texts.lower_bound(path); it != words.texts.end() && it->first.rfind(path, 0) == 0; ++it)
        out[it->first.substr(path.size())] = it->second.value;
    return out;
}

HeardWords heard_words(const Words& words, std::string_view real_words) {
    HeardWords out;
    out.real_words = real_words;
    out.spellings = texts_below("spelling.", words);
    out.contractions = texts_below("contractions.", words);
    for (const auto& [key, list] : words.lists) {
        auto& lists = key.starts_with("trials.") ? out.trials : out.phrases;
        for (const Text& phrase : list) lists[key].push_back(phrase.value);
    }
    out.numbers = words.numbers;
    return out;
}

}  // namespace

Language make_language(const Words& words, const Words& said, const Words& heard, std::string_view real_words,
                       const Dialog& dialog, Diagnostics& diagnostics) {
    Language language;
    language.tag = words.tag;
    for (const Words* source : {&said, &words})
        for (const auto& [key, text] : source->texts) language.texts[key] = text.value;
    LanguageMaker maker(words, dialog, diagnostics);
    language.examples = maker.examples();
    HeardWords heard_here = heard_words(heard, real_words);
    for (const auto& [key, text] : language.texts) heard_here.said.push_back(text);
    language.lexicon = make_lexicon(maker.entries(), heard_here);
    maker.check_examples(*language.lexicon);
    return language;
}

}  // namespace anamnesis
