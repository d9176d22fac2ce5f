#pragma once
/// Why this exists: a WebSocket library closes the connection on a text frame that is not UTF-8,
/// without asking; here such a frame gets an answer and the conversation goes on. So the bytes from
/// the client pass through here on their way to the library: text frames are renamed binary, which
/// it leaves unread, and their kind is kept aside. Pure; source: RFC 6455, 5.2.

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>

namespace anamnesis::websocket {

class FrameRenamer {
public:
    /// Renames in place. `bytes` are the next ones of the stream, cut anywhere.
    void pass(char* bytes, std::size_t count);

    /// Bytes up to the end of the header or payload that the stream stands in, as far as is known: at least 1.
    std::uint64_t part_left() const;

    /// The kind of the oldest message not asked for yet: true for text. False if there is none.
    bool take_is_text();

private:
    void header_byte(char& byte);
    std::size_t header_size() const;
    std::uint64_t payload_size() const;

    std::array<unsigned char, 14> header_{};  // 2 + at most 8 of length + 4 of mask
    std::size_t header_have_ = 0;
    std::uint64_t payload_left_ = 0;
    std::deque<bool> is_text_;
};

}  // namespace anamnesis::websocket
