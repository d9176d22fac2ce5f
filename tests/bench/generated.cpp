#include "bench/generated.hpp"

namespace anamnesis::bench {
namespace {

constexpr std::size_t kMessageBytes = 100;

}  // namespace

const std::string& Generator::word() {
    const double u = std::uniform_real_distribution<double>(0, 1)(random_);
    return words_[static_cast<std::size_t>(u * u * static_cast<double>(words_.size()))];
}

std::string Generator::words(int count) {
    std::string out = word();
    for (int i = 1; i < count; ++i) out += " " + word();
    return out;
}

std::string Generator::group(int words_most) {
    std::string out = "(";
    for (int n = between(3, 8); n > 0; --n) out += words(between(1, words_most)) + (n > 1 ? "|" : ")");
    return out;
}

std::vector<std::string> Generator::phrases(int count) {
    std::vector<std::string> out;
    for (int i = 0; i < count; ++i) out.push_back(i % 2 == 0 ? group(3) : group(1) + " ~3 " + group(1));
    return out;
}

std::string Generator::reading(const std::string& phrase) {
    std::string out;
    for (std::size_t at = 0; at < phrase.size();) {
        if (phrase[at] == '~') out += words(between(1, 3)) + " ";
        if (phrase[at] != '(') {
            ++at;
            continue;
        }
        const std::size_t end = phrase.find(')', at);
        std::string inside = phrase.substr(at + 1, end - at - 1);
        for (int skip = between(0, 2); skip > 0; --skip) inside.erase(0, inside.find('|') + 1);
        out += inside.substr(0, inside.find('|')) + " ";
        at = end;
    }
    return out;
}

std::vector<std::string> Generator::messages(int count, const std::vector<std::string>& phrases) {
    std::vector<std::string> out;
    for (int i = 0; i < count; ++i) {
        std::string message = words(between(1, 6)) + " ";
        if (i % 2 == 0) message += reading(phrases[random_() % phrases.size()]);
        while (message.size() < kMessageBytes) message += word() + (between(0, 9) == 0 ? ", " : " ");
        out.push_back(message);
    }
    return out;
}

}  // namespace anamnesis::bench
