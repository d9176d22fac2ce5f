#include "script/known_words.hpp"

#include <algorithm>

namespace anamnesis {
namespace {

// "text@claimed@other" -> "text".
std::string plain_key(const std::string& key) { return key.substr(0, key.find('@')); }

// The voice of a key; empty for a plain text and for a claim.
std::string voice_of(const std::string& key) {
    static const std::string kClaimed = "claimed";
    const auto at = key.find('@');
    const std::string voice = at == key.npos ? "" : key.substr(at + 1);
    if (voice == kClaimed) return {};
    return voice.rfind(kClaimed + "@", 0) == 0 ? voice.substr(kClaimed.size() + 1) : voice;
}

bool is_below(const std::string& key, const std::string& above) {
    return key == above || key.rfind(above + ".", 0) == 0;
}

// The path of what is there, and what is to be written below it.
std::pair<std::string, std::string> addition(const std::string& key, const Words& words) {
    auto end = key.size();
    while (end != key.npos && !words.places.count(key.substr(0, end))) end = key.rfind('.', end - 1);
    const std::string above = end == key.npos ? "" : key.substr(0, end);
    std::string rest = above.empty() ? key : key.substr(end + 1), out, closing;
    for (auto dot = rest.find('.'); dot != rest.npos; dot = rest.find('.')) {
        out += quoted(rest.substr(0, dot)) + ": { ";
        closing += " }";
        rest = rest.substr(dot + 1);
    }
    return {above, out + quoted(rest) + ": ..." + closing};
}

class WordChecker {
public:
    WordChecker(const KnownWords& known, const Words& words, Diagnostics& diagnostics)
        : known_(known), words_(words), diagnostics_(diagnostics) {
        for (const auto* keys : {&known.required, &known.optional, &known.lists})
            for (const std::string& key : *keys) add(key);
        for (const std::string& key : known.required)
            if (const auto it = words.texts.find(key); it == words.texts.end() || it->second.value.empty())
                missing_.insert(key);
    }

    void run() {
        for (const auto& [key, text] : words_.texts)
            if (!is_text(key) && !stays_behind(key, text.where.file)) check_text(key, text);
        for (const auto& [key, list] : words_.lists)
            if (is_text(plain_key(key)))
                wrong_type(key, "expected a text, found a list", "write one text in quotation marks");
            else if (!known_.lists.count(key) && (list.empty() || !stays_behind(key, list[0].where.file)))
                unknown(key);
        for (const auto& [key, number] : words_.numbers)
            is_text(key) ? wrong_type(key, "expected a text, found a number", "put it in quotation marks") : unknown(key);
        for (const std::string& key : missing_) report_missing(key, words_, diagnostics_);
    }

private:
    bool is_text(const std::string& key) const { return known_.required.count(key) || known_.optional.count(key); }

    // Words of what an included script has for itself alone: of its rules only those that can raise join.
    bool stays_behind(const std::string& key, const std::string& file) const {
        static const std::vector<std::string> kSections = {"rules",  "outcomes", "causes",
                                                           "advice", "topics",   "watch_for"};
        return file != words_.where.file &&
               std::any_of(kSections.begin(), kSections.end(), [&](const std::string& s) { return is_below(key, s); });
    }

    void add(const std::string& key) {
        for (std::size_t begin = 0; begin < key.size();) {
            const std::size_t end = std::min(key.find('.', begin), key.size());
            below_[key.substr(0, begin)].insert(key.substr(begin, end - begin));
            begin = end + 1;
        }
    }

