#pragma once
/// The two bounded buffers of a socket: the frame that is coming in, the messages that wait to go out.

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>

#include "host/secret.hpp"
#include "host/wire.hpp"

namespace anamnesis::websocket {

/// Unsent bytes of one socket; more means that its reader is stuck. Enough for all the replies of a
/// long conversation at once, which is what a resume from the start sends.
inline constexpr std::size_t kOutboxBytesMax = 4 * 1024 * 1024;

/// Messages in sending order. The front stays in place while it is being sent.
class Outbox {
public:
    /// False, and nothing changed, where `message` does not fit.
    [[nodiscard]] bool push(std::string message) {
        if (message.size() > kOutboxBytesMax - bytes_) return false;
        bytes_ += message.size();
        messages_.push_back(std::move(message));
        return true;
    }
    void pop() {
        bytes_ -= messages_.front().size();
        messages_.pop_front();
    }
    /// Forgets all but the front, which may be on its way.
    void drop_waiting() {
        while (messages_.size() > 1) {
            bytes_ -= messages_.back().size();
            messages_.pop_back();
        }
    }
    bool empty() const { return messages_.empty(); }
    const std::string& front() const { return messages_.front(); }

private:
    std::deque<std::string> messages_;
    std::size_t bytes_ = 0;
};

/// One frame, in pieces. What is too large is counted, not kept; what is cleared is wiped.
class Inbox {
public:
    void add(std::string_view piece) {
        too_large_ = too_large_ || piece.size() > wire::kFrameBytesMax - bytes_.size();
        if (!too_large_) bytes_ += piece;
    }
    void clear() {
        wipe(bytes_);
        too_large_ = false;
    }
    bool too_large() const { return too_large_; }
    const std::string& bytes() const { return bytes_; }

private:
    std::string bytes_;
    bool too_large_ = false;
};

}  // namespace anamnesis::websocket
