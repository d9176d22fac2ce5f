#include "engine/proof/random_dialog.hpp"

#include <algorithm>
#include <numeric>
#include <random>

namespace anamnesis::tests {
namespace {

class DialogMaker {
public:
    explicit DialogMaker(unsigned seed) : random_(seed) {}

    Dialog run(int findings_max) {
        const int findings = 2 + below(findings_max - 1);
        for (int i = 0; i < findings; ++i) add_finding(i);
        if (one_in(3)) add_score();
        d_.order.resize(d_.findings.size());
        std::iota(d_.order.begin(), d_.order.end(), FindingIndex(0));
        for (int l = 0; l < 5; ++l)
            d_.outcomes.push_back({"o" + std::to_string(l), static_cast<Level>(l), {}, {}, false});
        add_states();
        for (int i = 0, n = 2 + below(6); i < n; ++i) add_rule(i);
        if (one_in(2)) add_clear_rule();
        d_.default_outcome = static_cast<std::size_t>(one_in(4) ? below(5) : 2);
        sort_rules();
        for (int i = 0, n = below(3); i < n; ++i) add_guarantee(i);
        return std::move(d_);
    }

private:
    int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }
    bool one_in(int n) { return below(n) == 0; }

    void add_finding(int i) {
        Finding f;
        f.id = "f" + std::to_string(i);
        if (one_in(4)) {
            f.type = FindingType::choice;
            for (int o = 0; o < 2; ++o) f.options.push_back({"o" + std::to_string(o), below(3), 0, {}});
        } else {
            if (one_in(2)) f.flag = static_cast<Level>(2 + below(3));
            f.red_flag = f.flag && *f.flag >= Level::urgent && !one_in(5);
            f.has_probe = f.flag && one_in(2);
            f.worse = !one_in(4);
            if (i > 0 && one_in(3)) f.parents.push_back(static_cast<FindingIndex>(below(i)));
            if (i > 0 && f.flag && one_in(3)) lift(f, static_cast<FindingIndex>(below(i)));
            if (!f.flag && one_in(8)) f.set_by = "command:skip_all";
        }
        d_.findings.push_back(std::move(f));
    }

    void lift(Finding& f, FindingIndex by) {
        const ValueSet known = one_in(2) ? value_bit(value::kYes) : value_bit(value::kNo);
        f.lifted_by = atom(by, known);
        d_.findings[by].lifts = true;
    }

    void add_score() {
        Finding score;
        score.id = "score";
        score.type = FindingType::score;
        for (FindingIndex i = 0; i < d_.findings.size(); ++i)
            if (d_.findings[i].type == FindingType::choice) score.items.push_back(i);
        score.options = {{"low", 0, 0, 2.0}, {"high", 0, 2, {}}};
        if (!score.items.empty()) d_.findings.push_back(std::move(score));
    }

    static Expr atom(FindingIndex f, ValueSet values) {
        Expr e;
        e.kind = Expr::Kind::value_in;
        e.finding = f;
        e.values = values;
        return e;
    }

    Expr random_atom() {
        const auto f = static_cast<FindingIndex>(below(static_cast<int>(d_.findings.size())));
        Expr e = atom(f, static_cast<ValueSet>(1 + below(31)));
        if (d_.findings[f].type == FindingType::score && one_in(2)) {
            e.kind = Expr::Kind::points_at_least;
            e.count = 1 + below(3);
        } else if (one_in(2)) {
            e.values = value_bit(value::kYes);
        }
        return e;
    }

    Expr random_expr(int depth) {
        if (depth == 0 || one_in(2)) return random_atom();
        Expr e;
        e.kind = static_cast<Expr::Kind>(1 + below(3));
        for (int i = 0, n = 1 + below(3); i < n; ++i) e.children.push_back(random_expr(depth - 1));
        e.count = 1 + below(static_cast<int>(e.children.size()));
        return e;
    }

    Expr when() { return one_in(3) ? random_expr(1) : Expr{}; }

