// A script's way: files -> drafts -> linked dialog -> checks -> languages.

#include <anamnesis/script.hpp>

#include <algorithm>

#include "script/checks.hpp"
#include "script/consequences.hpp"
#include "script/words.hpp"

namespace anamnesis {
namespace {

constexpr const char* kCrisis = "crisis";

// A script in hand: its draft, where the main script names it, and its words.
struct Loaded {
    Draft draft;
    std::string prefix;
    json::Where include;
    std::vector<Words> words;
    bool has_all_words = true;  // each of its files could be read
};

bool has_version(const std::string& wanted, const std::string& have) {
    return have == wanted || have.rfind(wanted + ".", 0) == 0;
}

bool includes(const Draft& draft, const std::string& id) {
    return std::any_of(draft.includes.begin(), draft.includes.end(),
                       [&](const DraftInclude& i) { return i.id.value == id; });
}

const Words* find_words(const std::vector<Words>& all, const std::string& tag) {
    const auto it = std::find_if(all.begin(), all.end(), [&](const Words& w) { return w.tag == tag; });
    return it == all.end() ? nullptr : &*it;
}

class Compiler {
public:
    explicit Compiler(const ScriptSource& source) : source_(source) {}

    Compiled run() {
        const bool is_whole = read();
        std::optional<Dialog> dialog = is_whole ? linked_dialog() : std::nullopt;
        Compiled out{std::nullopt, without_consequences(diagnostics_, source_)};
        if (!has_errors(diagnostics_)) out.dialog = std::move(dialog);
        return out;
    }

private:
    // Every file once. False: without what is missing, nothing true can be said of the rest.
    bool read() {
        auto main = read_draft(source_.main.dialog, diagnostics_);
        bool is_whole = main && main->is_whole;
        if (main) {
            for (const DraftInclude& include : main->includes) is_whole = load_include(include, *main) && is_whole;
            is_whole = has_crisis(*main, is_whole) && is_whole;
        }
        add_script(source_.main, main ? std::move(*main) : Draft{}, "", {});
        said_ = read_all(source_.common, "");
        heard_ = read_all(source_.lexicons, "");
        regions_ = read_regions(source_.regions, diagnostics_);
        return is_whole;
    }

    std::optional<Dialog> linked_dialog() {
        std::vector<Part> parts;
        for (const Loaded& s : scripts_) parts.push_back({&s.draft, s.prefix, s.include});
        if (!check_sizes(parts, diagnostics_)) return std::nullopt;
        Linked linked = link(parts, diagnostics_);
        check_questions(linked, diagnostics_);
        check_findings(linked, diagnostics_);
        check_rules(linked, diagnostics_);
        linked.dialog.regions = regions_;
        for (const Words& said : said_) check_engine_words(said, regions_, diagnostics_);
        for (const Words& heard : heard_) check_heard_words(heard, diagnostics_);
        add_languages(linked.dialog);
        return std::move(linked.dialog);
    }

    std::vector<Words> read_all(const std::vector<ScriptFile>& files, const std::string& prefix) {
        std::vector<Words> out;
        for (const ScriptFile& file : files)
            if (auto words = read_words(file, prefix, diagnostics_)) out.push_back(std::move(*words));
        return out;
    }

    void add_script(const ScriptFolder& folder, Draft draft, const std::string& prefix, const json::Where& include) {
        Loaded script{std::move(draft), prefix, include, read_all(folder.locales, prefix), true};
        script.has_all_words = script.words.size() == folder.locales.size();
        scripts_.push_back(std::move(script));
    }

    bool load_include(const DraftInclude& include, const Draft& main) {
        for (const ScriptFolder& folder : source_.includes) {
            Diagnostics found;
            auto draft = read_draft(folder.dialog, found);
            if (draft && draft->id.value != include.id.value) continue;
            diagnostics_.insert(diagnostics_.end(), found.begin(), found.end());
            if (!draft) return false;
            const bool is_whole = draft->is_whole;
            check_include(include, *draft, main);
            add_script(folder, std::move(*draft), include.as.empty() ? "" : include.as + ".", include.id.where);
            return is_whole;
        }
        report(diagnostics_, code::kMissingFile, include.id.where,
               "the included script " + quoted(include.id.value) + " was not found",
               "correct its name, or put it beside this one or in common/");
        return false;
    }

