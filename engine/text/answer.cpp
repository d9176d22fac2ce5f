#include "text/answer.hpp"

#include <algorithm>

#include "text/answer_words.hpp"
#include "text/lexicon_data.hpp"
#include "text/numbers.hpp"
#include "text/option_numbers.hpp"
#include "text/quantity.hpp"

namespace anamnesis {
namespace {

class AnswerReader {
public:
    AnswerReader(const Dialog& d, const Language& language, const Prompt& prompt, const Utterance& u,
                 const Readings& readings, const Utterance* asked)
        : d_(d),
          language_(language),
          prompt_(prompt),
          u_(u),
          readings_(readings),
          asked_(asked),
          words_(*language.lexicon, u) {}

    AnswerReading run() {
        if (const auto option = labelled()) {
            AnswerReading out = chosen({*option}, *option == "unsure");
            out.is_label = true;
            return out;
        }
        const bool one =
            prompt_.style == Style::one_of || (prompt_.style == Style::number && readings_.durations.empty());
        if (const auto option = one ? named_in_part() : std::nullopt) return chosen({*option}, *option == "unsure");
        if (const auto choices = numbered(); !choices.empty()) return chosen(choices, false);
        if (prompt_.style == Style::any_of) return to_list();
        if (prompt_.style == Style::one_of && prompt_.findings.size() > 1) return to_one_of_list();
        return prompt_.style == Style::yes_no ? to_yes_no() : to_options();
    }

private:
    AnswerReading chosen(std::vector<std::string> choices, bool all) const {
        Answer answer;
        answer.question = prompt_.id;
        answer.choices = std::move(choices);
        answer.typed = true;
        answer.all = all;
        return {answer, false, {}};
    }

    static AnswerReading trouble(NotUnderstood::Reason reason) { return {{}, false, reason}; }

    // A label in the form that a message gets.
    Utterance as_heard(const std::string& label) const {
        return Utterance(language_.lexicon->spelling().mended(normalise(label)));
    }

    // Options by number; the last of them all is "not sure". A yes or no has no number.
    std::vector<std::string> numbered() const {
        if (prompt_.style == Style::yes_no) return {};
        const int count = static_cast<int>(prompt_.options.size()) - 1;
        const auto places = option_numbers(*language_.lexicon, u_, count, prompt_.style != Style::number);
        if (!places || (places->size() > 1 && prompt_.style != Style::any_of)) return {};
        std::vector<std::string> out;
        for (int place : *places) out.push_back(prompt_.options[static_cast<std::size_t>(place)]);
        return out;
    }

    // The label of an option, typed as it stands on its button.
    std::optional<std::string> labelled() const {
        if (prompt_.findings.empty()) return std::nullopt;  // a question in words has no buttons
        for (const std::string& option : prompt_.options) {
            const std::string* label = language_.find(option_key(d_, prompt_, option));
            if (label && as_heard(*label).normalised.text == u_.normalised.text) return option;
        }
        return std::nullopt;
    }

    // Words that stand on one button alone: "me" for "Me, aged 16 or over". Of a list where several may be
    // ticked that would be too little: "lip" is no swollen lip.
    std::optional<std::string> named_in_part() const {
        std::optional<std::string> out;
        for (const std::string& option : prompt_.options) {
            const std::string* label = language_.find(option_key(d_, prompt_, option));
            if (!label || !has_all_words(*label)) continue;
            if (out) return std::nullopt;
            out = option;
        }
        return out;
    }

    bool has_all_words(const std::string& label) const {
        const Utterance words = as_heard(label);
        bool tells = false, all = true;
        for (int i = 0; i < u_.size(); ++i) {
            if (u_.is_mark(i)) continue;
            bool found = false;
            for (int j = 0; j < words.size() && !found; ++j) found = words.token(j) == u_.token(i);
            if (!found && !words_.is_filler(i)) return false;
            tells = tells || (found && !words_.is_filler(i) && !counts_options(i));
            all = all && found && !counts_options(i);
        }
        return tells || all;
    }

    // "1" is the first option, whatever numbers stand on the buttons.
    bool counts_options(int i) const {
        const auto is = [&](WordList list) { return language_.lexicon->is_word_of(list, u_.token(i)); };
        return language_.lexicon->number("ordinals", u_.token(i)) || is("answers.ordinal_words") || is("answers.last");
    }

    bool is_all_of_it(const TokenRange& at) const {
        for (int i = 0; i < u_.size(); ++i)
            if ((i < at.first || i >= at.last) && !words_.is_filler(i)) return false;
        return true;
    }

    // yes, no or unsure; conditional where that is an option of its own.
    std::optional<std::string> option_of(std::optional<Said> said) const {
        if (!said) return std::nullopt;
        switch (*said) {
            case Said::yes: return "yes";
            case Said::no: return "no";
            case Said::rather_no: return asks_for_alarm() ? "unsure" : "no";
            case Said::conditional: return has_option("conditional") ? "conditional" : "yes";
            case Said::unsure: break;
        }
        return "unsure";
    }

    bool has_option(const std::string& id) const {
        return std::find(prompt_.options.begin(), prompt_.options.end(), id) != prompt_.options.end();
    }

    std::optional<std::string> in_words() const { return option_of(words_.opening()); }

