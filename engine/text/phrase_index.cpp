#include "text/phrase_index.hpp"

#include <algorithm>

namespace anamnesis {
namespace {

constexpr int kPlacesAWord = 16;  // of a usual message; only what is reserved

std::size_t at(int i) { return static_cast<std::size_t>(i); }

}  // namespace

PhraseIndex::PhraseIndex(const std::vector<Entry>& phrases) {
    for (const Entry& entry : phrases) count_uses(entry.phrase.root, vocabulary_, uses_);
    std::vector<Anchors> anchors;
    std::vector<std::string> regexes;
    for (const Entry& entry : phrases) {
        const bool is_regex = !entry.phrase.regex.empty();
        if (is_regex) regexes_.push_back(static_cast<int>(readers_.size()));
        if (is_regex) regexes.push_back(pattern_of(entry.phrase));
        anchors.push_back(is_regex ? Anchors{} : find_anchors(entry.phrase.root, vocabulary_, uses_));
        readers_.push_back({{}, {}, entry.prefer, anchors.back().before_min, anchors.back().before_max});
        if (!is_regex && PhraseProgram::is_for(entry.phrase.root))
            readers_.back().program.emplace(entry.phrase.root, vocabulary_);
        else
            readers_.back().matcher.emplace(pattern_of(entry.phrase), entry.prefer);
    }
    add_postings(anchors);
    regex_filter_ = RegexFilter(regexes);
}

void PhraseIndex::add_postings(const std::vector<Anchors>& anchors) {
    std::vector<std::pair<Symbol, int>> all;
    for (std::size_t i = 0; i < anchors.size(); ++i)
        for (Symbol symbol : anchors[i].symbols) all.emplace_back(symbol, static_cast<int>(i));
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    posting_ends_.assign(at(vocabulary_.size()), 0);
    for (const auto& [symbol, phrase] : all) {
        ++posting_ends_[at(symbol)];
        postings_.push_back(phrase);
    }
    for (std::size_t s = 1; s < posting_ends_.size(); ++s) posting_ends_[s] += posting_ends_[s - 1];
}

class PhraseIndex::Search {
public:
    Search(const PhraseIndex& index, const Utterance& utterance) : index_(index), u_(utterance) {
        words_.reserve(u_.size());
        tokens_.reserve(at(u_.size()));
        for (int i = 0, marks = 0; i < u_.size(); ++i) {
            if (u_.is_mark(i)) {
                marks += u_.is_sentence_end(i) && u_.token(i) != "\n" ? 2 : 1;
                continue;
            }
            words_.add(index_.vocabulary_, u_.token(i), marks < 2);
            tokens_.push_back(i);
            marks = 0;
        }
    }

    std::vector<FoundPhrase> run() {
        find_candidates();
        found_.reserve(candidates_.size());
        for (int phrase : candidates_) {
            const Reader& reader = index_.readers_[at(phrase)];
            if (reader.program)
                read_at_anchors(phrase, reader);
            else
                ask_re2(phrase, reader);
        }
        return std::move(found_);
    }

private:
    struct Place {
        int word;
        int next;  // of the same phrase, further right; -1: none
    };

    // From the last word to the first, so that each phrase has its places from left to right.
    void find_candidates() {
        first_place_.assign(index_.readers_.size(), -1);
        said_.assign(at(index_.vocabulary_.size()), 0);
        places_.reserve(at(words_.size() * kPlacesAWord));
        candidates_.reserve(at(words_.size() * kPlacesAWord));
        for (int regex : index_.regex_filter_.candidates(u_.normalised.text))
            candidates_.push_back(index_.regexes_[at(regex)]);
        for (int i = words_.size() - 1; i >= 0; --i)
            for (Symbol symbol : words_[i]) {
                said_[at(symbol)] = 1;
                const std::size_t begin = symbol == 0 ? 0 : index_.posting_ends_[at(symbol) - 1];
                for (std::size_t p = begin; p < index_.posting_ends_[at(symbol)]; ++p)
                    add_place(index_.postings_[p], i);
            }
        const auto is_hopeless = [&](int phrase) {
            const auto& program = index_.readers_[at(phrase)].program;
            return program && !program->may_be_in(said_);
        };
        candidates_.erase(std::remove_if(candidates_.begin(), candidates_.end(), is_hopeless), candidates_.end());
        std::sort(candidates_.begin(), candidates_.end());
    }

    void add_place(int phrase, int word) {
        int& first = first_place_[at(phrase)];
        if (first < 0) candidates_.push_back(phrase);
        places_.push_back({word, first});
        first = static_cast<int>(places_.size()) - 1;
    }

    void ask_re2(int phrase, const Reader& reader) {
        for (PhraseHit& hit : u_.find(*reader.matcher)) {
            if (reader.prefer == Prefer::longest) hit.gaps.clear();
            found_.push_back({phrase, std::move(hit)});
        }
    }

    void read_at_anchors(int phrase, const Reader& reader) {
        int begin = 0;
        for (int p = first_place_[at(phrase)]; p >= 0; p = places_[at(p)].next) {
            begin = std::max(begin, places_[at(p)].word - reader.before_max);
            for (; begin <= places_[at(p)].word - reader.before_min; ++begin) read(phrase, reader, begin);
        }
    }

    void read(int phrase, const Reader& reader, int begin) {
        gaps_.clear();
        const int end = reader.program->run(words_, begin, reader.prefer, gaps_);
        if (end < 0) return;
        PhraseHit hit{tokens({begin, end}), {}};
        for (auto gap = gaps_.rbegin(); gap != gaps_.rend(); ++gap) hit.gaps.push_back(tokens(*gap));
        found_.push_back({phrase, std::move(hit)});
    }

    TokenRange tokens(const WordRange& words) const {
        return {tokens_[at(words.first)], tokens_[at(words.last) - 1] + 1};
    }

    const PhraseIndex& index_;
    const Utterance& u_;
    WordSequence words_;
    std::vector<int> tokens_;       // by word: its token
    std::vector<char> said_;        // by symbol: not 0 if a word of the message is it
    std::vector<int> first_place_;  // by phrase: where its leftmost anchor stands in places_
    std::vector<int> candidates_;
    std::vector<Place> places_;
    std::vector<WordRange> gaps_;
    std::vector<FoundPhrase> found_;
};

std::vector<FoundPhrase> PhraseIndex::find(const Utterance& utterance) const { return Search(*this, utterance).run(); }

}  // namespace anamnesis
