#include "text/spelling.hpp"

#include <algorithm>

namespace anamnesis {
namespace {

constexpr std::size_t kPartMin = 2;      // letters of each of two words glued to one
constexpr std::size_t kLongPartMin = 4;  // and of one of them
constexpr std::size_t kWholeMin = 5;     // letters of a word that was parted
constexpr std::size_t kLettersMax = 24;
constexpr std::size_t kStemMin = 3;    // letters that a word keeps if it begins with a stem
constexpr int kUnknownWordsMax = 500;  // of a message; those after them stay as they are
constexpr std::size_t kWaysMax = 30;   // to read the digits of a word as letters

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// What a character of a word may stand for: a digit for a letter of its look or for its sound.
std::vector<std::string> letters_for(char c) {
    switch (c) {
        case '0': return {"o"};
        case '1': return {"i", "l", "one"};
        case '2': return {"to", "too"};
        case '3': return {"e"};
        case '4': return {"for", "fore", "a"};
        case '5': return {"s"};
        case '7': return {"t"};
        case '8': return {"ate", "eat", "b"};
        case '9': return {"g"};
        default: return {std::string(1, c)};
    }
}

// One form with other words in places; each byte of a new word stands for the whole old one.
class Rewriter {
public:
    explicit Rewriter(Normalised in) : in_(std::move(in)) {}

    // As it was, while nothing is replaced and after.
    std::string_view before() const { return in_.text; }

    void replace(std::size_t begin, std::size_t end, std::string_view word) {
        if (out_.text.empty()) reserve(in_.text.size() + word.size());
        keep(begin);
        for (char c : word) put(c, in_.from[begin], in_.to[end - 1]);
        kept_ = end;
    }

    Normalised run() {
        if (out_.text.empty()) return std::move(in_);
        keep(in_.text.size());
        out_.whole = in_.whole;
        return std::move(out_);
    }

private:
    void keep(std::size_t end) {
        for (; kept_ < end; ++kept_) put(in_.text[kept_], in_.from[kept_], in_.to[kept_]);
    }

    void reserve(std::size_t bytes) {
        out_.text.reserve(bytes);
        out_.from.reserve(bytes);
        out_.to.reserve(bytes);
    }

    void put(char c, int from, int to) {
        out_.text += c;
        out_.from.push_back(from);
        out_.to.push_back(to);
    }

