#include "cli/inquiry_line.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>

#include <nlohmann/json.hpp>

#include "host/utf8.hpp"

namespace anamnesis::cli {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

/// Reads "2024-05-31T13:45:00" piece by piece.
class TimeReader {
public:
    explicit TimeReader(std::string_view text) : rest_(text) {}

    std::optional<int> number(std::size_t digits) {
        int value = 0;
        if (rest_.size() < digits) return std::nullopt;
        const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + digits, value);
        if (error != std::errc() || end != rest_.data() + digits || value < 0) return std::nullopt;
        rest_.remove_prefix(digits);
        return value;
    }

    bool skip(char c) {
        const bool is_next = !rest_.empty() && rest_[0] == c;
        if (is_next) rest_.remove_prefix(1);
        return is_next;
    }

private:
    std::string_view rest_;
};

std::optional<std::int64_t> read_time(std::string_view text) {
    using namespace std::chrono;
    TimeReader in(text);
    const auto y = in.number(4);
    const auto m = y && in.skip('-') ? in.number(2) : std::nullopt;
    const auto d = m && in.skip('-') ? in.number(2) : std::nullopt;
    if (!d) return std::nullopt;
    const year_month_day date{year{*y}, month{static_cast<unsigned>(*m)}, day{static_cast<unsigned>(*d)}};
    if (!date.ok()) return std::nullopt;
    const bool has_time = in.skip('T') || in.skip(' ');
    const auto h = has_time ? in.number(2) : std::optional(0);
    const auto min = h && has_time && in.skip(':') ? in.number(2) : std::optional(0);
    const auto s = min && has_time && in.skip(':') ? in.number(2) : std::optional(0);
    if (!h || !min || !s || *h > 23 || *min > 59 || *s > 60) return std::nullopt;
    const auto time = local_seconds{local_days{date}} + hours{*h} + minutes{*min} + seconds{*s};
    return time.time_since_epoch().count();
}

/// False where the key holds what is no text; an absent one leaves `out` as it is.
bool read_text(const json& object, const char* key, std::string& out) {
    const auto found = object.find(key);
    if (found == object.end() || found->is_null()) return true;
    if (!found->is_string()) return false;
    out = found->get<std::string>();
    return true;
}

bool read_concepts(const json& object, std::vector<std::string>& out) {
    const auto found = object.find("concepts");
    if (found == object.end() || found->is_null()) return true;
    if (!found->is_array() || found->size() > kConceptsMax) return false;
    for (const json& item : *found) {
        if (!item.is_string() || item.get_ref<const std::string&>().size() > kConceptBytesMax) return false;
        out.push_back(item.get<std::string>());
    }
    return true;
}

bool read_now(const json& object, Inquiry& out) {
    std::string text;
    if (!read_text(object, "now", text)) return false;
    if (text.empty()) return true;
    out.now = read_time(text);
    return out.now.has_value();
}

std::string_view status_name(Status status) {
    switch (status) {
        case Status::present: return "present";
        case Status::absent: return "absent";
        case Status::past: return "past";
        case Status::other_person: return "other_person";
        case Status::uncertain:
        case Status::hypothetical: return "uncertain";
    }
    return {};
}

ordered_json finding_json(const Dialog& dialog, const Mention& m) {
    ordered_json out = {{"finding", m.finding}, {"status", status_name(m.status)}};
    if (!m.value.empty()) out["value"] = m.value;
    const auto f = dialog.find_finding(m.finding);
    if (m.number && f && dialog.findings[*f].unit == "day") out["days"] = *m.number;
    out["span"] = {m.span.from, m.span.to};
    out["phrase"] = m.phrase;
    return out;
}

ordered_json answer_json(const std::optional<Prompt>& question, const Answer& answer) {
    if (answer.number) return *answer.number;
    const bool one = answer.choices.size() == 1;
    const bool is_word = !question || question->style == Style::yes_no || (one && answer.choices[0] == "unsure");
    return is_word && one ? ordered_json(answer.choices[0]) : ordered_json(answer.choices);
}

}  // namespace

Result<InquiryLine, BadLine> read_inquiry(std::string_view line) {
    if (line.size() > kInquiryBytesMax) return BadLine{"null", "too_large", "The line is too long."};
    if (!is_utf8(line)) return BadLine{"null", "not_utf8", "The line is not UTF-8."};
    const json object = json::parse(line, nullptr, false);
    if (object.is_discarded()) return BadLine{"null", "bad_json", "The line is not JSON."};
    if (!object.is_object()) return BadLine{"null", "bad_shape", "The line is not a JSON object."};
    InquiryLine out;
    if (const auto id = object.find("id"); id != object.end() && id->is_primitive()) out.id = id->dump();
    const auto bad = [&](const char* code, const char* why) { return BadLine{out.id, code, why}; };
    if (!object.contains("text") || !read_text(object, "text", out.text)) return bad("bad_shape", "It has no text.");
    if (out.text.size() > kInquiryTextBytesMax) return bad("too_large", "The text is longer than 16 KiB.");
    if (!read_text(object, "question_text", out.inquiry.question_text))
        return bad("bad_shape", "question_text is no text.");
    if (!read_concepts(object, out.inquiry.concepts))
        return bad("bad_shape", "concepts is no list of at most 64 texts of at most 1 KiB.");
    if (!read_now(object, out.inquiry)) return bad("bad_shape", "now is no time like 2024-05-31T13:45.");
    return out;
}

std::string write_assessment(const std::string& id, const Dialog& dialog, const std::optional<Prompt>& question,
                             const Assessment& assessment) {
    ordered_json out = {{"id", ordered_json::parse(id)}, {"findings", ordered_json::array()}};
    for (const Mention& m : assessment.findings) out["findings"].push_back(finding_json(dialog, m));
    if (assessment.answer) out["answer"] = {{"value", answer_json(question, *assessment.answer)}};
    return out.dump();
}

std::string write_bad_line(const BadLine& bad) {
    return ordered_json{{"id", ordered_json::parse(bad.id)}, {"error", {{"code", bad.code}, {"message", bad.message}}}}
        .dump();
}

}  // namespace anamnesis::cli
