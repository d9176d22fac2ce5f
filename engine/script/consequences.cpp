#include "script/consequences.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

#include "script/report.hpp"

namespace anamnesis {
namespace {

constexpr char kForm = '0', kNames = '1', kMeaning = '2';  // the steps: A0.., A1.., A2..; words are A3..

// A check that looks at a whole section says nothing true while an earlier step (up to `step`) found a mistake in it.
struct Judgement {
    std::string_view code, section;
    char step = kNames;
};

constexpr std::array<Judgement, 18> kJudgements = {{{code::kBadExpression, "/findings", kForm},
                                                    {code::kUnusedState, "/states"},
                                                    {code::kBadQuestion, "/findings", kForm},
                                                    {code::kLooksAhead, "/states"},
                                                    {code::kLooksAhead, "/checks"},
                                                    {code::kNeverAsked, "/states"},
                                                    {code::kNeverAsked, "/checks"},
                                                    {code::kWrongParent, "/states"},
                                                    {code::kWrongParent, "/defines"},
                                                    {code::kFlagWithoutRule, "/rules"},
                                                    {code::kFlagWithoutRule, "/defines"},
                                                    {code::kNotCleared, "/outcomes"},
                                                    {code::kRaisesOnDenial, "/outcomes"},
                                                    {code::kLowDefault, "/outcomes"},
                                                    {code::kAsksBeforeActing, "/outcomes"},
                                                    {code::kAsksBeforeActing, "/rules"},
                                                    {code::kUnlessUnknown, "/outcomes"},
                                                    {code::kNotCleared, "/defines"}}};

char step_of(const Diagnostic& d) { return d.code.size() > 1 ? d.code[1] : '0'; }

// What a diagnostic is about: that of an id is about the thing with this id.
std::string_view thing_of(const Diagnostic& d) {
    static constexpr std::string_view kId = "/id";
    std::string_view pointer = d.pointer;
    if (pointer.ends_with(kId)) pointer.remove_suffix(kId.size());
    return pointer;
}

// "/findings/face_droop/probe" -> "/findings/face_droop"; empty if there is no such thing.
std::string_view subject_of(std::string_view pointer) {
    const auto section = pointer.find('/', 1);
    return section == pointer.npos ? std::string_view() : pointer.substr(0, pointer.find('/', section + 1));
}

// Names that lead nowhere and leave nothing out, and what itself may be a consequence.
bool is_harmless(const Diagnostic& d) {
    return d.code == code::kUnusedState || (d.code == code::kUnknownName && d.message.rfind("the source ", 0) == 0);
}

class Sieve {
public:
    Sieve(const Diagnostics& all, const ScriptSource& source) : all_(all) {
        add(source.main.dialog);
        for (const ScriptFolder& folder : source.includes) add(folder.dialog);
        scripts_ = files_.size();
        for (const ScriptFile& file : source.main.locales) add(file);
        for (const ScriptFolder& folder : source.includes)
            for (const ScriptFile& file : folder.locales) add(file);
        add(source.regions);
        for (const auto* shared : {&source.common, &source.lexicons})
            for (const ScriptFile& file : *shared) add(file);
        for (const Diagnostic& d : all_)
            if (is_in_script(d)) take(d);
    }

    Diagnostics run() const {
        Diagnostics out;
        for (const Diagnostic& d : all_)
            if (!(is_in_script(d) ? follows(d) : is_word_of_fault(d))) out.push_back(d);
        std::stable_sort(out.begin(), out.end(), [&](const Diagnostic& a, const Diagnostic& b) {
            return std::tuple(rank(a.file), a.line, a.column) < std::tuple(rank(b.file), b.line, b.column);
        });
        out.erase(std::unique(out.begin(), out.end()), out.end());
        return out;
    }

private:
    void add(const ScriptFile& file) { files_.push_back(file.path); }

    std::size_t rank(const std::string& file) const {
        return static_cast<std::size_t>(std::find(files_.begin(), files_.end(), file) - files_.begin());
    }

    bool is_in_script(const Diagnostic& d) const { return rank(d.file) < scripts_; }

    // Notes that there is a mistake here, and in all that it is part of.
    void take(const Diagnostic& d) {
        const std::string_view subject = subject_of(d.pointer);
        if (!subject.empty()) subjects_.emplace(subject);
        if (step_of(d) >= kMeaning || is_harmless(d)) return;
        const auto note = [&](std::map<std::string, char>& map, std::string key) {
            const auto [it, is_new] = map.emplace(std::move(key), step_of(d));
            it->second = std::min(it->second, step_of(d));
        };
        note(exact_, d.file + d.pointer);
        for (auto end = d.pointer.size(); end != d.pointer.npos && end > 0; end = d.pointer.rfind('/', end - 1))
            note(inside_, d.file + d.pointer.substr(0, end));
        note(sections_, d.pointer.substr(0, d.pointer.find('/', 1)));
    }

    static bool has(const std::map<std::string, char>& map, const std::string& key, char step) {
        const auto it = map.find(key);
        return it != map.end() && it->second <= step;
    }

    // Of an earlier mistake in the same thing, or in the section that was judged.
    bool follows(const Diagnostic& d) const {
        const char earlier = static_cast<char>(step_of(d) - 1);
        if (!d.pointer.empty() && has(exact_, d.file + d.pointer, earlier)) return true;
        if (step_of(d) == kMeaning && has(inside_, d.file + std::string(thing_of(d)), kNames)) return true;
        return std::any_of(kJudgements.begin(), kJudgements.end(), [&](const Judgement& j) {
            return d.code == j.code && has(sections_, std::string(j.section), j.step);
        });
    }

    // A word too many or too few for a thing that is itself at fault.
    bool is_word_of_fault(const Diagnostic& d) const {
        const bool of_words = d.code == code::kMissingText || d.code == code::kUnknownText;
        return of_words && subjects_.count(subject_of(d.pointer)) > 0;
    }

    const Diagnostics& all_;
    std::vector<std::string> files_;
    std::size_t scripts_ = 0;
    std::map<std::string, char> exact_, inside_, sections_;  // the earliest step of a mistake there
    std::set<std::string, std::less<>> subjects_;
};

}  // namespace

Diagnostics without_consequences(const Diagnostics& all, const ScriptSource& source) {
    return Sieve(all, source).run();
}

}  // namespace anamnesis
