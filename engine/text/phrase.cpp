#include "text/phrase.hpp"

#include <utility>

#include "text/normalise.hpp"

namespace anamnesis {
namespace {

using Kind = PhraseNode::Kind;

constexpr std::string_view kEscapeHatch = "re2:";
constexpr int kDepthMax = 6;
constexpr std::size_t kStemBytesMin = 2;
constexpr const char* kMayPart = "(?:[,\n] )?";
constexpr const char* kRestOfWord = "[^ ]*";
constexpr const char* kAnyWord = "[^ .,?!;\n][^ ]*";

struct Fault {
    std::string sentence;
};

Error error_of(Fault fault) { return {Errc::bad_input, std::move(fault.sentence)}; }

[[noreturn]] void fail(std::string sentence) { throw Fault{std::move(sentence)}; }

bool is_syntax(char c) { return std::string_view(" ()[]|*~").find(c) != std::string_view::npos; }

// Recursive descent; a fault ends it.
class PhraseParser {
public:
    explicit PhraseParser(std::string_view phrase) : rest_(phrase) {}

    PhraseNode run() {
        PhraseNode out = sequence(0);
        if (rest_.empty()) return out;
        if (rest_[0] == '|') fail("\"|\" stands outside of brackets");
        fail(std::string("\"") + rest_[0] + "\" closes nothing");
    }

private:
    void skip_spaces() {
        while (!rest_.empty() && rest_[0] == ' ') rest_.remove_prefix(1);
    }

    bool at_end_of_sequence() {
        skip_spaces();
        return rest_.empty() || rest_[0] == '|' || rest_[0] == ')' || rest_[0] == ']';
    }

    PhraseNode sequence(int depth) {
        PhraseNode out{Kind::sequence, {}, 0, {}};
        bool has_word = false, after_gap = false;
        while (!at_end_of_sequence()) {
            const char c = rest_[0];
            if (c == '~' && (out.parts.empty() || after_gap)) fail("~n must stand between two words");
            after_gap = c == '~';
            has_word = has_word || (c != '~' && c != '[');
            item(depth, out.parts);
        }
        if (out.parts.empty()) fail("there is no word where one should be");
        if (after_gap) fail("~n must stand between two words");
        if (!has_word) fail("only [optional] words: it would match anything");
        return out;
    }

    void item(int depth, std::vector<PhraseNode>& out) {
        if (depth > kDepthMax) fail("brackets are nested too deeply");
        switch (rest_[0]) {
            case '(': out.push_back(alternatives(depth, ')')); return;
            case '[': out.push_back({Kind::optional, {}, 0, {alternatives(depth, ']')}}); return;
            case '~': out.push_back(gap()); return;
            case '*': fail("\"*\" must follow a stem directly");
            default: words(out);
        }
    }

    PhraseNode alternatives(int depth, char close) {
        const char open = rest_[0];
        PhraseNode out{Kind::alternatives, {}, 0, {}};
        do {
            rest_.remove_prefix(1);
            out.parts.push_back(sequence(depth + 1));
        } while (!rest_.empty() && rest_[0] == '|');
        if (rest_.empty() || rest_[0] != close) fail(std::string("\"") + open + "\" without \"" + close + "\"");
        rest_.remove_prefix(1);
        return out;
    }

    PhraseNode gap() {
        const char n = rest_.size() > 1 ? rest_[1] : '0';
        if (n < '1' || n > '0' + kFillersMax || (rest_.size() > 2 && !is_syntax(rest_[2])))
            fail("~n leaps over 1 to 5 words, as in ~3");
        rest_.remove_prefix(2);
        return {Kind::gap, {}, n - '0', {}};
    }

    // One word of the author; "pre-workout" is two of ours.
    void words(std::vector<PhraseNode>& out) {
        std::size_t length = 0;
        while (length < rest_.size() && !is_syntax(rest_[length])) ++length;
        const std::string written(rest_.substr(0, length));
        rest_.remove_prefix(length);
        const bool stem = !rest_.empty() && rest_[0] == '*';
        if (stem) rest_.remove_prefix(1);
        if (stem && !rest_.empty() && !is_syntax(rest_[0])) fail("\"*\" must be the end of its word");
        split(written, stem, out);
    }

    static void split(const std::string& written, bool stem, std::vector<PhraseNode>& out) {
        const std::string text = normalise(written).text;
        if (text.size() < 2) fail("\"" + written + "\" has no letters");
        for (std::size_t begin = 1; begin < text.size();) {
            const std::size_t end = text.find(' ', begin);
            if (is_mark(text[begin]) || text[begin] == '-')
                fail("\"" + written + "\": a phrase is of words, without punctuation");
            const bool is_stem = stem && end + 1 == text.size();
            if (is_stem && end - begin < kStemBytesMin) fail("\"" + written + "*\" is too short a stem");
            out.push_back({is_stem ? Kind::stem : Kind::word, text.substr(begin, end - begin), 0, {}});
            begin = end + 1;
        }
    }

    std::string_view rest_;
};

void append_pattern(const PhraseNode& node, std::string& out) {
    switch (node.kind) {
        case Kind::word:
        case Kind::stem:
            out += kMayPart;
            for (char c : node.text) out.append(c == '.' ? "\\" : "").append(1, c);
            out.append(node.kind == Kind::stem ? kRestOfWord : "").append(" ");
            return;
        case Kind::gap:
            out.append("((?:").append(kMayPart).append(kAnyWord).append(" ){0,");
            out.append(std::to_string(node.fillers)).append("}?)");
            return;
        case Kind::optional:
            append_pattern(node.parts[0], out);
            out += '?';
            return;
        case Kind::sequence:
            for (const PhraseNode& part : node.parts) append_pattern(part, out);
            return;
        case Kind::alternatives:
            const char* before = "(?:";
            for (const PhraseNode& part : node.parts) {
                out += before;
                append_pattern(part, out);
                before = "|";
            }
            out += ')';
    }
}

}  // namespace

Result<Phrase> parse_phrase(std::string_view phrase) {
    if (phrase.size() > kPhraseBytesMax) return error_of({"it is longer than 500 bytes; make it two phrases"});
    if (phrase.substr(0, kEscapeHatch.size()) == kEscapeHatch) {
        phrase.remove_prefix(kEscapeHatch.size());
        while (!phrase.empty() && phrase[0] == ' ') phrase.remove_prefix(1);
        if (phrase.empty()) return error_of({"there is no pattern after \"re2:\""});
        return Phrase{{}, std::string(phrase)};
    }
    try {
        return Phrase{PhraseParser(phrase).run(), {}};
    } catch (const Fault& fault) {
        return error_of(fault);
    }
}

std::string pattern_of(const Phrase& phrase) {
    if (!phrase.regex.empty()) return " (?:" + phrase.regex + ") ";
    std::string out = " ";
    append_pattern(phrase.root, out);
    return out;
}

Result<std::string> pattern_of(std::string_view phrase) {
    const auto parsed = parse_phrase(phrase);
    if (!parsed) return parsed.error();
    return pattern_of(*parsed);
}

}  // namespace anamnesis
