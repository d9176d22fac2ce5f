// One message by itself: what it says of findings or of literal concepts, and of one question.

#include <anamnesis/assessment.hpp>

#include <algorithm>
#include <map>

#include "text/answer.hpp"
#include "text/lexicon_data.hpp"
#include "text/literal.hpp"

namespace anamnesis {
namespace {

class Assessor {
public:
    Assessor(const Dialog& dialog, const Inquiry& inquiry, std::string_view text)
        : d_(dialog), inquiry_(inquiry), language_(language_for(dialog, inquiry.locale)), u_(heard(text)) {}

    Assessment run() {
        if (!u_.has_words()) return {};
        readings_ = read_message(*language_.lexicon, u_, inquiry_.now);
        settle_persons(readings_, readings_.has_narrator ? About::own : About::third);
        Assessment out;
        out.answer = answer();
        if (inquiry_.concepts.empty()) {
            add_mentions(out.findings);
            add_asked(out);
        } else
            add_concepts(out.findings);
        return out;
    }

private:
    // Literal words are looked for as they were written; spelling is mended only towards what the dialog listens for.
    Utterance heard(std::string_view text) const {
        return inquiry_.concepts.empty() ? Utterance(*language_.lexicon, text) : Utterance(text);
    }

    std::optional<Answer> answer() const {
        if (!inquiry_.question && inquiry_.question_text.empty()) return std::nullopt;
        const Prompt in_words{"", Style::yes_no, {}, {"yes", "no", "conditional", "unsure"}, true};
        if (inquiry_.question) return read_answer(d_, language_, *inquiry_.question, u_, readings_).answer;
        const Utterance asked(inquiry_.question_text);
        return read_answer(d_, language_, in_words, u_, readings_, &asked).answer;
    }

    void add_mentions(std::vector<Mention>& out) const {
        for (const HeardMention& m : readings_.mentions) {
            out.push_back(m.mention);
            if (m.to > 0) out.back().number = (m.from + m.to) / 2;
            if (m.to > 0) out.back().value = band(m.mention.finding, m.from, m.to);
        }
        if (const auto f = asked_duration(out)) add_durations(*f, out);
        for (const HeardMention& m : readings_.subjects) out.push_back(m.mention);
        in_order(out);
    }

    static void in_order(std::vector<Mention>& all) {
        std::stable_sort(all.begin(), all.end(),
                         [](const Mention& a, const Mention& b) { return a.span.from < b.span.from; });
    }

    // A plain "no" to a question in words denies all that it names; a "yes" is to one finding alone.
    void add_asked(Assessment& out) const {
        if (!out.answer || inquiry_.question || out.answer->choices.size() != 1) return;
        const bool yes = out.answer->choices[0] == "yes";
        if (!yes && out.answer->choices[0] != "no") return;
        Readings asked = read_message(*language_.lexicon, Utterance(*language_.lexicon, inquiry_.question_text));
        settle_persons(asked, About::third);
        std::map<std::string, bool> named;  // whether asked by what denies it: "is your speech fine?"
        for (const HeardMention& m : asked.mentions)
            if (m.mention.value.empty() && m.to == 0) named.emplace(m.mention.finding, m.is_denial);
        if (yes && named.size() != 1) return;
        for (const Mention& m : out.findings) named.erase(m.finding);
        for (const auto& [finding, is_denial] : named)
            out.findings.push_back({finding, yes != is_denial ? Status::present : Status::absent, {}, {}, "", whole()});
    }

    Span whole() const { return u_.span({0, u_.size()}); }

    // What all durations are of: the number that is asked; or, where nothing else was said, the dialog's own.
    std::optional<FindingIndex> asked_duration(const std::vector<Mention>& heard) const {
        const auto is_days = [&](FindingIndex f) {
            return d_.findings[f].type == FindingType::number && d_.findings[f].unit == "day";
        };
        if (inquiry_.question && is_days(inquiry_.question->findings.front()))
            return inquiry_.question->findings.front();
        if (!heard.empty()) return std::nullopt;
        for (FindingIndex f = 0; f < d_.findings.size(); ++f)
            if (is_days(f)) return f;
        return std::nullopt;
    }

    void add_durations(FindingIndex f, std::vector<Mention>& out) const {
        const std::string& id = d_.findings[f].id;
        out.erase(std::remove_if(out.begin(), out.end(),
                                 [&](const Mention& m) { return m.finding == id && m.number.has_value(); }),
                  out.end());
        for (const Duration& d : readings_.durations)
            if (inquiry_.question || !d.only_if_asked)
                out.push_back({id, Status::present, band(id, d.from, d.to), (d.from + d.to) / 2, "", u_.span(d.at)});
    }

    std::string band(const std::string& finding, double from, double to) const {
        const auto f = d_.find_finding(finding);
        const auto of_from = f ? band_of(d_.findings[*f], from) : std::nullopt;
        if (!of_from || of_from != band_of(d_.findings[*f], to)) return {};
        return std::string(value_id(d_.findings[*f], *of_from));
    }

    void add_concepts(std::vector<Mention>& out) const {
        const Scopes scopes(*language_.lexicon, u_);
        for (const std::string& words : inquiry_.concepts)
            for (const PhraseHit& hit : find_literal(u_, words))
                out.push_back({words, status_in(scopes, hit), {}, {}, words, u_.span(hit.at)});
        in_order(out);
    }

    static Status status_in(const Scopes& scopes, const PhraseHit& hit) {
        const bool third = scopes.of(hit).person == Scope::Person::third && !scopes.has_narrator();
        return third ? scopes.of(hit).status : scopes.status_of(hit);
    }

    const Dialog& d_;
    const Inquiry& inquiry_;
    const Language& language_;
    const Utterance u_;
    Readings readings_;
};

}  // namespace

Assessment assess(const Dialog& dialog, const Inquiry& inquiry, std::string_view text) {
    return Assessor(dialog, inquiry, text).run();
}

}  // namespace anamnesis
