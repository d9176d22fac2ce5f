#include "text/trigger_table.hpp"

#include <algorithm>

namespace anamnesis {

namespace {

template <class Key>
int& entry_of(std::vector<std::pair<Key, int>>& all, const Key& key) {
    const auto it = std::find_if(all.begin(), all.end(), [&](const auto& entry) { return entry.first == key; });
    return it != all.end() ? it->second : all.emplace_back(key, 0).second;
}

}  // namespace

TriggerTable::TriggerTable() : nodes_(1) {}

TriggerTable::TriggerTable(const std::vector<std::vector<std::string>>& lists) : nodes_(1) {
    for (std::size_t list = 0; list < lists.size(); ++list)
        for (const std::string& phrase : lists[list])
            for (const std::vector<std::string>& form : forms_of(phrase))
                if (!form.empty()) add(form, static_cast<int>(list));
    first_.assign(static_cast<std::size_t>(words_.size()), 0);
    for (const auto& [word, next] : nodes_[0].words) first_[static_cast<std::size_t>(word)] = next;
}

int TriggerTable::step(int node, const std::string& item) {
    const int fresh = static_cast<int>(nodes_.size());
    Node& from = nodes_[static_cast<std::size_t>(node)];
    int* next = &from.any;
    if (item.back() == '*') {
        const std::string stem = item.substr(0, item.size() - 1);
        next = &entry_of(from.stems, stem);
    } else if (item != "~") {
        next = &entry_of(from.words, words_.add(item));
    }
    if (*next != 0) return *next;
    *next = fresh;
    nodes_.emplace_back();
    return fresh;
}

void TriggerTable::add(const std::vector<std::string>& items, int list) {
    int node = 0;
    for (const std::string& item : items) node = step(node, item);
    std::vector<int>& ends = nodes_[static_cast<std::size_t>(node)].lists;
    if (std::find(ends.begin(), ends.end(), list) == ends.end()) ends.push_back(list);
}

// All phrases that begin at one word.
class TriggerWalk {
public:
    TriggerWalk(const TriggerTable& table, const Utterance& u, std::vector<TriggerTable::Hit>& out)
        : table_(table), u_(u), out_(out) {
        numbers_.reserve(static_cast<std::size_t>(u.size()));
        for (int i = 0; i < u.size(); ++i) numbers_.push_back(table.words_.find(u.token(i)));
    }

    void from(int first) {
        first_ = first;
        begin_ = out_.size();
        const int word = number(first);
        if (const int next = word == WordMap::kNone ? 0 : table_.first_[static_cast<std::size_t>(word)]; next != 0)
            go(next, first + 1);
        for (const auto& [stem, next] : table_.nodes_[0].stems)
            if (u_.token(first).starts_with(stem)) go(next, first + 1);
    }

private:
    void go(int node, int last) {
        const TriggerTable::Node& here = table_.nodes_[static_cast<std::size_t>(node)];
        for (int list : here.lists) hear(list, last);
        if (here.words.empty() && here.stems.empty() && here.any == 0) return;
        const int i = last < u_.size() && (u_.token(last) == "," || u_.token(last) == "\n") ? last + 1 : last;
        if (i >= u_.size() || u_.is_mark(i)) return;
        for (const auto& [word, next] : here.words)
            if (word == number(i)) go(next, i + 1);
        for (const auto& [stem, next] : here.stems)
            if (u_.token(i).starts_with(stem)) go(next, i + 1);
        if (here.any != 0) go(here.any, i + 1);
    }

    int number(int token) const { return numbers_[static_cast<std::size_t>(token)]; }

    // Of one list the longest.
    void hear(int list, int last) {
        for (std::size_t i = begin_; i < out_.size(); ++i)
            if (out_[i].list == list) {
                out_[i].at.last = std::max(out_[i].at.last, last);
                return;
            }
        out_.push_back({list, {first_, last}});
    }

    const TriggerTable& table_;
    const Utterance& u_;
    std::vector<TriggerTable::Hit>& out_;
    std::vector<int> numbers_;  // of the tokens
    int first_ = 0;
    std::size_t begin_ = 0;
};

std::vector<TriggerTable::Hit> TriggerTable::find(const Utterance& utterance) const {
    std::vector<Hit> out;
    TriggerWalk walk(*this, utterance, out);
    for (int i = 0; i < utterance.size(); ++i)
        if (!utterance.is_mark(i)) walk.from(i);
    return out;
}

}  // namespace anamnesis
