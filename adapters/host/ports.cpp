#include "host/ports.hpp"

#include <array>
#include <stdexcept>
#include <utility>

#include <time.h>

#include <openssl/evp.h>
#include <openssl/rand.h>

#include "host/secret.hpp"

namespace anamnesis {
namespace {

constexpr std::size_t kTokenBytes = 16;

Instant milliseconds_of(clockid_t clock) {
    timespec time{};
    if (::clock_gettime(clock, &time) != 0) throw std::runtime_error("the system has no clock to give");
    return Instant{time.tv_sec} * 1000 + time.tv_nsec / 1'000'000;
}

}  // namespace

// Sleep is time that passes, so it is CLOCK_BOOTTIME, not CLOCK_MONOTONIC.
SystemClock::SystemClock()
    : SystemClock([] { return milliseconds_of(CLOCK_REALTIME); }, [] { return milliseconds_of(CLOCK_BOOTTIME); }) {}

SystemClock::SystemClock(Source wall, Source passed)
    : wall_(std::move(wall)), passed_(std::move(passed)), ahead_(wall_() - passed_()) {}

Instant SystemClock::now() { return passed_() + ahead_; }

Instant SystemClock::jump() { return wall_() - now(); }

std::string Random::token() {
    std::array<unsigned char, kTokenBytes> bytes{};
    fill(bytes);
    std::string token = to_hex(bytes);
    wipe(bytes);
    return token;
}

void SystemRandom::fill(std::span<unsigned char> bytes) {
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1)
        throw std::runtime_error("the system has no randomness to give");
}

std::string to_hex(std::span<const unsigned char> bytes) {
    constexpr char kDigits[] = "0123456789abcdef";
    std::string hex;
    hex.reserve(2 * bytes.size());
    for (const unsigned char byte : bytes) {
        hex += kDigits[byte >> 4];
        hex += kDigits[byte & 15];
    }
    return hex;
}

std::string sha256_hex(const std::string& bytes) {
    std::array<unsigned char, 32> digest{};
    if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, EVP_sha256(), nullptr) != 1)
        throw std::runtime_error("SHA-256 is not available");
    return to_hex(digest);
}

}  // namespace anamnesis
