#include "text/normalise.hpp"

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <optional>

#include <utf8proc.h>

#include "text/lookalikes.hpp"

namespace anamnesis {
namespace {

constexpr int kClusterCodepointsMax = 32;  // a letter with its accents; bounds the reordering of them

struct Codepoint {
    std::int32_t value = 0xFFFD;
    int bytes = 1;
};

Codepoint decode(std::string_view text) {
    std::int32_t value = 0;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    const auto read = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size()), &value);
    if (read <= 0) return {};
    return {value, static_cast<int>(read)};
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

bool is_ascii_word(char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_apostrophe(std::int32_t c) {
    return c == '\'' || c == '`' || c == 0xB4 || c == 0x2BC || c == 0x2018 || c == 0x2019 || c == 0x2032;
}

bool is_dash(std::int32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2015); }

std::optional<char> mark_of(std::int32_t c) {
    switch (c) {
        case '.':
        case 0x2026:
        case 0x3002:
        case 0xFF0E: return '.';
        case ',':
        case ':':
        case '(':
        case ')':
        case 0xFF0C: return ',';
        case '?':
        case 0xFF1F:
        case 0x61F: return '?';
        case '!':
        case 0xFF01: return '!';
        case ';':
        case 0xFF1B: return ';';
        case '\n':
        case '\r':
        case 0x2028:
        case 0x2029: return '\n';
        default: return std::nullopt;
    }
}

enum class Sort { word, accent, gap };

Sort sort_of(std::int32_t c) {
    switch (utf8proc_category(c)) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LT:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO:
        case UTF8PROC_CATEGORY_ND:
        case UTF8PROC_CATEGORY_NL:
        case UTF8PROC_CATEGORY_NO: return Sort::word;
        case UTF8PROC_CATEGORY_MN:
        case UTF8PROC_CATEGORY_MC:
        case UTF8PROC_CATEGORY_ME: return Sort::accent;
        default: return Sort::gap;
    }
}

// Letters and digits of other widths, in mathematical or ringed form.
bool is_variant_form(std::int32_t c) {
    return (c >= 0xFF00 && c <= 0xFFEF) || (c >= 0x1D400 && c <= 0x1D7FF) || (c >= 0xFB00 && c <= 0xFB06) ||
           (c >= 0x24B6 && c <= 0x24E9);
}

// Composed and case-folded, without invisible characters.
std::string folded(std::string_view cluster, const Codepoint& first) {
    const auto options =
        static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE |
                                       (is_variant_form(first.value) ? UTF8PROC_COMPAT : 0));
    utf8proc_uint8_t* out = nullptr;
    const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(cluster.data()),
                                   static_cast<utf8proc_ssize_t>(cluster.size()), &out, options);
    const std::unique_ptr<utf8proc_uint8_t, void (*)(void*)> owner(out, std::free);
    if (size <= 0) return {};
    return {reinterpret_cast<const char*>(out), static_cast<std::size_t>(size)};
}

class Normaliser {
public:
    explicit Normaliser(std::string_view message) : message_(message.substr(0, kMessageBytesMax)) {
        out_.whole = message.size() <= kMessageBytesMax;
        const std::size_t expected = message_.size() + message_.size() / 8 + 16;
        out_.text.reserve(expected);
        out_.from.reserve(expected);
        out_.to.reserve(expected);
        put(" ", 0, 0);
    }

    Normalised run() {
        while (at_ < size()) {
            const bool alone = is_ascii(byte(at_ + 1));  // no accent follows
            if (alone && is_ascii_word(byte(at_))) {
                const char lower = to_lower(byte(at_));
                word({&lower, 1}, 1);
                continue;
            }
            if (alone && byte(at_) == ' ') {
                gap();
                ++at_;
                continue;
            }
            const Codepoint c = decode(message_.substr(static_cast<std::size_t>(at_)));
            if (is_apostrophe(c.value))
                at_ += c.bytes;
            else if (is_dash(c.value))
                dash(c.bytes);
            else if (c.value == '.' && is_decimal_point())
                word(".", 1);
            else if (c.value == '/' && is_digit(byte(at_ - 1)) && is_digit(byte(at_ + 1)))
                sign("/", 1);
            else if (c.value == '&')
                sign("and", 1);
            else if (const auto mark = mark_of(c.value))
                sign({&*mark, 1}, c.bytes);
            else
                cluster(c);
        }
        gap();
        return std::move(out_);
    }

private:
    int size() const { return static_cast<int>(message_.size()); }
    char byte(int i) const { return i >= 0 && i < size() ? message_[static_cast<std::size_t>(i)] : ' '; }
    bool in_word() const { return out_.text.back() != ' '; }
    bool is_decimal_point() const { return in_word() && is_digit(byte(at_ - 1)) && is_digit(byte(at_ + 1)); }

