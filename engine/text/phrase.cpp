#include "text/phrase.hpp"

#include <utility>

#include "text/normalise.hpp"

namespace anamnesis {
namespace {

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

// Recursive descent; a fault ends it. `begins` and `ends` in a sequence: it has a word there, not ~n.
class PhraseParser {
public:
    explicit PhraseParser(std::string_view phrase) : rest_(phrase) {}

    std::string run() {
        std::string out = " " + sequence(0);
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

    std::string sequence(int depth) {
        std::string out;
        bool has_word = false, after_gap = false;
        while (!at_end_of_sequence()) {
            const char c = rest_[0];
            if (c == '~' && (out.empty() || after_gap)) fail("~n must stand between two words");
            after_gap = c == '~';
            has_word = has_word || (c != '~' && c != '[');
            out += item(depth);
        }
        if (out.empty()) fail("there is no word where one should be");
        if (after_gap) fail("~n must stand between two words");
        if (!has_word) fail("only [optional] words: it would match anything");
        return out;
    }

    std::string item(int depth) {
        if (depth > kDepthMax) fail("brackets are nested too deeply");
        switch (rest_[0]) {
            case '(': return alternatives(depth, ')');
            case '[': return alternatives(depth, ']') + "?";
            case '~': return gap();
            case '*': fail("\"*\" must follow a stem directly");
            default: return words();
        }
    }

    std::string alternatives(int depth, char close) {
        const char open = rest_[0];
        std::string out = "(?:";
        do {
            rest_.remove_prefix(1);
            out += sequence(depth + 1) + "|";
        } while (!rest_.empty() && rest_[0] == '|');
        if (rest_.empty() || rest_[0] != close) fail(std::string("\"") + open + "\" without \"" + close + "\"");
        rest_.remove_prefix(1);
        out.back() = ')';
        return out;
    }

    std::string gap() {
        const char n = rest_.size() > 1 ? rest_[1] : '0';
        if (n < '1' || n > '0' + kFillersMax || (rest_.size() > 2 && !is_syntax(rest_[2])))
            fail("~n leaps over 1 to 5 words, as in ~3");
        rest_.remove_prefix(2);
        std::string out = "((?:";
        out.append(kMayPart).append(kAnyWord).append(" ){0,").append(1, n).append("}?)");
        return out;
    }

    // One word of the author; "pre-workout" is two of ours.
    std::string words() {
        std::size_t length = 0;
        while (length < rest_.size() && !is_syntax(rest_[length])) ++length;
        const std::string written(rest_.substr(0, length));
        rest_.remove_prefix(length);
        const bool stem = !rest_.empty() && rest_[0] == '*';
        if (stem) rest_.remove_prefix(1);
        if (stem && !rest_.empty() && !is_syntax(rest_[0])) fail("\"*\" must be the end of its word");
        return pattern_of_words(written, stem);
    }

    static std::string pattern_of_words(const std::string& written, bool stem) {
        const std::string text = normalise(written).text;
        if (text.size() < 2) fail("\"" + written + "\" has no letters");
        std::string out;
        for (std::size_t begin = 1; begin < text.size();) {
            const std::size_t end = text.find(' ', begin);
            if (is_mark(text[begin]) || text[begin] == '-')
                fail("\"" + written + "\": a phrase is of words, without punctuation");
            if (stem && end + 1 == text.size() && end - begin < kStemBytesMin)
                fail("\"" + written + "*\" is too short a stem");
            out += kMayPart;
            for (char c : text.substr(begin, end - begin)) out += c == '.' ? std::string("\\.") : std::string(1, c);
            if (stem && end + 1 == text.size()) out += kRestOfWord;
            out += ' ';
            begin = end + 1;
        }
        return out;
    }

    std::string_view rest_;
};

}  // namespace

Result<std::string> pattern_of(std::string_view phrase) {
    if (phrase.size() > kPhraseBytesMax) return error_of({"it is longer than 500 bytes; make it two phrases"});
    if (phrase.substr(0, kEscapeHatch.size()) == kEscapeHatch) {
        phrase.remove_prefix(kEscapeHatch.size());
        while (!phrase.empty() && phrase[0] == ' ') phrase.remove_prefix(1);
        return std::string(" (?:").append(phrase).append(") ");
    }
    try {
        return PhraseParser(phrase).run();
    } catch (const Fault& fault) {
        return error_of(fault);
    }
}

}  // namespace anamnesis
