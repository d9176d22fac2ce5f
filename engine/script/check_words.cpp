#include <algorithm>
#include <set>
#include <string_view>

#include "dialog/texts.hpp"
#include "script/words.hpp"

namespace anamnesis {
namespace {

// The key paths that a file of words may have, and must have.
struct Keys {
    std::set<std::string> required, optional;  // texts
    std::set<std::string> variants;            // texts that may stand with @voice
    std::set<std::string> lists;

    void text(const std::string& key) { required.insert(key); }
    void text_with_variants(const std::string& key) {
        required.insert(key);
        variants.insert(key);
    }
};

void add_findings(const Dialog& d, Keys& keys) {
    for (const Finding& f : d.findings) {
        const std::string at = "findings." + f.id;
        keys.text_with_variants(at + ".name");
        if (f.has_probe) keys.text_with_variants(at + ".probe");
        for (const char* list : {".phrases", ".examples", ".counterexamples"}) keys.lists.insert(at + list);
        for (const Option& o : f.options) {
            keys.text_with_variants(at + ".options." + o.id + ".label");
            keys.lists.insert(at + ".options." + o.id + ".phrases");
        }
    }
}

void add_questions(const Dialog& d, Keys& keys) {
    for (const State& s : d.states) {
        keys.text("states." + s.id + ".title");
        if (s.has_say) keys.text_with_variants("states." + s.id + ".say");
    }
    for (const Question& q : d.questions) {
        const std::string at = "questions." + q.id;
        keys.text_with_variants(at + ".text");
        for (const char* text : {".again", ".why"}) {
            keys.optional.insert(at + text);
            keys.variants.insert(at + text);
        }
    }
}

void add_results(const Dialog& d, Keys& keys) {
    for (const Rule& r : d.rules) keys.text_with_variants("rules." + r.id + ".why");
    for (const Outcome& o : d.outcomes) {
        keys.text_with_variants("outcomes." + o.id + ".say");
        for (const std::string& id : o.watch_for) keys.text("watch_for." + id);
    }
    for (const Cause& c : d.causes) {
        keys.text("causes." + c.id + ".name");
        keys.optional.insert("causes." + c.id + ".says");
        for (const CauseClause& clause : c.clauses)
            if (!clause.sub.empty()) keys.text("causes." + c.id + ".subs." + clause.sub);
    }
    for (const Advice& a : d.advice) keys.text_with_variants("advice." + a.id + ".text");
    for (const Topic& t : d.topics) {
        keys.lists.insert("topics." + t.id + ".phrases");
        for (const TopicText& text : t.texts) keys.text_with_variants("topics." + t.id + ".text." + text.id);
    }
}

Keys keys_of(const Dialog& d) {
    Keys keys;
    keys.text("dialog.title");
    keys.optional = {"dialog.for", "dialog.not_for", "dialog.greeting"};
    keys.lists = {"dialog.phrases"};
    add_findings(d, keys);
    add_questions(d, keys);
    add_results(d, keys);
    return keys;
}

bool is_voice(const std::string& name, const Dialog& d) {
    return std::any_of(d.voices.begin(), d.voices.end(), [&](const Voice& v) { return v.name == name; });
}

// A text for one voice, or for a question after a claim. An included script may have voices that this one lacks.
bool is_variant(const std::string& key, bool included, const Keys& keys, const Dialog& d) {
    static const std::string kClaimed = "claimed";
    const auto at = key.find('@');
    if (at == std::string::npos || !keys.variants.count(key.substr(0, at))) return false;
    std::string voice = key.substr(at + 1);
    if (voice == kClaimed) return true;
    if (voice.rfind(kClaimed + "@", 0) == 0) voice = voice.substr(kClaimed.size() + 1);
    return included || is_voice(voice, d);
}

// Words of what an included script has for itself alone: of its rules only those that can raise join.
bool stays_behind(const std::string& key, bool included) {
    static const std::vector<std::string> kSections = {"rules.", "causes.", "advice.", "topics.", "watch_for."};
    return included && std::any_of(kSections.begin(), kSections.end(),
                                   [&](const std::string& section) { return key.rfind(section, 0) == 0; });
}

void check_placeholders(const Text& text, const std::vector<std::string_view>& allowed, Diagnostics& diagnostics) {
    const std::string_view s = text.value;
    for (auto open = s.find('{'); open != s.npos; open = s.find('{', open + 1)) {
        const auto close = s.find('}', open);
        const auto name = close == s.npos ? std::string_view() : s.substr(open + 1, close - open - 1);
        if (std::find(allowed.begin(), allowed.end(), name) == allowed.end())
            report(diagnostics, code::kBadPlaceholder, text.where,
                   "\"{" + std::string(name) + "}\" cannot be filled in here", "{emergency} or {crisis}");
    }
}

void report_missing(const std::string& key, const Words& words, Diagnostics& diagnostics) {
    report(diagnostics, code::kMissingText, words.where, "the text " + key + " is missing",
           "add it to " + words.where.file);
}

}  // namespace

void check_words(const Words& words, const Dialog& dialog, Diagnostics& diagnostics) {
    const Keys keys = keys_of(dialog);
    for (const std::string& key : keys.required)
        if (const auto it = words.texts.find(key); it == words.texts.end() || it->second.value.empty())
            report_missing(key, words, diagnostics);
    for (const auto& [key, text] : words.texts) {
        const bool included = text.where.file != words.where.file;
        const bool known = keys.required.count(key) || keys.optional.count(key) || stays_behind(key, included);
        if (!known && !is_variant(key, included, keys, dialog))
            report(diagnostics, code::kUnknownText, text.where, "nothing says the text " + key,
                   "check the key path, or remove it");
        check_placeholders(text, {"emergency", "crisis"}, diagnostics);
    }
    for (const auto& [key, list] : words.lists) {
        const bool included = !list.empty() && list[0].where.file != words.where.file;
        if (!keys.lists.count(key) && !stays_behind(key, included))
            report(diagnostics, code::kUnknownText, list.empty() ? words.where : list[0].where,
                   "nothing listens for the list " + key, "check the key path, or remove it");
    }
}

void check_engine_words(const Words& said, const std::vector<Region>& regions, Diagnostics& diagnostics) {
    for (std::string_view key : texts::kAll)
        if (!said.texts.count(std::string(key))) report_missing(std::string(key), said, diagnostics);
    for (const Region& region : regions)
        for (const char* text : {".emergency", ".crisis"})
            if (!said.texts.count("regions." + region.id + text))
                report_missing("regions." + region.id + text, said, diagnostics);
    for (const auto& [key, text] : said.texts)
        check_placeholders(text, {"emergency", "crisis", "list", "number"}, diagnostics);
}

void check_heard_words(const Words& heard, Diagnostics& diagnostics) {
    for (const std::string& key : required_heard_words())
        if (!heard.lists.count(key)) report_missing(key, heard, diagnostics);
    for (const auto& [key, list] : heard.lists)
        for (const Text& phrase : list)
            if (const auto error = phrase_error(phrase.value))
                report(diagnostics, code::kBadPhrase, phrase.where, *error);
}

}  // namespace anamnesis
