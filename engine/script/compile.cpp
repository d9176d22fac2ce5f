// A script's way: files -> drafts -> linked dialog -> checks -> languages.

#include <anamnesis/script.hpp>

#include <algorithm>

#include "script/checks.hpp"
#include "script/words.hpp"

namespace anamnesis {
namespace {

constexpr const char* kCrisis = "crisis";

// A script in hand: its draft and the files that it came from.
struct Loaded {
    const ScriptFolder* folder = nullptr;
    Draft draft;
    std::string prefix;
};

bool has_version(const std::string& wanted, const std::string& have) {
    return have == wanted || have.rfind(wanted + ".", 0) == 0;
}

bool includes(const Draft& draft, const std::string& id) {
    return std::any_of(draft.includes.begin(), draft.includes.end(),
                       [&](const DraftInclude& i) { return i.id.value == id; });
}

class Compiler {
public:
    explicit Compiler(const ScriptSource& source) : source_(source) {}

    Compiled run() {
        auto main = read_draft(source_.main.dialog, diagnostics_);
        if (!main) return {std::nullopt, diagnostics_};
        load_includes(*main);
        check_crisis(*main);
        scripts_.push_back({&source_.main, std::move(*main), ""});
        std::vector<Part> parts;
        for (const Loaded& s : scripts_) parts.push_back({&s.draft, s.prefix});
        if (!check_sizes(parts, diagnostics_)) return {std::nullopt, diagnostics_};
        Linked linked = link(parts, diagnostics_);
        check_questions(linked, diagnostics_);
        check_findings(linked, diagnostics_);
        check_rules(linked, diagnostics_);
        linked.dialog.regions = read_regions(source_.regions, diagnostics_);
        add_languages(linked.dialog);
        if (has_errors(diagnostics_)) return {std::nullopt, diagnostics_};
        return {std::move(linked.dialog), diagnostics_};
    }

private:
    void load_includes(const Draft& main) {
        for (const DraftInclude& include : main.includes) load_include(include, main);
    }

    void load_include(const DraftInclude& include, const Draft& main) {
        for (const ScriptFolder& folder : source_.includes) {
            Diagnostics found;
            auto draft = read_draft(folder.dialog, found);
            if (draft && draft->id.value != include.id.value) continue;
            diagnostics_.insert(diagnostics_.end(), found.begin(), found.end());
            if (!draft) return;
            check_include(include, *draft, main);
            const std::string prefix = include.as.empty() ? "" : include.as + ".";
            scripts_.push_back({&folder, std::move(*draft), prefix});
            return;
        }
        report(diagnostics_, code::kMissingFile, include.id.where,
               "the included script \"" + include.id.value + "\" was not found",
               "put it beside this one, or in common/");
    }

    void check_include(const DraftInclude& include, const Draft& draft, const Draft& main) {
        if (!has_version(include.version.value, draft.version.value))
            report(diagnostics_, code::kBadValue, include.version.where,
                   include.id.value + " has version " + draft.version.value + ", not " + include.version.value);
        for (const DraftInclude& inner : draft.includes)
            if (!includes(main, inner.id.value))
                report(diagnostics_, code::kUnknownName, include.id.where,
                       include.id.value + " includes " + inner.id.value + ", which this script does not",
                       "include " + inner.id.value + " here too");
    }

    void check_crisis(const Draft& main) {
        if (main.id.value != kCrisis && !includes(main, kCrisis))
            report(diagnostics_, code::kNoCrisis, main.where, "the crisis script is not included",
                   "add { \"id\": \"crisis\", \"version\": \"0.1\" } under \"include\"");
    }

    // The words of all files with this tag, each under its prefix, as one.
    std::optional<Words> words_of(const ScriptFile& main_file) {
        auto words = read_words(main_file, "", diagnostics_);
        if (!words) return words;
        for (const Loaded& script : scripts_) {
            if (script.folder == &source_.main) continue;
            for (const ScriptFile& file : script.folder->locales) {
                auto more = read_words(file, script.prefix, diagnostics_);
                if (!more || more->tag != words->tag) continue;
                more->texts.erase("dialog." + script.prefix + "title");
                more->texts.erase("dialog." + script.prefix + "for");
                more->texts.erase("dialog." + script.prefix + "not_for");
                words->texts.merge(more->texts);
                words->lists.merge(more->lists);
            }
        }
        return words;
    }

    std::optional<Words> engine_words(const std::vector<ScriptFile>& files, const Words& words, const char* what) {
        for (const ScriptFile& file : files) {
            auto found = read_words(file, "", diagnostics_);
            if (found && found->tag == words.tag) return found;
        }
        report(diagnostics_, code::kMissingFile, words.where,
               std::string("the engine ") + what + " nothing in the language " + words.tag,
               "add common/locale and common/lexicon files for it");
        return std::nullopt;
    }

    void add_languages(Dialog& dialog) {
        const Draft& main = scripts_.back().draft;
        for (const ScriptFile& file : source_.main.locales)
            if (const auto words = words_of(file)) add_language(*words, dialog);
        const auto is_default = [&](const Language& l) { return l.tag == main.locale.value; };
        const auto it = std::find_if(dialog.languages.begin(), dialog.languages.end(), is_default);
        if (it != dialog.languages.end())
            std::rotate(dialog.languages.begin(), it, it + 1);
        else
            report(diagnostics_, code::kMissingFile, main.locale.where,
                   "there are no words in the default language " + main.locale.value,
                   "add locale/" + main.locale.value + ".json");
    }

    void add_language(const Words& words, Dialog& dialog) {
        check_words(words, dialog, diagnostics_);
        const auto said = engine_words(source_.common, words, "says");
        const auto heard = engine_words(source_.lexicons, words, "hears");
        if (!said || !heard) return;
        check_engine_words(*said, dialog.regions, diagnostics_);
        check_heard_words(*heard, diagnostics_);
        dialog.languages.push_back(make_language(words, *said, *heard, dialog, diagnostics_));
    }

    const ScriptSource& source_;
    Diagnostics diagnostics_;
    std::vector<Loaded> scripts_;
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
