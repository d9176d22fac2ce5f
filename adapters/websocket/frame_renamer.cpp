#include "websocket/frame_renamer.hpp"

#include <algorithm>

namespace anamnesis::websocket {
namespace {

constexpr unsigned kOpcodeMask = 0x0f;
constexpr unsigned kText = 1;
constexpr unsigned kBinary = 2;
constexpr unsigned kMasked = 0x80;
constexpr unsigned kLengthMask = 0x7f;
constexpr unsigned kLengthIn2Bytes = 126;
constexpr unsigned kLengthIn8Bytes = 127;

}  // namespace

void FrameRenamer::pass(char* bytes, std::size_t count) {
    for (std::size_t at = 0; at < count;) {
        if (payload_left_ > 0) {
            const auto skipped = std::min<std::uint64_t>(payload_left_, count - at);
            payload_left_ -= skipped;
            at += static_cast<std::size_t>(skipped);
        } else {
            header_byte(bytes[at++]);
        }
    }
}

void FrameRenamer::header_byte(char& byte) {
    const auto value = static_cast<unsigned char>(byte);
    const unsigned opcode = value & kOpcodeMask;
    if (header_have_ == 0 && (opcode == kText || opcode == kBinary)) {
        is_text_.push_back(opcode == kText);
        byte = static_cast<char>((value & ~kOpcodeMask) | kBinary);
    }
    header_[header_have_++] = value;
    if (header_have_ < 2 || header_have_ < header_size()) return;
    payload_left_ = payload_size();
    header_have_ = 0;
}

std::uint64_t FrameRenamer::part_left() const {
    if (payload_left_ > 0) return payload_left_;
    return (header_have_ < 2 ? 2 : header_size()) - header_have_;
}

std::size_t FrameRenamer::header_size() const {
    const unsigned length = header_[1] & kLengthMask;
    const std::size_t extra = length == kLengthIn8Bytes ? 8 : length == kLengthIn2Bytes ? 2 : 0;
    return 2 + extra + ((header_[1] & kMasked) != 0 ? 4 : 0);
}

std::uint64_t FrameRenamer::payload_size() const {
    const unsigned length = header_[1] & kLengthMask;
    if (length < kLengthIn2Bytes) return length;
    const std::size_t bytes = length == kLengthIn2Bytes ? 2 : 8;
    std::uint64_t size = 0;
    for (std::size_t i = 0; i < bytes; ++i) size = size << 8 | header_[2 + i];
    return size;
}

bool FrameRenamer::take_is_text() {
    if (is_text_.empty()) return false;
    const bool text = is_text_.front();
    is_text_.pop_front();
    return text;
}

}  // namespace anamnesis::websocket
