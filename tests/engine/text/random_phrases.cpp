#include "engine/text/random_phrases.hpp"

namespace anamnesis::tests {

std::string RandomPhrases::phrase(int depth) {
    std::string out = depth > 0 && once_in(4) ? bracketed('[', ']', depth) + " " : "";
    out += word();
    for (auto n = random_() % 4; n > 0; --n) {
        if (once_in(3)) out += " ~" + std::to_string(1 + random_() % 5);
        out += " " + item(depth);
    }
    if (once_in(2)) out += " " + word();
    return out.substr(out.size() - 1) == "]" ? out + " " + word() : out;
}

std::string RandomPhrases::item(int depth) {
    if (depth > 0 && once_in(3)) return bracketed('(', ')', depth);
    const std::string out = word();
    return out.size() > 2 && once_in(3) ? out.substr(0, 2) + "*" : out;
}

std::string RandomPhrases::bracketed(char open, char close, int depth) {
    std::string out(1, open);
    for (auto n = 1 + random_() % 3; n > 0; --n) out += phrase(depth - 1) + (n > 1 ? "|" : "");
    return out + close + (open == '[' ? " " + word() : "");
}

std::string RandomPhrases::message(int words) {
    std::string out;
    for (int i = 0; i < words; ++i) {
        out += once_in(8) ? "so" : word();
        out += once_in(12) ? std::string(1, ".,?!\n-;"[random_() % 7]) + " " : " ";
        if (once_in(30)) out += ", ";
    }
    return out;
}

}  // namespace anamnesis::tests