    void put(std::string_view bytes, int from, int to) {
        for (char c : bytes) {
            out_.text += c;
            out_.from.push_back(from);
            out_.to.push_back(to);
        }
    }

    void gap() {
        if (in_word()) put(" ", at_, at_);
        last_ = {};
        run_ = 0;
    }

    void word(std::string_view bytes, int length) {
        const bool is_letter = !is_digit(bytes[0]);
        run_ = is_letter && bytes == last_ ? run_ + 1 : 1;
        last_ = bytes;
        if (run_ > 2)
            out_.to.back() = at_ + length;
        else
            put(bytes, at_, at_ + length);
        at_ += length;
    }

    // A mark or sign is a token of its own; the same mark again says no more than once.
    void sign(std::string_view bytes, int length) {
        gap();
        const bool again = is_mark(bytes[0]) && out_.text.size() > 2 && out_.text[out_.text.size() - 2] == bytes[0];
        if (!again) put(bytes, at_, at_ + length);
        at_ += length;
        gap();
    }

    void dash(int length) {
        const int before = byte(at_ - 1) == ' ' ? at_ - 2 : at_ - 1;  // "1 - 2 weeks"
        const int after = byte(at_ + length) == ' ' ? at_ + length + 1 : at_ + length;
        const bool in_number = is_digit(byte(before)) && is_digit(byte(after));
        const bool in_compound = byte(at_ - 1) != ' ' && byte(at_ + length) != ' ';
        if (in_number) return sign("-", length);
        if (!in_compound && out_.text.size() > 1) return sign(",", length);
        gap();
        at_ += length;
    }

    int cluster_bytes(const Codepoint& first) const {
        int end = at_ + first.bytes;
        utf8proc_int32_t state = 0;
        std::int32_t before = first.value;
        for (int count = 1; end < size() && count < kClusterCodepointsMax; ++count) {
            const Codepoint next = decode(message_.substr(static_cast<std::size_t>(end)));
            if (utf8proc_grapheme_break_stateful(before, next.value, &state)) break;
            before = next.value;
            end += next.bytes;
        }
        return end - at_;
    }

    void cluster(const Codepoint& first) {
        const int length = cluster_bytes(first);
        const std::string bytes =
            folded(message_.substr(static_cast<std::size_t>(at_), static_cast<std::size_t>(length)), first);
        std::string kept;
        bool parts = false;
        for (std::size_t i = 0; i < bytes.size();) {
            const Codepoint c = decode(std::string_view(bytes).substr(i));
            const Sort sort = sort_of(c.value);
            if (const char latin = latin_lookalike(c.value))
                kept += latin;
            else if (sort == Sort::word || (sort == Sort::accent && (!kept.empty() || in_word())))
                kept.append(bytes, i, static_cast<std::size_t>(c.bytes));
            parts = parts || sort == Sort::gap;
            i += static_cast<std::size_t>(c.bytes);
        }
        if (parts || (bytes.empty() && first.value == 0xFFFD)) gap();
        if (kept.empty())
            at_ += length;
        else
            word(kept, length);
    }

    std::string_view message_;
    Normalised out_;
    int at_ = 0;
    std::string last_;
    int run_ = 0;
};

}  // namespace

Span Normalised::span(int begin, int end) const {
    return {from[static_cast<std::size_t>(begin)], to[static_cast<std::size_t>(end - 1)]};
}

Normalised normalise(std::string_view message) { return Normaliser(message).run(); }

}  // namespace anamnesis
