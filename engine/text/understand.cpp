// Words to acts: commands, what is said of findings, the answer to the open question, topics.

#include <anamnesis/step.hpp>

#include <algorithm>
#include <array>

#include "text/answer.hpp"
#include "text/lexicon_data.hpp"

namespace anamnesis {
namespace {

constexpr std::array<std::string_view, 11> kCommands = {"commands.help",       "commands.why",      "commands.known",
                                                        "commands.back",       "commands.repeat",   "commands.change",
                                                        "commands.start_over", "commands.skip_all", "commands.stop",
                                                        "commands.delete",     "commands.person"};

class Understanding {
public:
    Understanding(const Dialog& dialog, const Session& session, std::string_view text)
        : d_(dialog),
          session_(session),
          language_(language_for(dialog, session.locale)),
          u_(*language_.lexicon, text),
          prompt_(open_prompt(dialog, session)) {}

    Acts run() {
        if (!u_.has_words()) return {NotUnderstood{NotUnderstood::Reason::empty}};
        const bool is_read_whole = u_.normalised.whole;
        if (const auto command = is_read_whole ? command_meant() : std::nullopt) return {*command};
        readings_ = read_message(*language_.lexicon, u_);
        count_weak(readings_);
        settle_persons(readings_, is_about_someone_else() ? About::other : About::own);
        settle_numbers();
        Acts acts;
        if (is_read_whole)
            add_answer(acts);
        else
            drop_denials();
        for (HeardMention& m : readings_.mentions)
            if (!is_answered(m, acts)) acts.push_back(std::move(m.mention));
        for (std::string& topic : readings_.topics) acts.push_back(TopicAsked{std::move(topic)});
        if (trouble_) acts.push_back(NotUnderstood{*trouble_});
        if (acts.empty()) acts.push_back(NotUnderstood{nothing_new()});
        return acts;
    }

private:
    // What was not read may take them back.
    void drop_denials() {
        auto& all = readings_.mentions;
        const auto denies = [](const HeardMention& m) { return m.mention.status == Status::absent; };
        all.erase(std::remove_if(all.begin(), all.end(), denies), all.end());
    }

    NotUnderstood::Reason nothing_new() const {
        return readings_.names_subject ? NotUnderstood::Reason::subject : NotUnderstood::Reason::unknown;
    }

    // A command is a whole message: "stop" is one, "it won't stop" is none.
    std::optional<Command> command_meant() const {
        const Lexicon& lexicon = *language_.lexicon;
        for (const std::string_view list : kCommands)
            for (const PhraseHit& hit : lexicon.list(list).find(u_)) {
                const std::string_view name = list.substr(list.find('.') + 1);
                if (is_whole(hit.at)) return Command{std::string(name), name == "change" ? last_answered() : ""};
            }
        return std::nullopt;
    }

    bool is_whole(const TokenRange& at) const {
        for (int i = 0; i < u_.size(); ++i) {
            const bool counts = !u_.is_mark(i) && !language_.lexicon->is_word_of("answers.fillers", u_.token(i));
            if ((i < at.first || i >= at.last) && counts) return false;
        }
        return true;
    }

    std::string last_answered() const {
        return session_.talk.answered.empty() ? std::string() : session_.talk.answered.back();
    }

    // Whose face it is does not matter where the conversation is about that person.
    // That is known from the answers; or, while nobody was asked, told in this very message ("my husband's ...").
    bool is_about_someone_else() const {
        Findings findings = session_.findings;
        if (has_voice(findings)) return true;
        bool told = false;
        for (const HeardMention& m : readings_.mentions) {
            const auto f = d_.find_finding(m.mention.finding);
            if (!f || d_.findings[*f].type != FindingType::yes_no || !decides_voice(*f)) continue;
            if (session_.findings.said[*f] != value::kNotAsked) return false;
            findings.said[*f] = value::kYes;
            told = true;
        }
        return told && has_voice(findings);
    }

    bool has_voice(const Findings& findings) const {
        const Effective v = effective(d_, findings);
        return std::any_of(d_.voices.begin(), d_.voices.end(),
                           [&](const Voice& voice) { return holds(voice.condition, v); });
    }

    bool decides_voice(FindingIndex f) const {
        bool found = false;
        for (const Voice& voice : d_.voices)
            for_each_atom(voice.condition, [&](const Expr& atom) { found = found || atom.finding == f; });
        return found;
    }

    // A vague time that could be two bands is not taken in passing: its question comes.
    void settle_numbers() {
        auto& all = readings_.mentions;
        const auto is_vague = [&](HeardMention& m) {
            const auto f = d_.find_finding(m.mention.finding);
            if (!f || d_.findings[*f].type != FindingType::number || !m.mention.value.empty()) return false;
            const auto band = band_of(d_.findings[*f], m.from);
            if (!band || band != band_of(d_.findings[*f], m.to)) return true;
            m.mention.value = value_id(d_.findings[*f], *band);
            m.mention.number = (m.from + m.to) / 2;
            return false;
        };
        all.erase(std::remove_if(all.begin(), all.end(), is_vague), all.end());
    }

    void add_answer(Acts& acts) {
        if (!prompt_) return;
        AnswerReading reading = read_answer(d_, language_, *prompt_, u_, readings_);
        if (reading.trouble == NotUnderstood::Reason::conflict)
            if (auto alarm = alarm_said()) reading = {std::move(alarm), false, {}};
        trouble_ = reading.trouble;
        if (reading.answer) acts.push_back(std::move(*reading.answer));
        if (reading.is_label) readings_ = {};
    }

    // "No. My face is drooping": of two readings the one that is an emergency counts.
    std::optional<Answer> alarm_said() const {
        Answer out{prompt_->id, {}, {}, true, false};
        bool is_emergency = false;
        for (const HeardMention& m : readings_.mentions) {
            if (!asks_for(m.mention.finding) || m.mention.status != Status::present) continue;
            out.choices.push_back(m.mention.finding);
            is_emergency = is_emergency || d_.findings[*d_.find_finding(m.mention.finding)].flag == Level::emergency;
        }
        if (prompt_->style == Style::yes_no) out.choices = {"yes"};
        return is_emergency && !prompt_->confirms ? std::optional(out) : std::nullopt;
    }

    bool asks_for(const std::string& finding) const {
        return std::any_of(prompt_->findings.begin(), prompt_->findings.end(),
                           [&](FindingIndex f) { return d_.findings[f].id == finding; });
    }

    // What the answer says already; and of a question with two readings, neither.
    bool is_answered(const HeardMention& m, const Acts& acts) const {
        if (!prompt_ || prompt_->confirms || (acts.empty() && !trouble_)) return false;
        if (!asks_for(m.mention.finding)) return false;
        const bool list = prompt_->style == Style::any_of;
        const bool counts = m.mention.status == Status::present || !list;
        return counts && (trouble_ || !acts.empty());
    }

    const Dialog& d_;
    const Session& session_;
    const Language& language_;
    const Utterance u_;
    const std::optional<Prompt> prompt_;
    Readings readings_;
    std::optional<NotUnderstood::Reason> trouble_;
};

}  // namespace

Acts understand(const Dialog& dialog, const Session& session, std::string_view text) {
    return Understanding(dialog, session, text).run();
}

}  // namespace anamnesis
