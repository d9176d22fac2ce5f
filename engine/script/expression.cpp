// Expressions as words, read by recursive descent. Grammar: the dialog language, section 3.

#include <algorithm>
#include <charconv>
#include <map>
#include <string_view>

#include "script/names.hpp"

namespace anamnesis {
namespace {

constexpr int kNestingMax = 32;

constexpr ValueSet kPresent = value_bit(value::kYes);
constexpr ValueSet kDenied = value_bit(value::kNo);
constexpr ValueSet kUnsure = value_bit(value::kUnsure);
constexpr ValueSet kPossible = kPresent | kUnsure | value_bit(value::kOpen);
constexpr ValueSet kKnown = static_cast<ValueSet>(~(value_bit(value::kNotAsked) | kUnsure | value_bit(value::kOpen)));

const std::map<std::string_view, ValueSet> kStatus = {
    {"present", kPresent}, {"denied", kDenied}, {"possible", kPossible}, {"unsure", kUnsure}};

const std::map<std::string_view, ValueSet> kPrefixWord = {
    {"no", kDenied}, {"maybe", kPossible}, {"unsure", kUnsure}, {"known", kKnown}};

struct Token {
    std::string_view text;
    std::size_t at = 0;
};

struct Mistake {
    std::size_t at;
    const char* code;
    std::string message;
    std::string hint;
};

// What the expression needs is itself at fault, and was reported as such.
struct AlreadyTold {};

bool is_name_char(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
}

std::vector<Token> tokens_of(std::string_view text) {
    std::vector<Token> out;
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] == ' ' || text[i] == '\t' || text[i] == '\n') {
            ++i;
            continue;
        }
        std::size_t end = i + 1;
        if (is_name_char(text[i]))
            while (end < text.size() && is_name_char(text[end])) ++end;
        else if (text.substr(i, 2) == ">=")
            end = i + 2;
        out.push_back({text.substr(i, end - i), i});
        i = end;
    }
    out.push_back({"", text.size()});
    return out;
}

Expr broken() {
    Expr e;
    e.kind = Expr::Kind::at_least;
    e.count = -1;
    return e;
}

class Parser {
public:
    Parser(std::string_view text, const std::string& prefix, Names& names, Diagnostics& diagnostics)
        : tokens_(tokens_of(text)), prefix_(prefix), names_(names), diagnostics_(diagnostics) {}

    Expr whole() {
        Expr e = expr();
        if (!peek().empty()) fail(quoted(peek()) + " is not expected here", "join parts with and, or");
        return e;
    }

private:
    std::string_view peek() const { return tokens_[next_].text; }

    [[noreturn]] void fail(std::string message, std::string hint = {}, const char* code = code::kBadExpression) {
        throw Mistake{tokens_[next_].at, code, std::move(message), std::move(hint)};
    }

    std::string_view take() {
        if (peek().empty()) fail("the expression ends too early", "name a finding here, or leave the last word out");
        return tokens_[next_++].text;
    }

    bool accept(std::string_view word) {
        if (peek() != word) return false;
        ++next_;
        return true;
    }

    void expect(std::string_view word) {
        if (!accept(word))
            fail(peek().empty() ? quoted(word) + " is missing at the end"
                                : quoted(word) + " should stand here, not " + quoted(peek()),
                 "put it in");
    }

    Expr expr() {
        if (++nesting_ > kNestingMax)
            fail("brackets are nested too deeply", "give a part of it a name under \"defines\"");
        std::vector<Expr> parts{atom()};
        std::string_view joint;
        while (peek() == "and" || peek() == "or") {
            if (!joint.empty() && joint != peek())
                fail("\"and\" and \"or\" are mixed", "put brackets around one of them");
            joint = take();
            parts.push_back(atom());
        }
        --nesting_;
        if (joint.empty()) return std::move(parts[0]);
        return group_of(joint == "and" ? Expr::Kind::all_of : Expr::Kind::any_of, std::move(parts));
    }

    static Expr group_of(Expr::Kind kind, std::vector<Expr> children, int count = 0) {
        Expr e;
        e.kind = kind;
        e.count = count;
        e.children = std::move(children);
        return e;
    }

    void count_atom() {
        if (!names_.count_atom())
            fail("the expressions of this script are too long", "a define counts each time it is used",
                 code::kTooLarge);
    }

    Expr atom_of(FindingIndex f, ValueSet values) {
        count_atom();
        Expr e;
        e.kind = Expr::Kind::value_in;
        e.finding = f;
        e.values = values;
        return e;
    }

    // About the name just taken.
    [[noreturn]] void fail_at_name(std::string message, std::string hint = {}) {
        --next_;
        fail(std::move(message), std::move(hint));
    }

    Expr atom() {
        if (accept("(")) {
            Expr e = expr();
            expect(")");
            return e;
        }
        if (peek() == "any" || peek() == "all") {
            const auto kind = take() == "any" ? Expr::Kind::any_of : Expr::Kind::all_of;
            accept("of");
            return group_of(kind, group());
        }
        if (accept("at")) return at_least();
        if (const auto word = kPrefixWord.find(peek()); word != kPrefixWord.end()) return prefixed(word->second);
        return named();
    }

    Expr at_least() {
        expect("least");
        const int count = number();
        expect("of");
        std::vector<Expr> members = group();
        if (count < 1 || count > static_cast<int>(members.size()))
            fail("\"at least " + std::to_string(count) + "\" of " + std::to_string(members.size()) +
                     " is always the same",
                 "ask for at least 1, and no more than there are");
        return group_of(Expr::Kind::at_least, std::move(members), count);
    }

