#pragma once
/// The lines of `anamnesis understand`: one JSON object in, one out. Pure: bytes to values and back.

#include <string>
#include <string_view>

#include <anamnesis/assessment.hpp>
#include <anamnesis/result.hpp>

namespace anamnesis::cli {

inline constexpr std::size_t kInquiryBytesMax = 128 * 1024;
inline constexpr std::size_t kInquiryTextBytesMax = 16 * 1024;
inline constexpr std::size_t kConceptsMax = 64;
inline constexpr std::size_t kConceptBytesMax = 1024;

/// What one line asks: keys `text`, and where wanted `id`, `question_text`, `now`, `concepts`. Others are passed over.
struct InquiryLine {
    std::string id = "null";  ///< as JSON, echoed
    std::string text;
    Inquiry inquiry;
};

/// Why a line is none: what is said to its sender, with the id where that could be read.
struct BadLine {
    std::string id = "null";
    std::string code;  ///< bad_json bad_shape not_utf8 too_large
    std::string message;
};

/// `now` is "2024-05-31", "2024-05-31T13:45" or "2024-05-31T13:45:00", local time; an offset is passed over.
Result<InquiryLine, BadLine> read_inquiry(std::string_view line);

/// `question`: the one that was asked, if any; it says whether an answer is one value or a list.
std::string write_assessment(const std::string& id, const Dialog& dialog, const std::optional<Prompt>& question,
                             const Assessment& assessment);
std::string write_bad_line(const BadLine& bad);

}  // namespace anamnesis::cli
