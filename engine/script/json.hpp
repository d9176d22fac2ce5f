#pragma once
// JSON as a tree that remembers where each value stands, so that every diagnostic can name a place.

#include <optional>
#include <string>
#include <vector>

#include <anamnesis/diagnostic.hpp>
#include <anamnesis/script.hpp>

#include "report/report.hpp"

namespace anamnesis::json {

inline constexpr std::size_t kFileBytesMax = 1024 * 1024;
inline constexpr int kDepthMax = 24;

using Where = Place;

enum class Kind { null, boolean, number, string, array, object };

struct Member;

struct Node {
    Kind kind = Kind::null;
    Where where;
    bool boolean = false;
    double number = 0;
    std::string string;
    std::vector<Node> items;
    std::vector<Member> members;

    const Node* find(const std::string& key) const;
};

struct Member {
    std::string key;
    Where where;  // of the key
    Node value;
};

// The tree of a file. Nothing if the file is no JSON, too large or too deep; duplicate keys are
// reported and the first one is kept.
std::optional<Node> parse(const ScriptFile& file, Diagnostics& diagnostics);

}  // namespace anamnesis::json
