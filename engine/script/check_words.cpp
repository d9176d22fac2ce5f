#include <algorithm>
#include <string_view>

#include "dialog/texts.hpp"
#include "script/known_words.hpp"

namespace anamnesis {
namespace {

void add_findings(const Dialog& d, KnownWords& keys) {
    for (const Finding& f : d.findings) {
        const std::string at = "findings." + f.id;
        keys.text_with_variants(at + ".name");
        if (f.has_probe) keys.text_with_variants(at + ".probe");
        for (const char* list : {".phrases", ".examples", ".counterexamples"}) keys.lists.insert(at + list);
        if (f.type == FindingType::yes_no) keys.lists.insert(at + ".denials");
        for (const Option& o : f.options) {
            keys.text_with_variants(option_path(f, o.id) + ".label");
            keys.lists.insert(option_path(f, o.id) + ".phrases");
        }
    }
}

void add_questions(const Dialog& d, KnownWords& keys) {
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

void add_results(const Dialog& d, KnownWords& keys) {
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

KnownWords known_words(const Dialog& d) {
    KnownWords keys;
    keys.text("dialog.title");
    keys.optional = {"dialog.for", "dialog.not_for", "dialog.greeting"};
    keys.lists = {"dialog.phrases"};
    for (const Voice& v : d.voices) keys.voices.push_back(v.name);
    add_findings(d, keys);
    add_questions(d, keys);
    add_results(d, keys);
    return keys;
}

void check_placeholders(const Text& text, const std::vector<std::string_view>& allowed, Diagnostics& diagnostics) {
    const std::string_view s = text.value;
    for (auto open = s.find('{'); open != s.npos; open = s.find('{', open + 1)) {
        const auto close = s.find('}', open);
        const std::string_view whole = s.substr(open, close == s.npos ? 1 : close - open + 1);
        const auto name = close == s.npos ? std::string_view() : s.substr(open + 1, close - open - 1);
        if (std::find(allowed.begin(), allowed.end(), name) == allowed.end())
            report(diagnostics, code::kBadPlaceholder, text.where, quoted(whole) + " cannot be filled in here",
                   "{emergency} or {crisis} can; braces have no other use");
    }
}

}  // namespace

void check_words(const Words& words, const Dialog& dialog, Diagnostics& diagnostics) {
    check_known_words(known_words(dialog), words, diagnostics);
    for (const auto& [key, text] : words.texts) check_placeholders(text, {"emergency", "crisis"}, diagnostics);
}

void check_engine_words(const Words& said, const std::vector<Region>& regions, Diagnostics& diagnostics) {
    for (std::string_view key : texts::kAll)
        if (!said.texts.count(std::string(key))) report_missing(std::string(key), said, diagnostics);
    for (std::string_view key : texts::kScreen)
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
    for (const auto& [key, text] : heard.texts)
        if (const auto error = phrase_error(text.value)) report(diagnostics, code::kBadPhrase, text.where, *error);
    for (const auto& [key, list] : heard.lists)
        for (const Text& phrase : list)
            if (const auto error = key.starts_with("scope.") ? trigger_error(phrase.value) : phrase_error(phrase.value))
                report(diagnostics, code::kBadPhrase, phrase.where, *error, kPhraseHint);
}

}  // namespace anamnesis