    Expr prefixed(ValueSet values) {
        const std::string word(take());
        if (names_.define(prefix_, std::string(peek()), diagnostics_))
            fail("\"" + word + "\" cannot stand before a define", "write the condition out");
        const FindingIndex f = finding();
        if ((word == "no" || word == "maybe") && names_.at(f).type != FindingType::yes_no)
            fail_at_name("\"" + word + "\" needs a yes_no finding", "use is, in, unsure or known");
        return atom_of(f, values);
    }

    Expr named() {
        if (const Expr* define = names_.define(prefix_, std::string(peek()), diagnostics_)) {
            ++next_;
            for_each_atom(*define, [&](const Expr&) { count_atom(); });
            return is_broken(*define) ? broken() : *define;
        }
        const FindingIndex f = finding();
        const Finding& what = names_.at(f);
        if (accept(">=")) return points(f);
        if (accept("is")) return atom_of(f, one_value(f));
        if (accept("in")) return atom_of(f, values(f));
        if (what.type != FindingType::yes_no) fail_at_name(what.id + " is no yes_no finding", "say is, in or >=");
        return atom_of(f, kPresent);
    }

    Expr points(FindingIndex f) {
        if (names_.at(f).type != FindingType::score)
            fail("\">=\" needs a score", "for a number name its band: duration is weeks");
        count_atom();
        Expr e;
        e.kind = Expr::Kind::points_at_least;
        e.finding = f;
        e.count = number();
        return e;
    }

    ValueSet values(FindingIndex f) {
        expect("(");
        ValueSet out = one_value(f);
        while (accept(",")) out = static_cast<ValueSet>(out | one_value(f));
        expect(")");
        return out;
    }

    ValueSet one_value(FindingIndex f) {
        const Finding& what = names_.at(f);
        const bool has_options = what.type == FindingType::choice || what.type == FindingType::number;
        if (has_options && what.options.empty()) throw AlreadyTold{};
        for (std::size_t i = 0; i < what.options.size() && what.type != FindingType::score; ++i)
            if (what.options[i].id == peek()) {
                ++next_;
                return value_bit(value::option(static_cast<int>(i)));
            }
        std::vector<std::string> ids;
        for (const Option& o : what.options) ids.push_back(o.id);
        fail(what.id + " has no value " + quoted(peek()), did_you_mean(peek(), ids), code::kUnknownName);
    }

    std::vector<Expr> group() {
        const std::vector<FindingIndex> members = group_members();
        ValueSet values = kPresent;
        if (const auto status = kStatus.find(peek()); status != kStatus.end()) {
            ++next_;
            values = status->second;
        }
        std::vector<Expr> out;
        for (FindingIndex f : members) out.push_back(atom_of(f, values));
        return out;
    }

    std::vector<FindingIndex> group_members() {
        std::vector<FindingIndex> out;
        if (accept("(")) {
            do out.push_back(yes_no_finding());
            while (accept(","));
            expect(")");
            return out;
        }
        out = names_.tagged(std::string(peek()));
        if (out.empty()) fail("no finding has the tag " + quoted(peek()), tag_hint(), code::kUnknownName);
        ++next_;
        return out;
    }

    std::string tag_hint() const {
        const bool of_findings = names_.finding(prefix_, std::string(peek())).has_value();
        return of_findings ? "a list of findings needs brackets" : did_you_mean(peek(), names_.tags());
    }

    FindingIndex yes_no_finding() {
        const FindingIndex f = finding();
        if (names_.at(f).type != FindingType::yes_no)
            fail_at_name("a group is of yes_no findings", "use is or in for the others");
        return f;
    }

    FindingIndex finding() {
        if (peek().empty()) fail("the name of a finding is missing", "write one here");
        const auto f = names_.finding(prefix_, std::string(peek()));
        if (!f) fail("unknown name " + quoted(peek()), did_you_mean(peek(), names_.all()), code::kUnknownName);
        ++next_;
        return *f;
    }

    int number() {
        const std::string_view text = peek();
        int n = 0;
        const auto end = std::from_chars(text.data(), text.data() + text.size(), n);
        if (text.empty() || end.ec != std::errc() || end.ptr != text.data() + text.size())
            fail("a whole number is missing", "write one here");
        ++next_;
        return n;
    }

    std::vector<Token> tokens_;
    std::size_t next_ = 0;
    int nesting_ = 0;
    const std::string& prefix_;
    Names& names_;
    Diagnostics& diagnostics_;
};

}  // namespace

Expr parse_expression(const Text& text, const std::string& prefix, Names& names, Diagnostics& diagnostics) {
    if (text.value.empty()) return {};
    try {
        return Parser(text.value, prefix, names, diagnostics).whole();
    } catch (const Mistake& m) {
        json::Where where = text.where;
        where.column += 1 + static_cast<int>(m.at);  // behind the quote
        report(diagnostics, m.code, where, m.message + " in \"" + text.value + "\"", m.hint);
        return broken();
    } catch (const AlreadyTold&) {
        return broken();
    }
}

bool is_broken(const Expr& expr) {
    return (expr.kind == Expr::Kind::at_least && expr.count < 0) ||
           std::any_of(expr.children.begin(), expr.children.end(), is_broken);
}

}  // namespace anamnesis
