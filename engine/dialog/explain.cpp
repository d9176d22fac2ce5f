// Why a conversation stands where it stands: decides once for the map as it is, and once for each single change of it.

#include <algorithm>

#include <anamnesis/explanation.hpp>

#include "dialog/turn.hpp"

namespace anamnesis {
namespace {

class Explainer {
public:
    Explainer(const Dialog& dialog, const Session& session)
        : d_(dialog), session_(session), now_(verdict(dialog, effective(dialog, session.findings))) {}

    Explanation run() {
        const Outcome& outcome = d_.outcomes[now_.outcome];
        out_.rule = now_.rule ? d_.rules[*now_.rule].id : "default";
        out_.outcome = outcome.id;
        out_.level = outcome.level;
        if (now_.rule) add_reason(d_.rules[*now_.rule]);
        for (const auto& [f, evidence] : session_.evidence)
            out_.facts.push_back({d_.findings[f].id, id_of_value(f), label(f, session_.findings.said[f]), evidence});
        for (FindingIndex f = 0; f < d_.findings.size(); ++f) add_flips(f);
        std::stable_sort(out_.flips.begin(), out_.flips.end(),
                         [](const auto& a, const auto& b) { return a.level > b.level; });
        return std::move(out_);
    }

private:
    void add_reason(const Rule& rule) {
        out_.why = text_for(d_, session_.locale, "rules." + rule.id + ".why");
        out_.cites = rule.cites;
    }

    std::string id_of_value(FindingIndex f) const {
        return std::string(value_id(d_.findings[f], session_.findings.said[f]));
    }

    std::string label(FindingIndex f, Value v) const {
        Reply reply;
        reply.noted.push_back({f, v});
        return render(d_, session_, reply).noted.front().label;
    }

    // A score follows from its items; what a command sets is no answer.
    void add_flips(FindingIndex f) {
        const Finding& finding = d_.findings[f];
        if (finding.type == FindingType::score || !finding.set_by.empty()) return;
        const int last = finding.type == FindingType::yes_no
                             ? value::kYes
                             : value::kOptionFirst + static_cast<int>(finding.options.size()) - 1;
        for (int v = value::kUnsure; v <= last; ++v)
            if (v != value::kOpen && v != session_.findings.said[f]) add_flip(f, static_cast<Value>(v));
    }

    void add_flip(FindingIndex f, Value v) {
        const Verdict after = verdict(d_, effective(d_, with_value(d_, session_.findings, f, v)));
        const Level level = d_.outcomes[after.outcome].level;
        if (level == out_.level) return;
        out_.flips.push_back({d_.findings[f].id, std::string(value_id(d_.findings[f], v)), label(f, v), level});
    }

    const Dialog& d_;
    const Session& session_;
    const Verdict now_;
    Explanation out_;
};

}  // namespace

Explanation explain(const Dialog& dialog, const Session& session) { return Explainer(dialog, session).run(); }

}  // namespace anamnesis
