#include "proof/sentences.hpp"

#include <algorithm>

namespace anamnesis::proof {
namespace {

using Sentences = std::vector<std::string>;

// Reads what text/phrase.cpp reads; the phrase is one that it accepts.
class Expander {
public:
    Expander(std::string_view phrase, std::size_t most) : rest_(phrase), most_(most) {}

    Sentences sequence() {
        Sentences out{""};
        while (!rest_.empty() && rest_[0] != '|' && rest_[0] != ')' && rest_[0] != ']') {
            if (rest_[0] == ' ' || rest_[0] == '*')
                rest_.remove_prefix(1);
            else if (rest_[0] == '~')
                rest_.remove_prefix(2);
            else if (rest_[0] == '(')
                out = product(out, alternatives());
            else if (rest_[0] == '[')
                alternatives();
            else
                out = product(out, {word()});
        }
        return out;
    }

private:
    Sentences alternatives() {
        Sentences out;
        do {
            rest_.remove_prefix(1);
            for (std::string& s : sequence()) out.push_back(std::move(s));
        } while (!rest_.empty() && rest_[0] == '|');
        if (!rest_.empty()) rest_.remove_prefix(1);
        return out;
    }

    std::string word() {
        const std::string out(rest_.substr(0, rest_.find_first_of(" ()[]|*~")));
        rest_.remove_prefix(out.size());
        return out;
    }

    Sentences product(const Sentences& left, const Sentences& right) const {
        Sentences out;
        for (const std::string& r : right)
            for (const std::string& l : left)
                if (out.size() < most_) out.push_back(l.empty() ? r : l + " " + r);
        return out;
    }

    std::string_view rest_;
    std::size_t most_;
};

}  // namespace

std::vector<std::string> sentences_of(std::string_view phrase, std::size_t most) {
    if (phrase.rfind("re2:", 0) == 0) return {};
    return Expander(phrase, most).sequence();
}

std::vector<std::string> words_of(std::string_view sentence) {
    std::vector<std::string> out;
    while (!sentence.empty()) {
        const auto end = std::min(sentence.find(' '), sentence.size());
        if (end > 0) out.emplace_back(sentence.substr(0, end));
        sentence.remove_prefix(std::min(end + 1, sentence.size()));
    }
    return out;
}

}  // namespace anamnesis::proof