    Normalised in_, out_;
    std::size_t kept_ = 0;
};

// Real words that begin with a stem of a phrase can be meant too.
void add_words_of_stem(std::string_view stem, int uses, const std::vector<std::string_view>& real, NearWords& near) {
    for (auto it = std::lower_bound(real.begin(), real.end(), stem);
         it != real.end() && it->substr(0, stem.size()) == stem; ++it)
        near.add(*it, uses);
}

std::vector<std::string_view> parts_of(std::string_view text, char mark) {
    std::vector<std::string_view> out;
    for (std::size_t end; !text.empty(); text.remove_prefix(std::min(end + 1, text.size()))) {
        end = std::min(text.find(mark), text.size());
        if (end > 0 && text[0] != '#') out.push_back(text.substr(0, end));
    }
    return out;
}

}  // namespace

Spelling::Spelling(const Words& words) : chat_(words.chat.begin(), words.chat.end()) {
    const std::vector<std::string_view> real = parts_of(words.real, '\n');
    if (real.empty()) return;  // no word can be told from a misspelt one
    heard_ = words.heard;
    for (std::string_view word : real) real_.add(word);
    for (const std::string& text : words.said) {
        const Normalised said = normalise(text);
        for (std::string_view word : parts_of(said.text, ' ')) real_.add(word);
    }
    const auto uses = [&](int symbol) {
        const auto s = static_cast<std::size_t>(symbol);
        return s < words.uses.size() ? words.uses[s] : 0;
    };
    for (int i = 0; i < heard_->words().size(); ++i) near_.add(heard_->words()[i], uses(i * 2));
    for (int i = 0; i < heard_->stems().size(); ++i) {
        near_.add(heard_->stems()[i], uses(i * 2 + 1));
        add_words_of_stem(heard_->stems()[i], uses(i * 2 + 1), real, near_);
    }
    for (const std::string& number : words.numbers) {
        real_.add(number);
        near_.add(number, 1);
    }
    near_.finish();
}

Normalised Spelling::mended(Normalised message) const {
    if (!heard_) return message;
    Rewriter out(std::move(message));
    const std::string_view text = out.before();
    int unknown = 0;
    Word word, next = word_at(text, 1);
    while (!next.letters.empty()) {
        word = next;
        next = word_at(text, word.end + 1);
        if (are_one(word, next)) {
            out.replace(word.begin, next.end, std::string(word.letters).append(next.letters));
            next = word_at(text, next.end + 1);
        } else if (!word.heard && ++unknown <= kUnknownWordsMax) {
            if (const std::string meant = meant_by(word.letters); !meant.empty())
                out.replace(word.begin, word.end, meant);
        }
    }
    return out.run();
}

Spelling::Word Spelling::word_at(std::string_view text, std::size_t begin) const {
    if (begin >= text.size()) return {};
    const std::size_t end = text.find(' ', begin);
    const std::string_view letters = text.substr(begin, end - begin);
    return {letters, begin, end, is_mark(letters[0]) || is_heard(letters)};
}

// As one of the words of phrases, or as a real word that begins with one of their stems.
bool Spelling::is_heard(std::string_view word) const {
    return is_one_of(word) || (heard_->knows(word) && real_.find(word) != WordMap::kNone);
}

// "fore head": together they are heard, apart one of them is not.
bool Spelling::are_one(const Word& left, const Word& right) const {
    if ((left.heard && right.heard) || left.letters.size() + right.letters.size() < kWholeMin) return false;
    if (is_mark(left.letters[0]) || right.letters.empty() || is_mark(right.letters[0])) return false;
    const WordHash hash = (WordHash() += left.letters) += right.letters;
    return heard_->words().find(std::string(left.letters).append(right.letters), hash) != WordMap::kNone;
}

// Empty: it is a word as it stands, or nobody knows what it means.
std::string Spelling::meant_by(std::string_view word) const {
    if (const auto chat = chat_.find(word); chat != chat_.end()) return chat->second;
    if (word.size() > kLettersMax || real_.find(word) != WordMap::kNone) return {};
    if (std::any_of(word.begin(), word.end(), is_digit)) return without_digits(word);
    const std::string_view near = near_.nearest(word).word;
    const bool has_stem = heard_->knows(word);  // "swallowiing" is heard as it is, but "swallowing" is better
    if (has_stem && near.substr(0, kStemMin) != word.substr(0, kStemMin)) return {};
    return near.empty() ? parted(word) : std::string(near);
}

// All ways to read the digits of "gr8" or "dr00ping", until one is heard.
std::string Spelling::without_digits(std::string_view word) const {
    std::vector<std::string> ways = {""};
    bool has_letters = false;
    for (char c : word) {
        has_letters = has_letters || !is_digit(c);
        std::vector<std::string> longer;
        for (const std::string& way : ways)
            for (const std::string& letters : letters_for(c))
                if (longer.size() < kWaysMax) longer.push_back(way + letters);
        ways = std::move(longer);
    }
    const auto heard =
        std::find_if(ways.begin(), ways.end(), [&](const std::string& way) { return heard_->knows(way); });
    return has_letters && heard != ways.end() ? *heard : std::string();
}

// "myface": both parts are heard, and one is long enough that this is no chance.
std::string Spelling::parted(std::string_view word) const {
    for (std::size_t at = kPartMin; at + kPartMin <= word.size(); ++at) {
        const std::string_view left = word.substr(0, at), right = word.substr(at);
        if (std::max(left.size(), right.size()) < kLongPartMin) continue;
        if (is_one_of(left) && is_one_of(right)) return std::string(left).append(" ").append(right);
    }
    return {};
}

bool Spelling::is_one_of(std::string_view word) const { return heard_->words().find(word) != WordMap::kNone; }

}  // namespace anamnesis