    void check_include(const DraftInclude& include, const Draft& draft, const Draft& main) {
        if (!has_version(include.version.value, draft.version.value))
            report(diagnostics_, code::kBadValue, include.version.where,
                   include.id.value + " has version " + draft.version.value + ", not " + include.version.value,
                   "read what changed in it, then write its version here");
        for (const DraftInclude& inner : draft.includes)
            if (!includes(main, inner.id.value))
                report(diagnostics_, code::kUnknownName, include.id.where,
                       include.id.value + " includes " + inner.id.value + ", which this script does not",
                       "include " + inner.id.value + " here too");
    }

    // Told only if all that is included was found: the crisis script may be what is misspelt.
    bool has_crisis(const Draft& main, bool found_all) {
        if (main.id.value == kCrisis || includes(main, kCrisis)) return true;
        if (found_all)
            report(diagnostics_, code::kNoCrisis, main.where, "the crisis script is not included",
                   R"(add "include": [{ "id": "crisis", "version": "0.1" }], and { "use": "self_harm" } in "states")");
        return false;
    }

    // The words of all scripts in this language as one. Nothing: an included script lacks them.
    std::optional<Words> joined_words(const Words& main) {
        Words words = main;
        for (const Loaded& script : scripts_) {
            if (&script == &scripts_.back()) continue;
            const Words* more = find_words(script.words, main.tag);
            if (!more && script.has_all_words)
                report(diagnostics_, code::kMissingFile, main.where,
                       script.draft.id.value + " has no words in the language " + main.tag,
                       "add locale/" + main.tag + ".json to its folder");
            if (!more) return std::nullopt;
            Words added = *more;
            for (const char* of_folder : {"title", "for", "not_for"}) {
                added.texts.erase("dialog." + script.prefix + of_folder);
                added.places.erase("dialog." + script.prefix + of_folder);
            }
            words.texts.merge(added.texts);
            words.lists.merge(added.lists);
            // Not of whole sections: what this script lacks in one is to be written in its own.
            std::erase_if(added.places, [](const auto& place) { return place.first.find('.') == std::string::npos; });
            words.places.merge(added.places);
        }
        return words;
    }

    const Words* engine_words(const std::vector<Words>& all, const std::vector<ScriptFile>& files, const Words& words,
                              const char* what) {
        const Words* found = find_words(all, words.tag);
        if (!found && all.size() == files.size())
            report(diagnostics_, code::kMissingFile, words.where,
                   std::string("the engine ") + what + " nothing in the language " + words.tag,
                   "add common/locale/" + words.tag + ".json and common/lexicon/" + words.tag + ".json");
        return found;
    }

    // common/words/<tag>.txt; a language need not have one.
    std::string_view real_words(const std::string& tag) const {
        for (const ScriptFile& file : source_.words)
            if (file.path.substr(file.path.find_last_of('/') + 1) == tag + ".txt") return file.text;
        return {};
    }

    void add_languages(Dialog& dialog) {
        const Loaded& main = scripts_.back();
        const Text& locale = main.draft.locale;
        for (const Words& words : main.words)
            if (!words.tag.empty()) add_language(words, dialog);
        const auto is_default = [&](const Language& l) { return l.tag == locale.value; };
        const auto it = std::find_if(dialog.languages.begin(), dialog.languages.end(), is_default);
        if (it != dialog.languages.end()) std::rotate(dialog.languages.begin(), it, it + 1);
        const bool can_tell = main.has_all_words && !find_words(main.words, "") && !locale.value.empty();
        if (can_tell && !find_words(main.words, locale.value))
            report(diagnostics_, code::kMissingFile, locale.where,
                   "there are no words in the default language " + locale.value,
                   "add locale/" + locale.value + ".json, or correct the tag");
    }

    void add_language(const Words& main, Dialog& dialog) {
        const auto words = joined_words(main);
        if (words) check_words(*words, dialog, diagnostics_);
        const Words* said = engine_words(said_, source_.common, main, "says");
        const Words* heard = engine_words(heard_, source_.lexicons, main, "hears");
        if (!words || !said || !heard) return;
        dialog.languages.push_back(make_language(*words, *said, *heard, real_words(main.tag), dialog, diagnostics_));
    }

    const ScriptSource& source_;
    Diagnostics diagnostics_;
    std::vector<Loaded> scripts_;  // the included ones, then the script itself
    std::vector<Words> said_, heard_;
    std::vector<Region> regions_;
};

}  // namespace

Compiled compile(const ScriptSource& source) { return Compiler(source).run(); }

std::vector<std::string> included_ids(std::string_view dialog_json) {
    Diagnostics ignored;
    const auto draft = read_draft({"", std::string(dialog_json)}, ignored);
    std::vector<std::string> out;
    if (draft)
        for (const DraftInclude& include : draft->includes) out.push_back(include.id.value);
    return out;
}

}  // namespace anamnesis
