#pragma once
// What the names of a script and its includes stand for, while it is being linked.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <anamnesis/dialog.hpp>

#include "script/draft.hpp"

namespace anamnesis {

// A draft with the prefix of its names: "" or "gad7.".
struct Part {
    const Draft* draft = nullptr;
    std::string prefix;
    json::Where include = {};  // where the script names it
};

class Names {
public:
    Names(const Dialog& dialog, const std::vector<Part>& parts);

    // A name as seen from a script with this prefix: its own names first.
    std::optional<FindingIndex> finding(const std::string& prefix, const std::string& name) const;
    std::vector<FindingIndex> tagged(const std::string& tag) const;

    // The expression of a define, parsed at its first use; nothing if there is none of that name.
    const Expr* define(const std::string& prefix, const std::string& name, Diagnostics& diagnostics);

    // Findings and defines, and tags: what a misspelt one may have been.
    std::vector<std::string> all() const;
    std::vector<std::string> tags() const;

    const Finding& at(FindingIndex finding) const { return dialog_.findings[finding]; }

    // Counts an atom of an expression; false: the script has more than it may, defines written out.
    bool count_atom() { return ++atoms_ <= kAtomsMax; }

    static constexpr int kAtomsMax = 100'000;
    static constexpr int kDefineDepthMax = 100;

private:
    struct Define {
        Text text;
        std::string prefix;
        std::optional<Expr> parsed;
        bool busy = false;
    };

    const Expr* parsed(Define& define, Diagnostics& diagnostics);

    const Dialog& dialog_;
    std::map<std::string, FindingIndex> findings_;
    std::map<std::string, std::vector<FindingIndex>> tags_;
    std::map<std::string, Define> defines_;
    int atoms_ = 0;
    int define_depth_ = 0;
};

// Reads an expression; an empty one is `always`. Reports the first mistake in it and gives a
// broken expression then.
Expr parse_expression(const Text& text, const std::string& prefix, Names& names, Diagnostics& diagnostics);

// True of what parse_expression() gives for a mistake, at any depth: its meaning is not to be checked.
bool is_broken(const Expr& expr);

// Of every define, so that a mistake in one that nothing uses is reported too, and a name used twice.
void parse_defines(const std::vector<Part>& parts, Names& names, Diagnostics& diagnostics);

}  // namespace anamnesis
