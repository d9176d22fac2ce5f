#include "websocket/frame_renamer.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace anamnesis::websocket {
namespace {

constexpr int kText = 0x81, kBinary = 0x82, kTextBegins = 0x01, kContinues = 0x80, kPing = 0x89;

/// A frame as a client sends it; the mask is part of the payload's disguise and does not matter here.
std::string frame(int first, std::size_t payload) {
    std::string bytes(1, static_cast<char>(first));
    const auto add = [&](std::size_t value) { bytes += static_cast<char>(value & 0xff); };
    if (payload < 126) {
        add(0x80 | payload);
    } else if (payload < 65536) {
        add(0x80 | 126), add(payload >> 8), add(payload);
    } else {
        add(0x80 | 127);
        for (int shift = 56; shift >= 0; shift -= 8) add(payload >> shift);
    }
    return bytes + "mask" + std::string(payload, '\x01');  // 1 would be taken for a text frame
}

std::string pass_by(std::size_t piece, FrameRenamer& frames, std::string bytes) {
    for (std::size_t at = 0; at < bytes.size(); at += piece) {
        frames.pass(bytes.data() + at, std::min(piece, bytes.size() - at));
    }
    return bytes;
}

TEST_CASE("text frames become binary ones of every length, however the stream is cut") {
    const auto piece = GENERATE(1u, 3u, 16384u);
    for (const std::size_t size : {0, 1, 125, 126, 127, 65535, 65536, 70000}) {
        INFO(size << " in pieces of " << piece);
        FrameRenamer frames;
        const auto sent = frame(kText, size) + frame(kText, 2);
        CHECK(pass_by(piece, frames, sent) == frame(kBinary, size) + frame(kBinary, 2));
        CHECK(frames.take_is_text());
        CHECK(frames.take_is_text());
    }
}

TEST_CASE("who reads no further than the part it stands in never has two frames at once") {
    for (const std::size_t size : {0, 1, 125, 126, 65535, 65536}) {
        INFO(size);
        FrameRenamer frames;
        std::string sent = frame(kText, size);
        std::size_t at = 0;
        while (at < sent.size()) {
            const auto left = static_cast<std::size_t>(frames.part_left());
            REQUIRE(left > 0);
            REQUIRE(left <= sent.size() - at);
            frames.pass(sent.data() + at, left);
            at += left;
        }
        CHECK(frames.part_left() == 2);
    }
}

TEST_CASE("the kind of each message is kept, in order") {
    FrameRenamer frames;
    pass_by(5, frames, frame(kBinary, 3) + frame(kText, 3) + frame(kBinary, 3));
    CHECK_FALSE(frames.take_is_text());
    CHECK(frames.take_is_text());
    CHECK_FALSE(frames.take_is_text());
}

TEST_CASE("a message in several frames is one, with pings in between") {
    FrameRenamer frames;
    const auto rest = frame(kPing, 4) + frame(kContinues, 200);
    CHECK(pass_by(7, frames, frame(kTextBegins, 9) + rest) == frame(0x02, 9) + rest);
    CHECK(frames.take_is_text());
    CHECK_FALSE(frames.take_is_text());
}

}  // namespace
}  // namespace anamnesis::websocket