    void check_text(const std::string& key, const Text& text) {
        if (known_.lists.count(key)) return wrong_type(key, "expected a list, found a text", "[ \"a\", \"b\" ]");
        if (key == plain_key(key) || !is_text(plain_key(key))) return unknown(key);
        if (!known_.variants.count(plain_key(key)))
            return tell(key, quoted(plain_key(key)) + " has no other wordings", "remove it");
        const bool included = text.where.file != words_.where.file;  // may have voices that this script lacks
        const auto& voices = known_.voices;
        if (included || voice_of(key).empty() || std::find(voices.begin(), voices.end(), voice_of(key)) != voices.end())
            return;
        tell(key, "there is no voice " + quoted(voice_of(key)),
             voices.empty() ? "this script has no \"voices\"" : did_you_mean(voice_of(key), voices));
    }

    void wrong_type(const std::string& key, std::string message, std::string hint) {
        missing_.erase(key);
        report(diagnostics_, code::kWrongType, words_.place(key), std::move(message), std::move(hint));
    }

    void tell(const std::string& key, std::string message, std::string hint) {
        report(diagnostics_, code::kUnknownText, words_.place(key), std::move(message), std::move(hint));
    }

    // Tells the first part of the key path that leads nowhere, once.
    void unknown(const std::string& key) {
        for (std::size_t begin = 0; begin < key.size();) {
            const std::size_t end = std::min(key.find('.', begin), key.size());
            const std::string above = key.substr(0, begin), name = key.substr(begin, end - begin);
            const auto names = below_.find(above);
            if (names == below_.end()) return wrong_type(above.substr(0, begin - 1), "expected a text", "\"text\"");
            if (!names->second.count(name)) return misspelt(above, name, {names->second.begin(), names->second.end()});
            begin = end + 1;
        }
        wrong_type(key, "expected an object", "{ \"key\": ... }");
    }

    void misspelt(const std::string& above, const std::string& name, const std::vector<std::string>& names) {
        if (!told_.insert(above + name).second) return;
        const std::string* meant = nearest_name(plain_key(name), names);
        if (meant && !is_there(above + *meant, words_.place(above + name).file)) {
            std::erase_if(missing_, [&](const std::string& key) { return is_below(key, above + *meant); });
            if (is_told(name)) return;
        }
        tell(above + name, quoted(above + name) + " is not known here", did_you_mean(plain_key(name), names));
    }

    bool is_there(const std::string& key, const std::string& file) const {
        const auto it = words_.places.find(key);
        return it != words_.places.end() && it->second.file == file;
    }

    bool is_told(const std::string& name) const {
        return std::any_of(diagnostics_.begin(), diagnostics_.end(), [&](const Diagnostic& d) {
            return d.code == code::kUnknownName && d.message.find(quoted(name)) != std::string::npos;
        });
    }

    const KnownWords& known_;
    const Words& words_;
    Diagnostics& diagnostics_;
    std::map<std::string, std::set<std::string>> below_;  // "findings." -> the keys that it may have
    std::set<std::string> missing_, told_;
};

// It is there, but cannot be what it should be; told once.
void report_other_type(const std::string& key, const Words& words, Diagnostics& diagnostics) {
    const json::Where& where = words.place(key);
    const bool is_told = std::any_of(diagnostics.begin(), diagnostics.end(), [&](const Diagnostic& d) {
        return d.file == where.file && d.pointer == where.pointer;
    });
    if (!is_told) report(diagnostics, code::kWrongType, where, key + " is of another type", "see the JSON Schema");
}

}  // namespace

void report_missing(const std::string& key, const Words& words, Diagnostics& diagnostics) {
    if (words.texts.count(key))
        return report(diagnostics, code::kMissingText, words.place(key), "the text " + key + " is empty", "write it");
    if (words.places.count(key)) return report_other_type(key, words, diagnostics);
    const auto [above, add] = addition(key, words);
    report(diagnostics, code::kMissingText, words.place(key), "the text " + key + " is missing",
           "add to " + (above.empty() ? "the file" : quoted(above)) + ": " + add);
}

void check_known_words(const KnownWords& known, const Words& words, Diagnostics& diagnostics) {
    WordChecker(known, words, diagnostics).run();
}

}  // namespace anamnesis
