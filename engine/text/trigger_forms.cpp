// What a trigger stands for, word by word.

#include <algorithm>

#include "text/lexicon.hpp"
#include "text/trigger_table.hpp"

namespace anamnesis {
namespace {

using Form = std::vector<std::string>;
using Forms = std::vector<Form>;

Forms joined(const Forms& heads, const Forms& tails) {
    Forms out;
    if (heads.size() * tails.size() > kTriggerFormsMax) return out;
    for (const Form& head : heads)
        for (const Form& tail : tails) {
            out.push_back(head);
            out.back().insert(out.back().end(), tail.begin(), tail.end());
        }
    return out;
}

// Phrases were checked when they were read (phrase_error), so that anything odd may simply end it.
class FormReader {
public:
    explicit FormReader(std::string_view phrase) : rest_(phrase) {}

    Forms sequence() {
        Forms out{{}};
        while (true) {
            while (!rest_.empty() && rest_[0] == ' ') rest_.remove_prefix(1);
            if (rest_.empty() || rest_[0] == '|' || rest_[0] == ')' || rest_[0] == ']') return out;
            out = joined(out, item());
        }
    }

private:
    Forms item() {
        switch (rest_[0]) {
            case '(': return alternatives();
            case '[': {
                Forms out = alternatives();
                out.push_back({});
                return out;
            }
            case '~': return gap();
            default: return words();
        }
    }

    Forms alternatives() {
        Forms out;
        do {
            rest_.remove_prefix(1);
            for (Form& form : sequence()) out.push_back(std::move(form));
        } while (!rest_.empty() && rest_[0] == '|');
        if (!rest_.empty()) rest_.remove_prefix(1);
        return out.size() > kTriggerFormsMax ? Forms{} : out;
    }

    Forms gap() {
        const int most = rest_.size() > 1 ? rest_[1] - '0' : 0;
        rest_.remove_prefix(rest_.size() > 1 ? 2 : 1);
        Forms out{{}};
        for (int n = 1; n <= most; ++n) out.push_back(Form(static_cast<std::size_t>(n), "~"));
        return out;
    }

    // One word of the author may be several of ours.
    Forms words() {
        const std::size_t length = std::min(rest_.find_first_of(" ()[]|~*"), rest_.size());
        Form form;
        const Utterance written(rest_.substr(0, length));
        for (int i = 0; i < written.size(); ++i) form.emplace_back(written.token(i));
        rest_.remove_prefix(length);
        if (!rest_.empty() && rest_[0] == '*') {
            if (!form.empty()) form.back() += '*';
            rest_.remove_prefix(1);
        }
        return {form};
    }

    std::string_view rest_;
};

}  // namespace

std::vector<std::vector<std::string>> forms_of(std::string_view phrase) { return FormReader(phrase).sequence(); }

std::optional<std::string> trigger_error(std::string_view phrase) {
    if (const auto error = phrase_error(phrase)) return error;
    if (phrase.starts_with("re2:")) return "a trigger is of plain words, not a pattern";
    if (forms_of(phrase).empty()) return "it stands for more than 5000 forms; make it two phrases";
    return std::nullopt;
}

}  // namespace anamnesis
