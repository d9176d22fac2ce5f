#include "script/json.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include <nlohmann/json.hpp>

#include "script/json_fault.hpp"
#include "script/report.hpp"

namespace anamnesis::json {
namespace {

// Counts the bytes that the parser has taken: nlohmann/json gives no positions before 3.12.
class CountingIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator(const char* at, std::size_t* taken) : at_(at), taken_(taken) {}
    reference operator*() const { return *at_; }
    CountingIterator& operator++() {
        ++at_;
        ++*taken_;
        return *this;
    }
    bool operator==(const CountingIterator& other) const { return at_ == other.at_; }
    bool operator!=(const CountingIterator& other) const { return at_ != other.at_; }

private:
    const char* at_;
    std::size_t* taken_;
};

std::string escape_pointer(const std::string& key) {
    std::string out;
    for (char c : key) {
        if (c == '~')
            out += "~0";
        else if (c == '/')
            out += "~1";
        else
            out += c;
    }
    return out;
}

// Builds the tree from parser events. A token starts at the first byte that is no separator after
// the end of the token before it.
class TreeBuilder final : public nlohmann::json_sax<nlohmann::json> {
public:
    TreeBuilder(const ScriptFile& file, const std::size_t& taken, Diagnostics& diagnostics)
        : file_(file), taken_(taken), diagnostics_(diagnostics) {}

    bool null() override {
        return leaf([](Node&) {}, Kind::null);
    }
    bool boolean(bool v) override {
        return leaf([v](Node& n) { n.boolean = v; }, Kind::boolean);
    }
    bool number_integer(number_integer_t v) override { return number(static_cast<double>(v)); }
    bool number_unsigned(number_unsigned_t v) override { return number(static_cast<double>(v)); }
    bool number_float(number_float_t v, const string_t&) override { return number(v); }
    bool string(string_t& v) override {
        return leaf([&v](Node& n) { n.string = std::move(v); }, Kind::string);
    }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return open(Kind::object); }
    bool start_array(std::size_t) override { return open(Kind::array); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t& name) override {
        key_ = std::move(name);
        key_where_ = token();
        key_where_.pointer = pointer() + "/" + escape_pointer(key_);
        return true;
    }

    bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception& e) override {
        done_ = false;  // a value may have been complete before what follows it
        Where where = token();
        where.pointer.clear();
        SyntaxFault fault = syntax_fault(e.what());
        report(diagnostics_, code::kBadJson, where, std::move(fault.message), std::move(fault.hint));
        return false;
    }

    std::optional<Node> take() {
        if (!done_) return std::nullopt;
        return std::move(root_);
    }

private:
    struct Level {
        Node node;
        std::string key;  // of this node in its parent
        Where key_where;
        std::unordered_set<std::string> keys;
    };

    bool number(double v) {
        return leaf([v](Node& n) { n.number = v; }, Kind::number);
    }

    template <class Fill>
    bool leaf(const Fill& fill, Kind kind) {
        Node node = make(kind);
        fill(node);
        return attach(std::move(node), key_, key_where_);
    }

    bool open(Kind kind) {
        if (stack_.size() >= static_cast<std::size_t>(kDepthMax)) {
            report(diagnostics_, code::kTooLarge, token(), "values are nested too deeply",
                   "at most " + std::to_string(kDepthMax) + " levels");
            return false;
        }
        Node node = make(kind);
        stack_.push_back({std::move(node), key_, key_where_, {}});
        return true;
    }

    bool close() {
        end_ = taken_;
        Level level = std::move(stack_.back());
        stack_.pop_back();
        return attach(std::move(level.node), level.key, level.key_where);
    }

    bool attach(Node node, const std::string& key, const Where& key_where) {
        if (stack_.empty()) {
            root_ = std::move(node);
            done_ = true;
            return true;
        }
        Node& parent = stack_.back().node;
        if (parent.kind == Kind::array) {
            parent.items.push_back(std::move(node));
        } else if (!stack_.back().keys.insert(key).second) {
            report(diagnostics_, code::kDuplicateKey, key_where, "the key \"" + key + "\" stands twice",
                   "keep one of them");
        } else {
            parent.members.push_back({key, key_where, std::move(node)});
        }
        return true;
    }

    Node make(Kind kind) {
        Node node;
        node.kind = kind;
        node.where = token();
        node.where.pointer = child_pointer();
        return node;
    }

    std::string pointer() const { return stack_.empty() ? std::string() : stack_.back().node.where.pointer; }

    std::string child_pointer() const {
        if (stack_.empty()) return {};
        const Node& parent = stack_.back().node;
        return pointer() + "/" +
               (parent.kind == Kind::array ? std::to_string(parent.items.size()) : escape_pointer(key_));
    }

    // The place of the token just read.
    Where token() {
        const std::string_view text = file_.text;
        std::size_t at = text.find_first_not_of(" \t\r\n,:", end_);
        if (at == std::string_view::npos) at = text.size();
        end_ = std::max(taken_, at);
        advance_line(at);
        return {file_.path, {}, line_, static_cast<int>(at - line_start_) + 1};
    }

    void advance_line(std::size_t at) {
        for (; scanned_ < at; ++scanned_) {
            if (file_.text[scanned_] != '\n') continue;
            ++line_;
            line_start_ = scanned_ + 1;
        }
    }

    const ScriptFile& file_;
    const std::size_t& taken_;
    Diagnostics& diagnostics_;
    std::vector<Level> stack_;
    std::string key_;
    Where key_where_;
    Node root_;
    bool done_ = false;
    std::size_t end_ = 0;
    std::size_t scanned_ = 0;
    std::size_t line_start_ = 0;
    int line_ = 1;
};

}  // namespace

const Node* Node::find(const std::string& key) const {
    for (const Member& m : members)
        if (m.key == key) return &m.value;
    return nullptr;
}

std::optional<Node> parse(const ScriptFile& file, Diagnostics& diagnostics) {
    if (file.text.size() > kFileBytesMax) {
        report(diagnostics, code::kTooLarge, {file.path, {}, 0, 0}, "the file is larger than 1 MiB",
               "split it into included scripts");
        return std::nullopt;
    }
    std::size_t taken = 0;
    TreeBuilder builder(file, taken, diagnostics);
    const char* begin = file.text.data();
    nlohmann::json::sax_parse(CountingIterator(begin, &taken), CountingIterator(begin + file.text.size(), &taken),
                              &builder);
    return builder.take();
}

}  // namespace anamnesis::json
