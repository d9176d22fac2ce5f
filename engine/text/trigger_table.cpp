#include "text/trigger_table.hpp"

#include <algorithm>

namespace anamnesis {

TriggerTable::TriggerTable() : nodes_(1) {}

TriggerTable::TriggerTable(const std::vector<std::vector<std::string>>& lists) : nodes_(1) {
    for (std::size_t list = 0; list < lists.size(); ++list)
        for (const std::string& phrase : lists[list])
            for (const std::vector<std::string>& form : forms_of(phrase))
                if (!form.empty()) add(form, static_cast<int>(list));
    for (const auto& [word, next] : nodes_[0].words) first_.emplace(word, next);
}

int TriggerTable::step(int node, const std::string& item) {
    const int fresh = static_cast<int>(nodes_.size());
    Node& from = nodes_[static_cast<std::size_t>(node)];
    int* next = &from.any;
    if (item.back() == '*') {
        const std::string stem = item.substr(0, item.size() - 1);
        auto it = std::find_if(from.stems.begin(), from.stems.end(), [&](const auto& s) { return s.first == stem; });
        if (it == from.stems.end()) it = from.stems.insert(from.stems.end(), {stem, 0});
        next = &it->second;
    } else if (item != "~") {
        next = &from.words[item];
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
        : table_(table), u_(u), out_(out) {}

    void from(int first) {
        first_ = first;
        begin_ = out_.size();
        const std::string_view word = u_.token(first);
        if (const auto it = table_.first_.find(word); it != table_.first_.end()) go(it->second, first + 1);
        for (const auto& [stem, next] : table_.nodes_[0].stems)
            if (word.starts_with(stem)) go(next, first + 1);
    }

private:
    void go(int node, int last) {
        const TriggerTable::Node& here = table_.nodes_[static_cast<std::size_t>(node)];
        for (int list : here.lists) hear(list, last);
        if (here.words.empty() && here.stems.empty() && here.any == 0) return;
        const int i = last < u_.size() && (u_.token(last) == "," || u_.token(last) == "\n") ? last + 1 : last;
        if (i >= u_.size() || u_.is_mark(i)) return;
        const std::string_view word = u_.token(i);
        if (const auto it = here.words.find(word); it != here.words.end()) go(it->second, i + 1);
        for (const auto& [stem, next] : here.stems)
            if (word.starts_with(stem)) go(next, i + 1);
        if (here.any != 0) go(here.any, i + 1);
    }

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
