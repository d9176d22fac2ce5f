#include "proof/explore.hpp"

#include <algorithm>
#include <unordered_set>

#include "dialog/change.hpp"

namespace anamnesis::proof {
namespace {

using Choices = std::vector<std::string>;

// Ticks in every combination, each with and without "not sure" for the rest.
std::vector<Choices> ticks(const Dialog& d, const std::vector<FindingIndex>& items) {
    std::vector<Choices> out{{}, {"unsure"}};
    for (FindingIndex f : items)
        for (std::size_t i = 0, n = out.size(); i < n; ++i) {
            Choices more = out[i];
            more.push_back(d.findings[f].id);
            out.push_back(std::move(more));
        }
    return out;
}

std::vector<Choices> buttons(const Dialog& d, const Ask& ask, const std::vector<FindingIndex>& items) {
    const Finding& first = d.findings[items.front()];
    std::vector<Choices> out{{"unsure"}};
    const bool list = !ask.probe && items.size() > 1;
    if (list && d.questions[ask.index].style == Style::any_of) return ticks(d, items);
    if (list)
        for (FindingIndex f : items) out.push_back({d.findings[f].id});
    else if (ask.probe || first.type == FindingType::yes_no)
        out.insert(out.end(), {{"yes"}, {"no"}});
    else
        for (const Option& option : first.options) out.push_back({option.id});
    return out;
}

std::string key_of(const Findings& map) {
    std::string out(map.said.begin(), map.said.end());
    return out.append(map.checked.begin(), map.checked.end());
}

class Explorer {
public:
    Explorer(const Dialog& dialog, std::size_t positions_max) : d_(dialog), positions_max_(positions_max) {}

    // False where there are too many.
    bool run() {
        add(no_findings(d_));
        for (std::size_t i = 0, layer_end = 1, answers = 0; i < out_.positions.size(); ++i) {
            if (i == layer_end) {
                layer_end = out_.positions.size();
                ++answers;
            }
            if (!go_on(Findings(out_.positions[i]), answers)) return false;
        }
        return true;
    }

    Explored out_;

private:
    void add(Findings map) {
        if (seen_.insert(key_of(map)).second) out_.positions.push_back(std::move(map));
    }

    bool go_on(const Findings& map, std::size_t answers) {
        const Decision at = decide(d_, map);
        if (at.verdict && !at.pending) {
            out_.to_outcome = std::max(out_.to_outcome, answers);
            if (d_.outcomes[at.verdict->outcome].level == Level::emergency)
                out_.to_emergency = std::max(out_.to_emergency, answers);
        }
        if (!at.ask) return true;
        const auto items = shown_items(d_, effective(d_, map), *at.ask);
        if (items.empty()) return true;
        for (const Choices& choices : buttons(d_, *at.ask, items)) {
            add(with_answer(d_, map, *at.ask, items, Answer{"", choices, {}, false, false}));
            if (out_.positions.size() > positions_max_) return false;
        }
        return true;
    }

    const Dialog& d_;
    const std::size_t positions_max_;
    std::unordered_set<std::string> seen_;
};

// What is said of one map; of changes the proof alone speaks.
bool breaks(const Dialog& d, const Property& property, const Findings& map) {
    const Stand now = stand(d, map);
    return std::any_of(property.cases.begin(), property.cases.end(), [&](const Case& c) {
        return c.change.kind == Change::Kind::nothing && holds(c.bad, d, now, now);
    });
}

}  // namespace

std::optional<Explored> explore(const Dialog& d, const std::vector<Property>& properties, std::size_t positions_max) {
    Explorer explorer(d, positions_max);
    if (!explorer.run()) return std::nullopt;
    Explored out = std::move(explorer.out_);
    for (const Property& p : properties)
        if (std::any_of(out.positions.begin(), out.positions.end(), [&](const Findings& m) { return breaks(d, p, m); }))
            out.broken.push_back(p.id);
    return out;
}

}  // namespace anamnesis::proof
