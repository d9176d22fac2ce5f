#pragma once
/// Conditions over findings, as a tree. Total: true or false on every map of findings.
/// Every atom is "this finding has one of these values", so one shape serves deciding, checking at
/// load and proof. Source: the dialog language, section 3.

#include <cstdint>
#include <vector>

namespace anamnesis {

/// Position of a finding in Dialog::findings.
using FindingIndex = std::uint16_t;

/// What is known of a finding. Options of a choice, bands of a number: `value::option(i)`.
using Value = std::uint8_t;

namespace value {
inline constexpr Value kNotAsked = 0;
inline constexpr Value kUnsure = 1;
inline constexpr Value kOpen = 2;  ///< "not sure" was said and the finding's own check is still to come
inline constexpr Value kNo = 3;    ///< yes_no only
inline constexpr Value kYes = 4;   ///< yes_no only
inline constexpr Value kOptionFirst = 3;
inline constexpr int kOptionsMax = 8;

constexpr Value option(int index) { return static_cast<Value>(kOptionFirst + index); }
}  // namespace value

/// A set of values, one bit each.
using ValueSet = std::uint16_t;

constexpr ValueSet value_bit(Value v) { return static_cast<ValueSet>(1u << v); }

struct Expr {
    enum class Kind : std::uint8_t {
        always,           ///< true; what an absent condition means
        all_of,           ///< every child
        any_of,           ///< some child
        at_least,         ///< at least `count` children
        value_in,         ///< the effective value of `finding` is in `values`
        points_at_least,  ///< the score `finding` has at least `count` points so far
    };

    Kind kind = Kind::always;
    FindingIndex finding = 0;
    ValueSet values = 0;
    int count = 0;
    std::vector<Expr> children;

    bool operator==(const Expr&) const = default;
};

/// Calls `visit(const Expr&)` for every atom below (value_in, points_at_least), left to right.
template <class Visit>
void for_each_atom(const Expr& expr, const Visit& visit) {
    if (expr.kind == Expr::Kind::value_in || expr.kind == Expr::Kind::points_at_least) visit(expr);
    for (const Expr& child : expr.children) for_each_atom(child, visit);
}

}  // namespace anamnesis
