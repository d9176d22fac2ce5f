#include "text/readings.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "text/lexicon_data.hpp"

namespace anamnesis {
namespace {

constexpr int kSameOptionMax = 8;  // of one option in one message

// The number of the sentence that a token is in.
class Sentences {
public:
    explicit Sentences(const Utterance& u) {
        for (int i = 0, sentence = 0; i < u.size(); ++i)
            by_token_.push_back(u.is_sentence_end(i) ? sentence++ : sentence);
    }

    int operator[](int token) const { return by_token_[static_cast<std::size_t>(token)]; }

private:
    std::vector<int> by_token_;
};

// "FACE. DROOPING.": a full stop between two scraps of speech parts no phrase.
constexpr int kScrapWordsMax = 2;

// Nothing if there are none.
std::optional<Utterance> with_scraps_joined(const Utterance& u) {
    const auto is_stop = [&](int i) { return i < 0 || i >= u.size() || u.is_sentence_end(i); };
    std::vector<int> stops{-1};
    for (int i = 0; i <= u.size(); ++i)
        if (is_stop(i)) stops.push_back(i);
    const auto is_scrap = [&](std::size_t i) {
        const int words = stops[i] - stops[i - 1] - 1;
        return words > 0 && words <= kScrapWordsMax;
    };
    std::optional<Utterance> out;
    for (std::size_t i = 1; i + 1 < stops.size(); ++i) {
        const int stop = stops[i];
        if (stop >= u.size() || u.token(stop) != "." || !is_scrap(i) || !is_scrap(i + 1)) continue;
        if (!out) out = u;
        out->normalised.text[static_cast<std::size_t>(u.tokens[static_cast<std::size_t>(stop)].begin)] = ',';
        out->heard_by = nullptr;  // other phrases may be heard now
    }
    return out;
}

class MessageReader {
public:
    MessageReader(const Lexicon& lexicon, const Utterance& utterance, std::optional<std::int64_t> now)
        : lexicon_(lexicon),
          u_(utterance),
          now_(now),
          joined_(with_scraps_joined(utterance)),
          scopes_(lexicon, utterance),
          sentences_(utterance) {}

    Readings run() {
        out_.durations = find_durations(lexicon_, u_, now_);
        lexicon_.for_each_entry(joined_ ? *joined_ : u_, [this](const FoundPhrase& found) {
            hear(lexicon_.entries()[static_cast<std::size_t>(found.phrase)], found.hit);
        });
        hear_durations();
        out_.names_subject = !out_.subjects.empty() || !contexts_.empty();
        out_.has_narrator = scopes_.has_narrator();
        std::stable_sort(out_.mentions.begin(), out_.mentions.end(),
                         [](const HeardMention& a, const HeardMention& b) { return a.at.first < b.at.first; });
        return std::move(out_);
    }

private:
    void hear(const PhraseEntry& what, const PhraseHit& hit) {
        if (scopes_.is_figure(hit.at)) return;
        switch (what.kind) {
            case PhraseEntry::Kind::topic:
                if (std::find(out_.topics.begin(), out_.topics.end(), what.id) == out_.topics.end())
                    out_.topics.push_back(what.id);
                return;
            case PhraseEntry::Kind::context: contexts_[what.id].emplace(sentences_[hit.at.first], &what); return;
            case PhraseEntry::Kind::denial: add(what, hit.at, denial(hit)); return;
            case PhraseEntry::Kind::finding:
            case PhraseEntry::Kind::subject:
            case PhraseEntry::Kind::option:
            case PhraseEntry::Kind::scale: add(what, hit.at, scopes_.of(hit)); return;
        }
    }

    void add(const PhraseEntry& what, const TokenRange& at, Scope scope, double from = 0, double to = 0) {
        // Saying a plain fact twice says no more; this bounds the work on a message that repeats itself.
        const int most = is_fact(what.kind) ? 1 : kSameOptionMax;
        if (++heard_[{what.id, what.value, scope.status, scope.person, scope.is_weak}] > most) return;
        Mention mention{what.id, scope.status, what.value, {}, what.key, u_.span(at)};
        heard_as(what.kind).push_back(
            {std::move(mention), scope.person, scope.is_weak, at, from, to, what.kind == PhraseEntry::Kind::denial});
    }

    // Only what is said outright to be fine is denied: "not fine", "fine now", "was fine" and "fine?" leave a doubt.
    // A "no" that is not beside it is about something else: "no droop, speech clear".
    Scope denial(const PhraseHit& hit) const {
        const Scope said = scopes_.of(hit);
        if (said.status == Status::hypothetical) return said;
        const bool stands = said.status == Status::present || said.status == Status::absent;
        const bool asks = hit.at.last < u_.size() && u_.token(hit.at.last) == "?";
        const bool is_outright = stands && !asks && !scopes_.is_limited(hit);
        return {is_outright ? Status::absent : Status::uncertain, said.person, false};
    }

    static bool is_fact(PhraseEntry::Kind kind) {
        return kind == PhraseEntry::Kind::finding || kind == PhraseEntry::Kind::denial ||
               kind == PhraseEntry::Kind::subject;
    }

    std::vector<HeardMention>& heard_as(PhraseEntry::Kind kind) {
        if (kind == PhraseEntry::Kind::scale) return out_.scales;
        return kind == PhraseEntry::Kind::subject ? out_.subjects : out_.mentions;
    }