    void add_states() {
        d_.states = {{"s0", Expr{}, false, {}}, {"s1", when(), false, {}}};
        for (FindingIndex f = 0; f < d_.findings.size(); ++f) {
            if (d_.findings[f].type == FindingType::score) continue;
            auto& questions = d_.states[static_cast<std::size_t>(below(2))].questions;
            if (!one_in(5)) questions.push_back(d_.questions.size());  // else a check
            d_.questions.push_back({"q" + std::to_string(f), {f}, Style::yes_no, when()});
        }
        join_two_questions();
    }

    void join_two_questions() {
        if (d_.questions.size() < 2 || one_in(2)) return;
        Question& list = d_.questions[0];
        const Question& other = d_.questions[1];
        if (d_.findings[list.asks[0]].type != FindingType::yes_no) return;
        if (d_.findings[other.asks[0]].type != FindingType::yes_no) return;
        list.asks.push_back(other.asks[0]);
        list.style = one_in(2) ? Style::any_of : Style::one_of;
    }

    void add_rule(int i) {
        Rule rule;
        rule.id = "r" + std::to_string(i);
        rule.stage = static_cast<Stage>(below(3));
        rule.after_state = static_cast<std::size_t>(below(2));
        rule.condition = random_expr(2);
        if (one_in(3)) rule.unless = random_atom();
        rule.outcome = static_cast<std::size_t>(below(5));
        if (one_in(4)) rule.ask_first = random_question();
        if (one_in(4)) rule.ask_then = {random_question()};
        d_.rules.push_back(std::move(rule));
    }

    // Below soon where every red flag is denied, so that G1 sometimes holds.
    void add_clear_rule() {
        Rule rule;
        rule.id = "clear";
        rule.condition.kind = Expr::Kind::all_of;
        for (FindingIndex f = 0; f < d_.findings.size(); ++f)
            if (d_.findings[f].red_flag) rule.condition.children.push_back(atom(f, value_bit(value::kNo)));
        rule.outcome = 0;
        d_.rules.push_back(std::move(rule));
        for (Rule& r : d_.rules)
            if (r.id != "clear") r.outcome = static_cast<std::size_t>(2 + below(3));
    }

    QuestionIndex random_question() { return static_cast<QuestionIndex>(below(static_cast<int>(d_.questions.size()))); }

    void sort_rules() {
        d_.rules_by_urgency.resize(d_.rules.size());
        std::iota(d_.rules_by_urgency.begin(), d_.rules_by_urgency.end(), std::size_t(0));
        std::stable_sort(d_.rules_by_urgency.begin(), d_.rules_by_urgency.end(), [&](std::size_t a, std::size_t b) {
            return d_.rules[a].outcome > d_.rules[b].outcome;  // an outcome's place is its level
        });
    }

    void add_guarantee(int i) {
        Guarantee g;
        g.id = "g" + std::to_string(i);
        g.condition = random_expr(1);
        if (one_in(2)) g.unless = random_atom();
        if (one_in(2)) g.at_least = static_cast<Level>(below(5));
        if (one_in(2)) g.at_least_at_end = static_cast<Level>(below(5));
        if (one_in(2)) g.never_outcomes = {static_cast<std::size_t>(below(5))};
        d_.guarantees.push_back(std::move(g));
    }

    Dialog d_;
    std::mt19937 random_;
};

}  // namespace

Dialog random_dialog(unsigned seed, int findings_max) { return DialogMaker(seed).run(findings_max); }

std::vector<std::pair<Value, Value>> sayings(const Finding& f) {
    std::vector<std::pair<Value, Value>> out{{value::kNotAsked, value::kNotAsked}};
    if (f.type == FindingType::score) return out;
    const int options = f.type == FindingType::yes_no ? 2 : static_cast<int>(f.options.size());
    for (int i = 0; i < options; ++i) out.emplace_back(value::option(i), value::kNotAsked);
    out.emplace_back(value::kUnsure, value::kNotAsked);
    if (f.has_probe)
        for (Value checked : {value::kUnsure, value::kNo, value::kYes}) out.emplace_back(value::kUnsure, checked);
    return out;
}

}  // namespace anamnesis::tests