    // "I don't think so" is no denial of an alarm: its check is asked.
    bool asks_for_alarm() const {
        return std::any_of(prompt_.findings.begin(), prompt_.findings.end(),
                           [&](FindingIndex f) { return d_.findings[f].flag >= Level::urgent; });
    }

    // What the message says of the one finding that is asked, as an answer.
    std::optional<std::string> as_mentioned(FindingIndex f) const {
        std::optional<std::string> out;
        for (const HeardMention& m : readings_.mentions) {
            if (m.mention.finding != d_.findings[f].id) continue;
            if (m.mention.status == Status::present) return "yes";
            if (m.mention.status == Status::uncertain) out = "unsure";
            if (m.mention.status == Status::absent && !out) out = "no";
        }
        return out;
    }

    AnswerReading to_yes_no() const {
        auto said = option_of(words_.whole(asked_));
        const bool confirms = prompt_.confirms;
        const auto mentioned = confirms ? std::nullopt : as_mentioned(prompt_.findings.front());
        if (said == "unsure" && mentioned == "yes") said = mentioned;  // "no idea, my mouth just droops"
        if (said && mentioned && *said != *mentioned) return trouble(NotUnderstood::Reason::conflict);
        if (said || mentioned) return chosen({said ? *said : *mentioned}, false);
        return {};
    }

    AnswerReading to_list() const {
        std::vector<std::string> named;
        bool doubted = false;
        for (FindingIndex f : prompt_.findings) {
            const auto value = as_mentioned(f);
            if (value == "yes") named.push_back(d_.findings[f].id);
            doubted = doubted || value == "unsure";
        }
        const auto said = in_words();
        if (!named.empty()) return said == "no" ? trouble(NotUnderstood::Reason::conflict) : chosen(named, false);
        if (doubted) return {};
        if (said == "unsure") return chosen({"unsure"}, true);
        if (said == "no") return chosen({}, true);
        if (said == "yes") return trouble(NotUnderstood::Reason::which);
        return {};
    }

    // Who it is about stands in many sentences that are about something else: only a message that says
    // nothing but that is an answer.
    AnswerReading to_one_of_list() const {
        std::vector<std::string> named;
        for (const HeardMention& m : readings_.mentions)
            for (FindingIndex f : prompt_.findings)
                if (m.mention.finding == d_.findings[f].id && m.mention.status == Status::present && is_all_of_it(m.at))
                    named.push_back(m.mention.finding);
        if (named.size() == 1) return chosen(named, false);
        if (named.size() > 1) return trouble(NotUnderstood::Reason::which);
        return in_words() == "unsure" ? chosen({"unsure"}, true) : AnswerReading{};
    }

    // One of the options of a choice, or a band of a number.
    AnswerReading to_options() const {
        const Finding& f = d_.findings[prompt_.findings.front()];
        if (const auto said = f.type == FindingType::number ? quantities(f) : std::vector<Quantity>(); !said.empty())
            return to_number(f, said);
        const auto& id = f.scale.empty() ? f.id : f.scale;
        for (const HeardMention& m : f.scale.empty() ? readings_.mentions : readings_.scales)
            if (m.mention.finding == id && m.mention.status == Status::present && !m.mention.value.empty())
                return chosen({m.mention.value}, false);
        if (readings_.torn.count(id)) return trouble(NotUnderstood::Reason::which);
        return in_words() == "unsure" ? chosen({"unsure"}, true) : AnswerReading{};
    }

    // What the finding counts: days, years of age, times a day.
    std::vector<Quantity> quantities(const Finding& f) const {
        if (f.unit == "year") return or_bare(find_ages(*language_.lexicon, u_));
        if (f.unit == "per_day") return or_bare(find_frequencies(*language_.lexicon, u_));
        std::vector<Quantity> lengths, asides;  // "for 3 weeks, all day"
        for (const Duration& d : readings_.durations)
            (d.only_if_asked ? asides : lengths).push_back({d.from, d.to, d.at});
        return lengths.empty() ? asides : lengths;
    }

    // "35" to "how old are you?"; a length of time needs its unit.
    std::vector<Quantity> or_bare(std::vector<Quantity> found) const {
        for (int i = 0; found.empty() && i < u_.size(); ++i) {
            const auto number = number_at(*language_.lexicon, u_, i);
            const bool is_bare = number && !number->is_article && number->glued.empty();
            if (is_bare && is_all_of_it({i, number->last})) return {{number->from, number->to, {i, number->last}}};
        }
        return found;
    }

    AnswerReading to_number(const Finding& f, const std::vector<Quantity>& said) const {
        const auto from = band_of(f, said.front().from), to = band_of(f, said.front().to);
        if (said.size() > 1 || !from || from != to) return trouble(NotUnderstood::Reason::which);
        AnswerReading out = chosen({std::string(value_id(f, *from))}, false);
        out.answer->number = (said.front().from + said.front().to) / 2;
        return out;
    }

    const Dialog& d_;
    const Language& language_;
    const Prompt& prompt_;
    const Utterance& u_;
    const Readings& readings_;
    const Utterance* const asked_;
    const AnswerWords words_;
};

}  // namespace

AnswerReading read_answer(const Dialog& dialog, const Language& language, const Prompt& prompt,
                          const Utterance& utterance, const Readings& readings, const Utterance* asked) {
    return AnswerReader(dialog, language, prompt, utterance, readings, asked).run();
}

}  // namespace anamnesis