    // A duration belongs to what its own sentence is about.
    void hear_durations() {
        for (const auto& [finding, by_sentence] : contexts_)
            for (const Duration& duration : out_.durations) {
                const auto context = by_sentence.find(sentences_[duration.at.first]);
                const Scope scope = scopes_.of({duration.at, {}});
                const bool counts = context != by_sentence.end() && !duration.only_if_asked;
                if (counts && scope.status == Status::present)
                    add(*context->second, duration.at, scope, duration.from, duration.to);
            }
    }

    const Lexicon& lexicon_;
    const Utterance& u_;
    const std::optional<std::int64_t> now_;
    const std::optional<Utterance> joined_;  // for phrases; scopes end where sentences do
    const Scopes scopes_;
    const Sentences sentences_;
    std::map<std::string, std::map<int, const PhraseEntry*>> contexts_;  // by finding, then by sentence
    std::map<std::tuple<std::string_view, std::string_view, Status, Scope::Person, bool>, int> heard_;
    Readings out_;
};

// Makes of what was heard what counts.
class Settler {
public:
    explicit Settler(Readings& readings) : readings_(readings) {}

    void run(About about) {
        for (std::vector<HeardMention>* list : {&readings_.mentions, &readings_.scales, &readings_.subjects})
            for (HeardMention& m : *list)
                if (is_of_other(m.person, about)) m.mention.status = Status::other_person;
        const auto is_time_of_other = [](const HeardMention& m) {
            return m.to > 0 && m.mention.status == Status::other_person;
        };
        auto& all = readings_.mentions;
        all.erase(std::remove_if(all.begin(), all.end(), is_time_of_other), all.end());
        choose_options(readings_.mentions);
        choose_options(readings_.scales);
        keep_one_a_status(readings_.mentions);
        keep_one_a_status(readings_.subjects);
    }

private:
    static bool is_of_other(Scope::Person person, About about) {
        if (person == Scope::Person::other) return about != About::other;
        return person == Scope::Person::third && about == About::own;
    }

    // "upper and lower lip" is not also "lower lip". Two options that stand apart: none of them counts.
    void choose_options(std::vector<HeardMention>& all) {
        const auto is_option = [](const HeardMention& m) { return !m.mention.value.empty(); };
        if (std::none_of(all.begin(), all.end(), is_option)) return;
        const auto is_part = [&](const HeardMention& m) {
            return std::any_of(all.begin(), all.end(), [&](const HeardMention& other) {
                return rivals(m, other) && other.at.holds(m.at) && other.at.size() > m.at.size();
            });
        };
        std::vector<HeardMention> kept;
        for (const HeardMention& m : all)
            if (!is_part(m)) kept.push_back(m);
        for (const HeardMention& m : kept)
            for (const HeardMention& other : kept)
                if (rivals(m, other)) readings_.torn.insert(m.mention.finding);
        const auto is_torn = [&](const HeardMention& m) { return readings_.torn.count(m.mention.finding) > 0; };
        kept.erase(std::remove_if(kept.begin(), kept.end(), is_torn), kept.end());
        all = std::move(kept);
    }

    static bool rivals(const HeardMention& a, const HeardMention& b) {
        const bool options = !a.mention.value.empty() && !b.mention.value.empty();
        return options && a.mention.finding == b.mention.finding && a.mention.value != b.mention.value &&
               a.mention.status == Status::present && b.mention.status == Status::present;
    }

    // Of what was said to be so or in doubt, a denial beside it is no reading: alarms are never cancelled.
    static void keep_one_a_status(std::vector<HeardMention>& all) {
        std::vector<HeardMention> kept;
        for (const HeardMention& m : all) {
            const bool again = has(kept, m.mention.finding, m.mention.status);
            const bool outweighed =
                m.mention.status == Status::absent &&
                (has(all, m.mention.finding, Status::present) || has(all, m.mention.finding, Status::uncertain));
            if (!again && !outweighed) kept.push_back(m);
        }
        all = std::move(kept);
    }

    static bool has(const std::vector<HeardMention>& mentions, const std::string& finding, Status status) {
        return std::any_of(mentions.begin(), mentions.end(), [&](const HeardMention& m) {
            return m.mention.finding == finding && m.mention.status == status;
        });
    }

    Readings& readings_;
};

}  // namespace

Readings read_message(const Lexicon& lexicon, const Utterance& utterance, std::optional<std::int64_t> now) {
    return MessageReader(lexicon, utterance, now).run();
}

void count_weak(Readings& readings) {
    for (std::vector<HeardMention>* list : {&readings.mentions, &readings.scales, &readings.subjects})
        for (HeardMention& m : *list)
            if (m.is_weak) m.mention.status = Status::present;
}

void settle_persons(Readings& readings, About about) { Settler(readings).run(about); }

std::vector<Mention> find_mentions(const Lexicon& lexicon, std::string_view text) {
    std::vector<Mention> out;
    Readings readings = read_message(lexicon, Utterance(lexicon, text));
    count_weak(readings);
    settle_persons(readings, About::own);
    for (HeardMention& heard : readings.mentions) out.push_back(std::move(heard.mention));
    return out;
}

}  // namespace anamnesis
